"""A page in Firefox or WebKit, behind the few things that the core tests do: go, ask, click, press, tell a size.

Firefox is driven by Playwright. WebKit, as Debian ships it, is driven by its own WebDriver: a program to which one
posts JSON.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Protocol

MINIBROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
DRAWN = "return document.documentElement.hasAttribute('data-drawn')"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014",
        "ArrowDown": "\ue015", "Tab": "\ue004"}  # fmt: skip


class Engine(Protocol):
    """What a core test can do."""

    def go(self, address: str) -> None:
        """Open a page and wait until it has drawn."""

    def ask(self, script: str, *given: Any) -> Any:
        """Return what a script returns; it finds what it is given in `arguments`."""

    def click(self, x: float, y: float) -> None:
        """Click there, as a reader would with the mouse."""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other: letters, or names such as "ArrowDown"."""

    def resize(self, width: int, height: int) -> None:
        """Give the page about this size."""

    def close(self) -> None:
        """Close the browser."""


def until(true: Any, what: str) -> None:
    """Wait until something is true, and fail after half a minute."""
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError(f"waited in vain: {what}")


class Played:
    """A browser that Playwright drives."""

    def __init__(self, browser: Any) -> None:
        self.page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()

    def go(self, address: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(address)
        self.page.wait_for_selector("html[data-drawn]")

    def ask(self, script: str, *given: Any) -> Any:
        return self.page.evaluate(f"given => (function () {{ {script} }}).apply(null, given)", list(given))

    def click(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def close(self) -> None:
        self.page.context.close()


def minibrowser() -> Path | None:
    """Return WebKit's small browser, if this machine has it, its driver, and a screen for it."""
    found = sorted(Path("/").glob(MINIBROWSERS[1:]))
    return found[-1] if found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb") else None


class WebKit:
    """WebKit's MiniBrowser on a screen that nobody sees."""

    def __init__(self) -> None:
        read, write = os.pipe()
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        asked = {"DISPLAY": display, "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "LIBGL_ALWAYS_SOFTWARE": "1",
                 "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}  # fmt: skip
        self.driver = subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env={**os.environ, **asked})
        self.at = f"http://127.0.0.1:{port}"
        until(self._listens, "WebKit's driver")
        options = {"binary": str(minibrowser()), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.at += "/session/" + self.post("/session", wanted)["sessionId"]
        self.resize(1280, 900)

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", int(self.at.rpartition(":")[2]))).close()
        except OSError:
            return False
        return True

    def post(self, what: str, said: Any, method: str = "POST") -> Any:
        """Say something to the driver and return its answer."""
        body = json.dumps(said).encode()
        request = urllib.request.Request(self.at + what, data=body, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from None

    def go(self, address: str) -> None:
        self.post("/url", {"url": "about:blank"})
        self.post("/url", {"url": address})
        until(lambda: self.ask(DRAWN), "the page has drawn")

    def ask(self, script: str, *given: Any) -> Any:
        return self.post("/execute/sync", {"script": script, "args": list(given)})

    def click(self, x: float, y: float) -> None:
        to = {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
        acts = [to, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": acts})

    def press(self, *keys: str) -> None:
        values = [KEYS.get(key, key) for key in keys]
        acts = [{"type": how, "value": value} for value in values for how in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": acts})

    def _act(self, source: dict[str, Any]) -> None:
        self.post("/actions", {"actions": [source]})

    def resize(self, width: int, height: int) -> None:
        rim = self.ask("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        self.post("/window/rect", {"width": width + max(0, rim[0]), "height": height + max(0, rim[1])})

    def close(self) -> None:
        self.post("", {}, "DELETE")
        self.driver.terminate()
        self.driver.wait()
        self.screen.terminate()
        self.screen.wait()
