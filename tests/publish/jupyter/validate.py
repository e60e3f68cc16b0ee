"""Holds notebooks to Jupyter's own format.

    python validate.py PATH…    prints what is wrong, a line each
"""

import json
import pathlib
import sys

import nbformat

for path in map(pathlib.Path, sys.argv[1:]):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    try:
        nbformat.validate(notebook, version=4, version_minor=5, relax_add_props=False)
    except nbformat.ValidationError as error:
        print(f"{path.name}: {error.message}")
    read = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    # As a front end of plain Jupyter's writes it after it has read it.
    if json.loads(nbformat.writes(read)) != notebook:
        print(f"{path.name}: not what Jupyter writes when it has read it")
