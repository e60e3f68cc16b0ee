"""What a peer takes for a register, in a process of its own. Prints JSON; `peers.ts` runs it.

    python measure.py PEER EDITION_FOLDER DICTIONARIES_FOLDER STARTED

A peer is a module with `load(register, dictionaries)`, which gives a function that makes all tallies
of `tallies.json`, and `VERSION`.
"""

import importlib
import json
import re
import statistics
import sys
import time
from pathlib import Path

FIGURES, BARS = 42, 15
WARM_RUNS = 5


def timed(work):
    start = time.perf_counter()
    made = work()
    return made, (time.perf_counter() - start) * 1000


def peak():
    """The most memory that this process had so far, in MB; None where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    except OSError:
        return None
    return found and int(found[1]) / 1000


def draw(names, values):
    """One bar chart as SVG, as often as a report has figures."""
    import io

    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    # Chinese text stays text, as in our own figures, so that no font is searched for its glyphs.
    matplotlib.rcParams["svg.fonttype"] = "none"
    import logging
    import warnings

    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", message="Glyph .* missing")
    for _ in range(FIGURES):
        figure, axes = pyplot.subplots(figsize=(3.2, 4.8))
        axes.bar_label(axes.barh(names, values))
        axes.invert_yaxis()
        figure.savefig(io.StringIO(), format="svg")
        pyplot.close(figure)


def main(name, edition, dictionaries, started):
    peer = importlib.import_module(name)
    make, load = timed(lambda: peer.load(Path(edition) / "graduates.csv", Path(dictionaries)))
    results, first = timed(make)
    memory = peak()
    majors = list(results["专业"].items())[:BARS]
    draw([name for name, _ in majors], [counts[0] for _, counts in majors])
    whole = time.time() * 1000 - float(started)
    whole_memory = peak()
    again = statistics.median(timed(make)[1] for _ in range(WARM_RUNS))
    print(json.dumps({
        "load": load,
        "first": first,
        "again": again,
        "memory": memory,
        "whole": whole,
        "wholeMemory": whole_memory,
        "version": peer.VERSION,
        "results": results,
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
