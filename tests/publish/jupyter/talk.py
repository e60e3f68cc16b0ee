"""A client of the workspace's kernel for tests: does steps and prints what came of each (JSON).

    python talk.py FOLDER '[{"run": ["1", "2"]}, {"complete": "gra"}]'

A step runs cells all asked for at once, or completes at the end of a text; `interrupt` says after
how many seconds a run is interrupted. `end` kills the kernel's process and tells what is left of it.
"""

import json
import os
import signal
import subprocess
import sys
import time

from jupyter_client.manager import KernelManager

sys.path.append(os.path.join(os.path.dirname(__file__), *[".."] * 3, "lib", "publish", "jupyter"))
from ports import give_ports  # noqa: E402


def run(manager, client, codes, interrupt=None):
    ids = [client.execute(code) for code in codes]
    cells = [{"outputs": []} for _ in ids]
    started = time.monotonic()
    while not all("reply" in cell and "idle" in cell for cell in cells):
        if time.monotonic() - started > 60:
            break
        if interrupt is not None and time.monotonic() - started > interrupt:
            manager.interrupt_kernel()
            interrupt = None
        for receive in (client.get_shell_msg, client.get_iopub_msg):
            try:
                message = receive(timeout=0.005)
            except Exception:  # nothing came
                continue
            if message["parent_header"].get("msg_id") not in ids:
                continue
            cell = cells[ids.index(message["parent_header"]["msg_id"])]
            kind, content = message["msg_type"], message["content"]
            if kind == "execute_reply":
                cell["reply"] = content
            elif kind == "status" and content["execution_state"] == "idle":
                cell["idle"] = True
            elif kind not in ("status", "execute_input"):
                cell["outputs"].append({"kind": kind, "late": "idle" in cell, **content})
    return cells


def complete(client, code):
    reply = client.complete(code, reply=True, timeout=30)
    return reply["content"]


def ended(manager):
    """Kills the kernel's own process, as a crash would; tells which of its children live on."""
    pid = manager.provisioner.process.pid
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True)
    os.kill(pid, signal.SIGKILL)
    manager.provisioner.process.wait()
    time.sleep(1)
    return [child for child in children.stdout.split() if lives(child)]


def lives(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def main():
    folder, steps = sys.argv[1], json.loads(sys.argv[2])
    manager = KernelManager(kernel_name="deno")
    give_ports(manager)
    manager.start_kernel(cwd=folder)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    results = []
    for step in steps:
        if "run" in step:
            results.append(run(manager, client, step["run"], step.get("interrupt")))
        elif "complete" in step:
            results.append(complete(client, step["complete"]))
        elif "end" in step:
            results.append(ended(manager))
    manager.shutdown_kernel(now=True)
    print(json.dumps(results))


main()
