"""Downloads the pinned Python packages for another computer.

    python wheels.py '{"requirements": …, "folder": …, "python": "3.11", "platforms": […],
                       "markers": {…}}'

pip chooses wheels for another computer but judges markers (`; sys_platform == 'win32'`) by its own,
so the list is cut down to what holds there before pip sees it. Hashes stay with their packages.
Of a Python `3.11` the last number is not known: what the first and what the last of them need is got.
"""

import json
import re
import subprocess
import sys
import tempfile

from packaging.markers import Marker


def holds(line, environment):
    """Whether a requirement is one of the other computer's."""
    marker = line.partition(";")[2].rstrip(" \\")
    return not marker or Marker(marker).evaluate(environment)


def kept(text, environment):
    """The requirements that hold there, without their markers: `name==1 \\` and its hashes."""
    joined = re.sub(r"\\\n\s*", " ", text).splitlines()
    lines = [line for line in joined if line and not line.startswith("#")]
    return [
        re.sub(r";.*?(?=--hash)", " ", line)
        for line in lines
        if holds(line.partition("--hash")[0], environment)
    ]


def main():
    asked = json.loads(sys.argv[1])
    sys.exit(max(download(asked, f"{asked['python']}.{last}") for last in (0, 99)))


def download(asked, version):
    """Downloads for one version; pip's own exit code."""
    environment = {
        **asked["markers"],
        "python_version": asked["python"],
        "python_full_version": version,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    with open(asked["requirements"], encoding="utf-8") as file:
        lines = kept(file.read(), environment)
    with tempfile.TemporaryDirectory() as temp:
        path = f"{temp}/requirements.txt"
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        platforms = [word for one in asked["platforms"] for word in ("--platform", one)]
        ended = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
            + ["--no-input", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
            + ["--python-version", version, "--implementation", "cp", *platforms]
            + ["--dest", asked["folder"], "--requirement", path]
        )
        return ended.returncode


if __name__ == "__main__":
    main()
