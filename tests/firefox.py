"""Firefox as Debian ships it, driven by Playwright over WebDriver BiDi.

Playwright asks of Firefox some things that its stable releases do not know yet. So this file, run as a program, stands
between the two: it starts Firefox, passes everything on, turns "unknown command" into "done", and gives downloads the
mark by which Playwright knows them. What is then not done (colour scheme, little motion) is set by preferences, in a
Firefox of its own.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

COMMANDS = ("firefox-esr", "firefox")
PREFERENCES = {
    ("color_scheme", "dark"): {"ui.systemUsesDarkTheme": 1},
    ("reduced_motion", "reduce"): {"ui.prefersReducedMotion": 1},
}
"""What may be asked of a context, and the preferences that make a Firefox so."""

PLAIN = {"ui.systemUsesDarkTheme": 0, "ui.prefersReducedMotion": 0, "browser.download.alwaysOpenPanel": False}
"""The preferences where nothing is asked; its list of downloads must not come up and take the keys."""


def command() -> str | None:
    """Return the path of this machine's Firefox, if it has one."""
    return next((found for name in COMMANDS if (found := shutil.which(name))), None)


class Firefox:
    """What tests use of Playwright's browser: `new_context` and `new_page`."""

    def __init__(self, playwright: Any, folder: Path) -> None:
        self.playwright = playwright
        self.running: dict[str, Any] = {}
        self.program = folder / "firefox"
        self.program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" "{command()}" "$@"\n', "utf-8")
        self.program.chmod(0o755)

    def new_context(self, **asked: Any) -> Any:
        """Return a context of a Firefox that is as asked."""
        wanted = {}
        for (name, value), preferences in PREFERENCES.items():
            if asked.pop(name, None) == value:
                wanted.update(preferences)
        return self._started(wanted).new_context(**asked)

    def new_page(self) -> Any:
        """Return a page in a context of its own."""
        return self.new_context().new_page()

    def _started(self, preferences: dict[str, Any]) -> Any:
        key = json.dumps(preferences)
        if key not in self.running:
            self.running[key] = self.playwright.firefox.launch(
                channel="moz-firefox", executable_path=str(self.program),
                firefox_user_prefs={**PLAIN, **preferences},
            )  # fmt: skip
        return self.running[key]

    def close(self) -> None:
        """Close every Firefox that was started."""
        for one in self.running.values():
            one.close()


# The program between the two.


def frames(stream: Any) -> Any:
    """Yield the frames of a WebSocket: how each begins, and what it holds."""
    while head := stream.read(2):
        length = head[1] & 127
        if length > 125:
            more = stream.read(2 if length == 126 else 8)
            head, length = head + more, int.from_bytes(more)
        yield head, stream.read(length)


def mended(head: bytes, held: bytes, names: dict[str, str]) -> bytes:
    """Return a frame of Firefox as Playwright needs it; most are as they were."""
    if b'"unknown command"' in held:
        answer = {"type": "success", "id": json.loads(held)["id"], "result": {}}
    elif b'"browsingContext.download' in held:
        answer = json.loads(held)
        told = answer["params"]
        told["download"] = told["url"]
        if "suggestedFilename" in told:
            names[told["url"]] = told["suggestedFilename"]
        elif told.get("filepath"):  # Firefox may have called it "page(1).svg"
            Path(told["filepath"]).replace(Path(told["filepath"]).with_name(names[told["url"]]))
    else:
        return head + held
    held = json.dumps(answer).encode()
    return bytes((head[0], 127)) + len(held).to_bytes(8) + held


def pass_on(ours: socket.socket, port: int) -> None:
    """Pass all that one connection says to Firefox, and back."""
    theirs = socket.create_connection(("127.0.0.1", port))
    asked = b""
    while not asked.endswith(b"\r\n\r\n"):
        asked += ours.recv(65536)
    theirs.sendall(re.sub(rb"(?im)^(Host: [^:\r]+):\d+", rb"\g<1>:%d" % port, asked))
    answers = theirs.makefile("rb")
    while (line := answers.readline()) != b"\r\n":
        ours.sendall(line)
    ours.sendall(b"\r\n")
    threading.Thread(target=pass_commands, args=(ours, theirs), daemon=True).start()
    names: dict[str, str] = {}
    for head, held in frames(answers):
        ours.sendall(mended(head, held, names))
    ours.close()


def pass_commands(ours: socket.socket, theirs: socket.socket) -> None:
    """Pass what Playwright says to Firefox, byte by byte."""
    while some := ours.recv(1 << 20):
        theirs.sendall(some)
    theirs.close()


def stand_between(firefox: list[str]) -> int:
    """Start Firefox and say an address of ours instead of its own."""
    running = subprocess.Popen(firefox, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    server = socket.create_server(("127.0.0.1", 0))
    assert running.stdout is not None
    for said in running.stdout:
        line = said
        if found := re.search(r"BiDi listening on ws://127\.0\.0\.1:(\d+)", said):
            threading.Thread(target=serve, args=(server, int(found[1])), daemon=True).start()
            line = f"WebDriver BiDi listening on ws://127.0.0.1:{server.getsockname()[1]}\n"
        sys.stderr.write(line)
        sys.stderr.flush()
    return running.wait()


def serve(server: socket.socket, port: int) -> None:
    """Take every connection."""
    while True:
        ours, _ = server.accept()
        threading.Thread(target=pass_on, args=(ours, port), daemon=True).start()


if __name__ == "__main__":
    sys.exit(stand_between(sys.argv[1:]))
