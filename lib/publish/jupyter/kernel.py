"""The workspace's Jupyter kernel: Deno's own, and what Deno leaves unsaid.

    python kernel.py DENO CONNECTION_FILE

Jupyter (JupyterLab, VS Code, a run without either) talks to this process, and this process talks
to `deno jupyter`. Both sides sign with the same key, so messages pass untouched. What is added:

- a cell that Deno refuses without a word (a syntax error) gets an error that names the line and the
  character at fault;
- a cell that brings in code from outside the workspace does not run, and one that does what the
  prelude gave up is told so in plain words;
- a cell that fails ends the cells that were asked for with it ("run all" stops there);
- a cell is done when all its outputs are out: Deno says so earlier, and clients then drop the rest;
- an interrupt ends a wait as well as a loop;
- completion knows the columns of tables, and names in Chinese.

It needs pyzmq and nothing else of Jupyter, so that a kernel starts fast. The names of messages are
those of https://jupyter-client.readthedocs.io/en/stable/messaging.html.
"""

import ctypes
import datetime
import hashlib
import hmac
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
import uuid
from functools import cached_property

import zmq
from ports import free_ports

DELIMITER = b"<IDS|MSG>"
SESSION = uuid.uuid4().hex
# What Deno runs first, found as notebooks find `lib/mod.ts`: by the workspace that they are in.
PRELUDE = 'await import("lib/publish/jupyter/prelude.ts");'
# The kind of output by which the prelude says that all that a cell put out has gone.
DRAINED = "application/x-drained"
# How Deno is asked to run code of ours.
UNHEARD = {"silent": True, "store_history": False, "allow_stdin": False, "stop_on_error": False}
# Seconds that a waiting cell has to stop by itself before Deno ends what runs, and that Deno has.
ASKED, FORCED = 1.0, 2.0
# Deno did not start because somebody took one of its ports: how often to try.
ATTEMPTS = 5


class Message:
    """A message as it came, its headers read."""

    def __init__(self, frames):
        at = frames.index(DELIMITER)
        self.idents = frames[:at]
        self.frames = frames[at:]
        self.signature = frames[at + 1]
        self.signed = frames[at + 2 : at + 6]

    @cached_property
    def header(self):
        return json.loads(self.signed[0])

    @cached_property
    def parent(self):
        return json.loads(self.signed[1])

    @property
    def kind(self):
        return self.header["msg_type"]

    @property
    def id(self):
        return self.header["msg_id"]

    @cached_property
    def content(self):
        return json.loads(self.signed[3])


class Cell:
    """A cell that runs, or waits to."""

    def __init__(self, request):
        self.request = request
        self.code = request.content.get("code", "")
        self.reply = None
        self.idle = False
        self.told = False  # whether its error was shown
        self.draining = False  # whether the prelude was asked to say when all its outputs are out
        self.interrupted = None  # when
        self.forced = False


class Relay:
    """Passes messages between Jupyter (outside) and Deno (inside)."""

    def __init__(self, deno, connection):
        self.deno = deno
        self.connection = connection
        self.key = connection["key"].encode()
        self.context = zmq.Context()
        self.poller = zmq.Poller()
        self.outside = {
            name: self.bind(kind, connection[f"{name}_port"])
            for name, kind in (
                ("shell", zmq.ROUTER),
                ("control", zmq.ROUTER),
                ("stdin", zmq.ROUTER),
                ("iopub", zmq.PUB),
                ("hb", zmq.REP),
            )
        }
        self.inside = {}
        self.process = None
        self.prepared = None  # how the prelude ended
        self.cell = None
        self.queue = []
        self.failed_at = None
        self.own = {}  # requests of ours: who hears what Deno says of them, by id
        self.senders = {}  # of requests that Deno is to answer, by id: Deno forgets them
        self.asked = {}  # completions that Deno is asked for: code and position, by id

    # -- messages

    def bind(self, kind, port):
        made = self.context.socket(kind)
        made.set_hwm(0)
        made.linger = 1000
        transport, ip = self.connection["transport"], self.connection["ip"]
        made.bind(f"{transport}://{ip}{'-' if transport == 'ipc' else ':'}{port}")
        if kind != zmq.PUB:
            self.poller.register(made, zmq.POLLIN)
        return made

    def sign(self, parts):
        if not self.key:
            return b""
        made = hmac.new(self.key, digestmod=hashlib.sha256)
        for part in parts:
            made.update(part)
        return made.hexdigest().encode()

    def genuine(self, frames):
        """A message from outside; None for what nobody with the key can have sent."""
        message = Message(frames) if DELIMITER in frames else None
        if message and hmac.compare_digest(message.signature, self.sign(message.signed)):
            return message
        return None

    def pack(self, kind, content, parent=None, idents=()):
        """A message of ours, signed; returns its frames and its id."""
        header = {
            "msg_id": uuid.uuid4().hex,
            "session": SESSION,
            "username": "kernel",
            "date": datetime.datetime.now(datetime.timezone.utc).isoformat(),
            "msg_type": kind,
            "version": "5.3",
        }
        parts = [json.dumps(part).encode() for part in (header, parent or {}, {}, content)]
        return [*idents, DELIMITER, self.sign(parts), *parts], header["msg_id"]

    def answer(self, channel, request, kind, content):
        """Answers a request that Deno does not see; a request is over when that is said too."""
        self.publish(request, "status", {"execution_state": "busy"})
        frames, _ = self.pack(kind, content, request.header, request.idents)
        self.outside[channel].send_multipart(frames)
        self.publish(request, "status", {"execution_state": "idle"})

    def publish(self, request, kind, content):
        frames, _ = self.pack(kind, content, request.header, [kind.encode()])
        self.outside["iopub"].send_multipart(frames)

    def ask(self, channel, kind, content, heard=None):
        """Sends Deno a request of ours. `heard` is given each of its messages on iopub."""
        frames, id = self.pack(kind, content)
        self.own[id] = heard or (lambda message: None)
        self.inside[channel].send_multipart(frames)
        return id

    # -- Deno

    def start(self):
        """Starts Deno and waits until it answers, so that no output of a first cell is missed."""
        for _ in range(ATTEMPTS):
            self.launch()
            asked = []
            while self.process.poll() is None:
                asked.append(self.ask("shell", "kernel_info_request", {}))
                while self.inside["iopub"].poll(50):
                    message = Message(self.inside["iopub"].recv_multipart())
                    if message.parent.get("msg_id") in asked:
                        self.prepare()
                        os.remove(self.inside_file)
                        return
            self.close_inside()
        sys.exit("deno jupyter does not start")

    def prepare(self):
        """Runs the prelude; no cell runs before it has, since it gives up what cells may not do."""
        self.prepared = None

        def heard(message):
            if message.kind == "execute_reply":
                self.prepared = message.content

        self.ask("shell", "execute_request", {**UNHEARD, "code": PRELUDE}, heard)

    def launch(self):
        ports = dict(zip(("shell", "control", "stdin", "iopub", "hb"), free_ports(5)))
        file = tempfile.NamedTemporaryFile("w", suffix=".json", delete=False)
        self.inside_file = file.name
        with file:
            inside = {f"{name}_port": port for name, port in ports.items()}
            json.dump({**self.connection, **inside, "transport": "tcp", "ip": "127.0.0.1"}, file)
        self.process = subprocess.Popen(
            [self.deno, "jupyter", "--kernel", "--conn", file.name],
            stdin=subprocess.PIPE,  # its end tells Deno that we are gone
            preexec_fn=end_with_parent if sys.platform == "linux" else None,
        )
        kinds = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.SUB}
        for name, kind in kinds.items():
            made = self.context.socket(kind)
            made.set_hwm(0)
            made.linger = 0
            made.reconnect_ivl = 10
            if kind == zmq.SUB:
                made.subscribe(b"")
            else:
                made.identity = b"kernel"
            made.connect(f"tcp://127.0.0.1:{ports[name]}")
            self.poller.register(made, zmq.POLLIN)
            self.inside[name] = made

    def close_inside(self):
        for made in self.inside.values():
            self.poller.unregister(made)
            made.close()
        self.inside = {}
        self.own, self.senders, self.asked = {}, {}, {}
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if os.path.exists(self.inside_file):
            os.remove(self.inside_file)

    # -- the loop

    def run(self):
        self.start()
        parent_ended = parent_watch()
        try:
            while self.process.poll() is None and not parent_ended():
                hurry = self.cell is not None and self.cell.interrupted is not None
                ready = dict(self.poller.poll(50 if hurry else 500))
                # What Deno says comes first: an end of a cell decides on those that wait.
                for channel, made in [*self.inside.items()]:
                    while made in ready and not made.closed and made.poll(0):
                        self.from_deno(channel, Message(made.recv_multipart()))
                if self.outside["hb"] in ready:
                    self.outside["hb"].send(self.outside["hb"].recv())
                for channel in ("control", "shell", "stdin"):
                    made = self.outside[channel]
                    while made in ready and made.poll(0):
                        message = self.genuine(made.recv_multipart())
                        if message and self.from_client(channel, message) == "end":
                            return
                self.press()
                self.advance()
        finally:
            self.close_inside()
            self.context.destroy()

    def from_client(self, channel, message):
        kind = message.kind
        if kind == "execute_request":
            self.queue.append(Cell(message))
        elif kind == "complete_request":
            self.complete(message)
        elif kind == "interrupt_request":
            self.interrupt()
            self.answer(channel, message, "interrupt_reply", {"status": "ok"})
        elif kind == "shutdown_request":
            content = {"status": "ok", "restart": message.content.get("restart", False)}
            self.answer(channel, message, "shutdown_reply", content)
            return "end"
        else:
            self.to_deno(channel, message)

    def to_deno(self, channel, message):
        self.senders[message.id] = message.idents
        self.inside[channel].send_multipart(message.frames)

    def from_deno(self, channel, message):
        about, kind, cell = message.parent.get("msg_id"), message.kind, self.cell
        if kind == "display_data" and DRAINED in message.content["data"]:
            # Deno gives it to whatever it ran last, which may have been a look-up for a completion.
            return self.drained()
        if about in self.own:
            if channel in ("iopub", "shell"):
                self.own[about](message)
                if is_idle(message) and message.parent["msg_type"] == "kernel_info_request":
                    self.forget(about)
            return
        if cell is not None and about == cell.request.id:
            if kind == "error":
                cell.told = True
                refused = not_allowed(message.content)
                if refused:
                    return self.publish(cell.request, "error", refused)
            if kind == "execute_reply":
                cell.reply = message
                return self.drain()
            if is_idle(message):
                cell.idle = True
                return self.drain()
        if channel == "iopub":
            self.outside["iopub"].send_multipart([kind.encode(), *message.frames])
        elif about in self.senders:
            # A question on stdin goes to whoever asked for the cell; that is yet to be answered.
            sender = self.senders[about] if channel == "stdin" else self.senders.pop(about)
            rewritten = {"complete_reply": self.completed, "kernel_info_reply": self.introduced}
            frames = rewritten[kind](message) if kind in rewritten else message.frames
            self.outside[channel].send_multipart([*sender, *frames])

    def forget(self, id):
        """Forgets our requests up to one whose end has come: of those before it nothing comes."""
        ids = list(self.own)
        for old in ids[: ids.index(id) + 1]:
            del self.own[old]

    # -- cells, one after another

    def advance(self):
        while self.cell is None and self.queue and self.prepared is not None:
            cell = self.queue.pop(0)
            if self.outdated(cell):
                self.answer("shell", cell.request, "execute_reply", {"status": "aborted"})
                continue
            self.cell = cell
            foreign = FOREIGN.search(cell.code)
            if self.prepared["status"] != "ok":
                self.refuse("没有准备好", UNPREPARED.format(self.prepared.get("evalue", "")))
            elif foreign:
                # Deno would say nothing, and refuse all imports from there on.
                self.refuse("不能引入", UNPINNED.format(foreign.group(1)))
            else:
                self.to_deno("shell", cell.request)

    def outdated(self, cell):
        """Whether a cell was asked for before its asker could know that one before it failed."""
        asked = moment(cell.request.header.get("date"))
        return self.failed_at is not None and asked is not None and asked < self.failed_at

    def drain(self):
        """
        When a cell is done, has the prelude say so: what cells put out goes through one queue, but
        Deno's own word that a cell is done does not, and under load overtakes the last of it.
        """
        cell = self.cell
        if cell.reply is not None and cell.idle and not cell.draining:
            cell.draining = True
            self.tell(b"d")

    def drained(self):
        cell = self.cell
        if cell is None or not cell.draining:
            return
        reply = cell.reply.content
        frames = cell.reply.frames
        if reply["status"] == "error" and not cell.told:
            return self.fail(
                INTERRUPTED if cell.interrupted is not None else refusal(self.deno, cell.code)
            )
        refused = not_allowed(reply)
        if refused:
            frames, _ = self.pack("execute_reply", {**reply, **refused}, cell.request.header)
        self.finish(reply["status"], frames)

    def refuse(self, name, text):
        """Ends the cell before it has begun."""
        self.publish(self.cell.request, "status", {"execution_state": "busy"})
        self.fail(error_content(name, text))

    def fail(self, error):
        """Ends the cell with an error of ours."""
        cell = self.cell
        self.publish(cell.request, "error", error)
        count = None if cell.reply is None else cell.reply.content.get("execution_count")
        content = {"status": "error", "execution_count": count, **error}
        self.finish("error", self.pack("execute_reply", content, cell.request.header)[0])

    def tell(self, wish):
        """Tells the prelude a wish, which is a byte."""
        try:
            self.process.stdin.write(wish)
            self.process.stdin.flush()
        except OSError:
            pass  # Deno has ended; the loop will see.

    def finish(self, status, reply):
        request = self.cell.request
        if status == "error" and request.content.get("stop_on_error", True):
            self.failed_at = datetime.datetime.now(datetime.timezone.utc)
        self.senders.pop(request.id, None)
        self.outside["shell"].send_multipart([*request.idents, *reply])
        self.publish(request, "status", {"execution_state": "idle"})
        self.cell = None

    # -- interrupts

    def interrupt(self):
        """Asks the cell to stop: the prelude listens and ends what the cell waits for."""
        if self.cell is not None and self.cell.interrupted is None:
            self.cell.interrupted = time.monotonic()
            self.tell(b"i")

    def press(self):
        """Where asking did not help: a loop is ended by Deno, all else only by a new Deno."""
        cell = self.cell
        if cell is None or cell.interrupted is None:
            return
        waited = time.monotonic() - cell.interrupted
        if waited > ASKED and not cell.forced:
            cell.forced = True
            self.ask("control", "interrupt_request", {})
        elif waited > ASKED + FORCED:
            self.close_inside()
            self.start()
            self.fail(RESTARTED)

    # -- completion

    def complete(self, request):
        """Asks the prelude first, which knows tables; what it cannot tell is asked of Deno."""
        code, position = request.content["code"], request.content["cursor_pos"]

        def heard(message):
            if message.kind == "error":
                self.to_deno("shell", request)
            elif message.kind == "display_data":
                found = message.content["data"]["application/json"]
                if found is None:
                    return self.to_deno("shell", request)
                del self.asked[request.id]
                content = {"status": "ok", "metadata": {}, **found}
                self.answer("shell", request, "complete_reply", content)

        # Only code at the top can see what cells declared, so the prelude is handed a look-up.
        look_up = "(name) => { try { return eval(name); } catch { return undefined; } }"
        arguments = f"{json.dumps(code)}, {position}, {look_up}"
        ask = f'await globalThis[Symbol.for("completeColumns")]?.({arguments}); undefined'
        self.asked[request.id] = code, position
        self.ask("shell", "execute_request", {**UNHEARD, "code": ask}, heard)

    def completed(self, message):
        """Deno's completions for the word at the cursor, whatever alphabet it is in."""
        code, position = self.asked.pop(message.parent["msg_id"])
        word = re.search(r"[\w$]*$", code[:position]).group()
        reply = message.content
        matches = [name for name in reply["matches"] if name.startswith(word)]
        plain = [name for name in matches if not name.startswith(("__", "Symbol("))]
        place = {"cursor_start": position - len(word), "cursor_end": position}
        content = {**reply, **place, "matches": plain}
        return self.pack("complete_reply", content, message.parent)[0]

    def introduced(self, message):
        """What Deno says of itself, its language as notebooks have it: clients write that down."""
        content = message.content
        content["language_info"] = {
            name: content["language_info"][name] for name in ("file_extension", "mimetype", "name")
        }
        return self.pack("kernel_info_reply", content, message.parent)[0]


def is_idle(message):
    return message.kind == "status" and message.content["execution_state"] == "idle"


def error_content(name, text):
    return {"ename": name, "evalue": text, "traceback": [f"{name}：{text}"]}


INTERRUPTED = error_content("已中断", "这一格已停下，先前运行过的内容都还在。")
RESTARTED = error_content(
    "已中断",
    "这一格停不下来，内核已重新启动，先前运行过的内容都已清空：请从第一格起重新运行。",
)

# An import of code from outside the workspace, which deno.lock does not hold; so in cells.ts.
FOREIGN = re.compile(r"""\b(?:from|import)\s*\(?\s*["'`]((?:npm|jsr|https?|data):[^"'`]*)""")
UNPINNED = "笔记本不能临时引入 {}：它没有锁定版本。应先写进 deno.json 的 imports，按那里的名字引入。"

UNPREPARED = "内核没有准备好，没有运行：{}\n请运行 deno task report 看是哪里不对，改好后重启内核。"

# What cells are not allowed, by Deno's name; so in failure.ts.
RIGHTS = {"write": "写文件", "run": "运行别的程序", "net": "使用网络", "import": "从网上引入代码"}


def not_allowed(content):
    """An error of Deno's about what the prelude gave up, for whoever reads it in the cell."""
    if content.get("ename") != "NotCapable":
        return None
    found = re.search(r"Requires (\w+) access to (.+), run again", content["evalue"])
    if found is None:
        return None
    right, what = found.groups()
    return error_content(
        "不允许",
        f"笔记本里不能{RIGHTS.get(right, right)}（{what}）：它只读数据、显示结果。"
        "要留下结果，用“文件 → 保存并导出笔记本为”，或报告的 tables.xlsx。",
    )


# Punctuation that a Chinese keyboard gives and that no compatibility form leads back from.
HALF_WIDTH = {"“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ",", "《": "<", "》": ">"}


def refusal(deno, code):
    """Why Deno would not run a cell, for its output: the line, the character, what to write."""
    try:
        parsed = subprocess.run(
            [deno, "fmt", "--ext", "ts", "-"],
            input=code.encode(),
            env={**os.environ, "NO_COLOR": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=20,
        ).stderr.decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired):
        parsed = ""
    place = re.search(r"_stdin\.ts:(\d+):(\d+)", parsed)
    if place is None:
        return error_content("语法错误", "Deno 读不懂这一格，没有运行。")
    number, column = map(int, place.groups())
    lines = code.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    at = culprit(line, column - 1)
    shown = f"第 {number} 行：{line.strip()}"
    if at is None:
        reason = re.search(r"SyntaxError: (.*)", parsed)
        text = f"{shown}\n第 {column} 个字符附近不对（{reason.group(1) if reason else '?'}）。"
        return error_content("语法错误", text)
    character = line[at]
    half = half_width(character)
    code_point = f"U+{ord(character):04X}"
    return error_content(
        "语法错误",
        f"{shown}\n第 {at + 1} 个字符“{character}”是中文（全角）标点（{code_point}），"
        f"代码里应写半角的 {half} 。",
    )


def culprit(line, column):
    """Where the full-width character is that the parser stumbled over, if it was one."""
    for at in (column, column + 1, column - 1):
        if 0 <= at < len(line) and half_width(line[at]) is not None:
            return at
    return None


def half_width(character):
    """What was meant by a full-width punctuation mark; None for any other character."""
    if character in HALF_WIDTH:
        return HALF_WIDTH[character]
    plain = unicodedata.normalize("NFKC", character)
    punctuation = unicodedata.category(character)[0] in "PS"
    return plain if plain != character and punctuation and plain.isascii() else None


def moment(date):
    """A header's date; None where there is none that can be read."""
    try:
        read = datetime.datetime.fromisoformat(str(date).replace("Z", "+00:00"))
    except ValueError:
        return None
    return read if read.tzinfo else read.astimezone()


def end_with_parent():
    """Has Linux end Deno when this process ends, however it does."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def parent_watch():
    """Tells whether the Jupyter that started us has ended."""
    if sys.platform == "win32":
        # Jupyter hands down a handle of its own process.
        handle = int(os.environ.get("JPY_PARENT_PID") or 0)
        return lambda: handle != 0 and ctypes.windll.kernel32.WaitForSingleObject(handle, 0) == 0
    parent = os.getppid()
    return lambda: os.getppid() != parent


def main():
    deno, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        connection = json.load(file)
    # An interrupt comes as a message; the signal is for whoever started Jupyter on a terminal.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    Relay(deno, connection).run()


if __name__ == "__main__":
    main()
