"""Runs a command on a terminal of its own and types what it is told to.

The one argument is JSON: {"command": [...], "cwd": "...", "env": {...}, "columns": 80, "keys": [["text to wait for", "keys"], ...]}.
Prints JSON: {"code": exit code, "screen": all that was written}.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

spec = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(spec["cwd"])
    os.execvpe(spec["command"][0], spec["command"], {"PATH": os.environ["PATH"], "TERM": "xterm", **spec.get("env", {})})
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, spec.get("columns", 80), 0, 0))

screen = b""
seen = 0


def read_until(text, seconds):
    """Reads until `text` has appeared, the program has ended, or time is up."""
    global screen, seen
    deadline = time.time() + seconds
    while time.time() < deadline:
        at = screen.find(text.encode(), seen) if text is not None else -1
        if at >= 0:
            seen = at + len(text.encode())
            return True
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            return False
        if not data:
            return False
        screen += data
    return False


for text, keys in spec["keys"]:
    if not read_until(text, 20):
        break
    time.sleep(0.05)
    os.write(terminal, keys.encode())
read_until(None, 20)
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(json.dumps({"code": code, "screen": screen.decode("utf-8", "replace")}))
