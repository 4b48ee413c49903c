"""A browser driven through two pipes, by the DevTools protocol; nothing but Python's own library is needed."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import threading

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find():
    """The browser's program, or None where there is none: $CHROMIUM first, then the PATH."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    return next((path for path in map(shutil.which, NAMES) if path), None)


class BrowserError(Exception):
    """What the browser said of a command, or of a script in the page."""


class Browser:
    """One browser without a window, with a profile of its own that is removed at the end.

    What a page says on its console, and what it loads beyond itself, is kept: see `complaints`.
    """

    def __init__(self, program, limit=20):
        self._profile = tempfile.TemporaryDirectory(prefix="browser-tests-", ignore_cleanup_errors=True)
        commands_read, self._commands = os.pipe()
        self._answers, answers_write = os.pipe()
        options = [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--mute-audio",
            "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
            "--remote-debugging-pipe", f"--user-data-dir={self._profile.name}", "about:blank",
        ]
        # The protocol speaks on descriptors 3 and 4.
        script = f'exec "$0" "$@" 3<&{commands_read} 4>&{answers_write}'
        self._process = subprocess.Popen(
            ["bash", "-c", script, program, *options],
            pass_fds=(commands_read, answers_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(commands_read)
        os.close(answers_write)
        # A browser that hangs ends the pipe, and so whatever waits for an answer.
        self._limit = threading.Timer(limit, self._process.kill)
        self._limit.start()
        self._buffer = b""
        self._number = 0
        self.events = []
        self.session = None
        self.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        # As if the window were in front: what is copied needs it.
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends the browser and removes its profile."""
        self._limit.cancel()
        self._process.terminate()
        self._process.wait()
        os.close(self._commands)
        os.close(self._answers)
        self._profile.cleanup()

    def call(self, method, **parameters):
        """Sends a command and gives what it answers; what happens meanwhile is kept in `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def _next(self):
        while b"\0" not in self._buffer:
            piece = os.read(self._answers, 1 << 20)
            if not piece:
                raise BrowserError("the browser ended, or took too long")
            self._buffer += piece
        text, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(text)

    def wait_for(self, event):
        """Waits until an event of that name has come since the last `open`."""
        while not any(one.get("method") == event for one in self.events):
            self.events.append(self._next())

    def open(self, address, width=1280, height=900, dark=False, media=""):
        """Opens a page and waits until it is loaded."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme, still])
        # Another page between, as none is loaded on the way from one place of a page to another.
        for step in ("about:blank", address):
            self.events = []
            self.call("Page.navigate", url=step)
            self.wait_for("Page.loadEventFired")

    def run(self, script):
        """The value of an expression in the page; a promise is waited for."""
        answer = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def press(self, key):
        """Presses a key, such as `j` or `Enter`."""
        text = {"Enter": "\r", "Escape": ""}.get(key, key)
        down = {"type": "keyDown", "key": key, **({"text": text} if text else {})}
        self.call("Input.dispatchKeyEvent", **down)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def type(self, text):
        """Types a text into what has the focus."""
        self.call("Input.insertText", text=text)

    def next_frame(self):
        """Waits until the page has drawn what it was told."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def complaints(self):
        """What the page's console and policy said, and what the page tried to load beyond itself."""
        said = []
        for event in self.events:
            method, details = event.get("method"), event.get("params", {})
            if method == "Log.entryAdded":
                said.append(details["entry"]["text"])
            elif method == "Runtime.exceptionThrown":
                said.append(details["exceptionDetails"]["text"])
            elif method == "Network.requestWillBeSent" and details["request"]["url"].split(":")[0] not in ("file", "data"):
                said.append("loads " + details["request"]["url"])
        return said

    def picture(self, path, whole=False):
        """Writes what is seen, or the whole page, as PNG."""
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        with open(path, "wb") as file:
            file.write(base64.b64decode(answer["data"]))
