"""Runs notebooks through Jupyter's own client, all kernels at once, and writes them with outputs.

One process for everything, because starting Jupyter costs more than any chapter. The first line
of standard input is a request (JSON); every line of standard output is an event (JSON):

    {"notebook": "01-employment", "done": 3, "total": 20}       code cells run so far
    {"notebook": "01-employment", "failed": {...}}              a cell (or its kernel) failed
    {"notebook": "01-employment", "finished": 1.9}              seconds
    {"missing": "nbclient"}                                     Jupyter is not (fully) installed

Standard input stays open as long as the caller wants the run: when it closes, every kernel is shut
down, the folder of results is removed and the process ends. This works the same on Windows, where
signals do not.

Works with nbclient >= 0.7 on Python >= 3.9.
"""

import asyncio
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

from ports import give_ports

# An optional part of a validator that JupyterLab brings along: it takes 1.7 seconds to load and
# nothing here validates web addresses.
sys.modules["rfc3987_syntax"] = None

try:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
    from nbclient.util import ensure_async
except ImportError as error:
    print(json.dumps({"missing": error.name or str(error)}), flush=True)
    sys.exit(3)

# How long a kernel may take to start, on a slow machine that starts several, and how often it is
# tried: kernels of two runs at once may have taken the same port, and one of them then ends.
STARTUP_SECONDS = 60
STARTS = 3


def emit(**event):
    # A caller that is gone is told nothing; what is to be done then, the end of our input says.
    with contextlib.suppress(OSError):
        sys.stdout.write(json.dumps(event) + "\n")
        sys.stdout.flush()


async def execute(name, request):
    """Runs one notebook in a kernel of its own and returns it with its outputs."""
    notebook = nbformat.read(os.path.join(request["folder"], name + ".ipynb"), as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name=request["kernel"],
        timeout=request["timeout"],
        startup_timeout=STARTUP_SECONDS,
        record_timing=False,
        resources={"metadata": {"path": request["folder"]}},
    )
    client.reset_execution_trackers()
    give_ports(client.create_kernel_manager())
    total = sum(cell.cell_type == "code" for cell in notebook.cells)
    emit(notebook=name, done=0, total=total)
    try:
        # A kernel writes to its terminal what is none of our events.
        async with client.async_setup_kernel(cwd=request["folder"], stdout=subprocess.DEVNULL):
            emit(notebook=name, started=True)
            await execute_cells(name, client, total)
    finally:
        # nbclient leaves a kernel running if it is told to stop while the kernel starts. The kernel
        # is asked to end, since it has a process of its own to end.
        if client.km is not None and client.km.has_kernel:
            await ensure_async(client.km.shutdown_kernel())
    return notebook


async def execute_cells(name, client, total):
    """Runs the code cells in order and tells of each."""
    done = 0
    for index, cell in enumerate(client.nb.cells):
        if cell.cell_type != "code":
            continue
        number = done + 1
        try:
            await client.async_execute_cell(cell, index, execution_count=number)
        except CellExecutionError as error:
            raise Failure(number, cell, "error", error.ename, error.evalue) from None
        except CellTimeoutError:
            raise Failure(number, cell, "timeout", "", str(client.timeout)) from None
        except DeadKernelError as error:
            raise Failure(number, cell, "dead", "", str(error)) from None
        # What a cell did not await fails without failing the cell.
        for output in cell.outputs:
            if output.output_type == "error":
                raise Failure(number, cell, "error", output.ename, output.evalue)
        done = number
        emit(notebook=name, done=done, total=total)


class Failure(Exception):
    """A cell that did not run, as the caller is told of it."""

    def __init__(self, number, cell, kind, ename, evalue):
        super().__init__(evalue)
        self.event = {
            "cell": number,
            "source": cell.source,
            "kind": kind,
            "ename": ename,
            "evalue": evalue,
        }


async def attempted(name, request):
    """Runs one notebook, again where its kernel did not start: no cell has run then."""
    for left in reversed(range(STARTS)):
        try:
            return await execute(name, request)
        except RuntimeError:  # jupyter_client's, of a kernel that died or kept silent
            if left == 0:
                raise


async def publish(name, request):
    """Runs one notebook and writes it; returns whether every cell ran."""
    started = time.monotonic()
    try:
        notebook = await attempted(name, request)
    except Failure as failure:
        emit(notebook=name, failed=failure.event)
        return False
    except asyncio.CancelledError:
        raise
    except Exception as error:  # a kernel that does not start, a file that is no notebook
        event = {"cell": 0, "source": "", "kind": "start"}
        event.update(ename=type(error).__name__, evalue=str(error))
        emit(notebook=name, failed=event)
        return False
    seconds = time.monotonic() - started
    nbformat.write(notebook, os.path.join(request["out"], name + ".ipynb"))
    emit(notebook=name, finished=seconds)
    return True


async def run(request, closed):
    work = asyncio.gather(*(publish(name, request) for name in request["notebooks"]))
    stop = asyncio.ensure_future(closed.wait())
    await asyncio.wait({work, stop}, return_when=asyncio.FIRST_COMPLETED)
    if not closed.is_set():
        stop.cancel()
        return 0 if all(work.result()) else 1
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    # A caller that was killed cannot do it: no notebook with its outputs may be left behind, nor
    # their folder, unless there is something else in it.
    out = pathlib.Path(request["out"])
    for name in request["notebooks"]:
        (out / (name + ".ipynb")).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        out.rmdir()
    return 1


class Loop(asyncio.SelectorEventLoop):
    """A loop in which nobody handles signals.

    nbclient would: its handler knows one kernel only, and the first notebook to end takes it away
    from all others. The end of standard input is the one way to stop us. (Of the kinds of loop,
    zmq needs this one, which is not Windows' default.)
    """

    def add_signal_handler(self, *_):
        pass

    def remove_signal_handler(self, *_):
        return False


def main():
    # Whoever interrupts us interrupts our caller too, whose end is the end of standard input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    request = json.loads(sys.stdin.readline())
    loop = Loop()
    asyncio.set_event_loop(loop)

    async def session():
        closed = asyncio.Event()

        def watch():
            sys.stdin.read()
            try:
                loop.call_soon_threadsafe(closed.set)
            except RuntimeError:
                pass  # The loop has ended: nothing is left to stop.

        threading.Thread(target=watch, daemon=True).start()
        return await run(request, closed)

    code = loop.run_until_complete(session())
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    # A daemon thread that reads standard input must not hold up the end.
    os._exit(code)


main()
