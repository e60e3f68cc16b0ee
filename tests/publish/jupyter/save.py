"""Saves notebooks as JupyterLab does after a run, with the hook of the workspace's lab.

    python save.py HOOKS FROM TO    folders: of the hook, of the notebooks, of what is saved
"""

import json
import os
import sys

from jupyter_server.services.contents.largefilemanager import LargeFileManager

hooks, source, saved = sys.argv[1:]
sys.path.insert(0, hooks)
from saving import strip_outputs


def after_run(notebook):
    """A notebook as a front end has it when it was opened and run."""
    notebook["metadata"]["kernelspec"]["display_name"] = "Deno 2"
    notebook["metadata"]["language_info"]["version"] = "6.0"
    notebook["metadata"]["widgets"] = {}
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"by-chance-{number}"
        cell["source"] = "".join(cell["source"])
        cell["metadata"]["trusted"] = True
        if cell["cell_type"] == "code":
            cell["metadata"]["execution"] = {"iopub.status.busy": "2024-01-01T00:00:00Z"}
            cell["execution_count"] = number + 7
            row = {"text/plain": "张三", "text/html": "<td>张三</td>"}
            cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": row}]
    return notebook


manager = LargeFileManager(root_dir=saved, pre_save_hook=strip_outputs)
for name in os.listdir(source):
    if name.endswith(".ipynb"):
        with open(os.path.join(source, name), encoding="utf-8") as file:
            notebook = after_run(json.load(file))
        model = {"type": "notebook", "format": "json", "content": notebook}
        assert "message" not in manager.save(model, name), "not valid by Jupyter's own format"
