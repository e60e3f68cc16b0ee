"""What of a notebook is kept when JupyterLab saves it: what was written, nothing that was run.

An output can show records of persons, and its numbers belong to one edition; a chapter is the same
for all. So outputs, counts and whatever a front end noted are left out, and opening, running and
saving a chapter leaves the file as it was. The outputs of the last save are remembered until the
server ends, because an export is made of what is on disk.
"""

# The outputs of each notebook as last saved, by its path on disk: sources and outputs by cell.
_remembered = {}

METADATA = {
    "kernelspec": {"display_name": "Deno", "language": "typescript", "name": "deno"},
    "language_info": {
        "file_extension": ".ts",
        "mimetype": "text/x.typescript",
        "name": "typescript",
    },
}


def strip_outputs(model, path, contents_manager, **_):
    """Jupyter's hook before a save; changes the notebook that is about to be written."""
    if model.get("type") == "notebook":
        place = contents_manager._get_os_path(path)
        _remembered[place] = [(text(cell), cell.get("outputs")) for cell in model["content"]["cells"]]
        model["content"] = canonical(model["content"])


def with_remembered_outputs(notebook, place):
    """A notebook as it is on disk, with its last outputs unless its cells have changed since."""
    remembered = _remembered.get(place, [])
    if [text(cell) for cell in notebook.cells] == [source for source, _ in remembered]:
        for cell, (_, outputs) in zip(notebook.cells, remembered):
            if outputs is not None:
                cell.outputs = [type(cell)(output) for output in outputs]
    return notebook


def canonical(notebook):
    """The one spelling of a notebook without outputs; `canonicalText` has the same."""
    metadata = notebook.get("metadata", {})
    own = {name: metadata[name] for name in ("requires", "audience") if name in metadata}
    return {
        "cells": [canonical_cell(cell, i + 1) for i, cell in enumerate(notebook["cells"])],
        "metadata": {**own, **METADATA},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def canonical_cell(cell, number):
    tags = cell.get("metadata", {}).get("tags")
    kept = {
        "cell_type": cell["cell_type"],
        "id": f"cell-{number:02}",
        "metadata": {"tags": tags} if tags else {},
        "source": text(cell),
    }
    if cell["cell_type"] == "code":
        kept.update(execution_count=None, outputs=[])
    if cell.get("attachments"):  # pictures that were pasted into prose
        kept["attachments"] = cell["attachments"]
    return kept


def text(cell):
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
