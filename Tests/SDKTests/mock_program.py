"""The mock as a separate program: starting it, its projects, and what only a mock can do."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import threading
import urllib.request
from typing import Any

# Seconds until the program must have said where it listens, answered, or ended.
PATIENCE = 30

# 127.0.0.1 is never reached through a proxy, whatever the environment says.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Mock:
    """The program's `serve` on a free port."""

    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen(
            [program, "serve", "--port", "0", "--json"], stdout=subprocess.PIPE, text=True
        )
        # Without a slash at the end; known once the mock is ready.
        self.base_url = ""

    def wait_until_ready(self) -> None:
        """Waits for the line that says where the mock listens.

        Raises RuntimeError if the program ends or says nothing.
        """
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda: lines.put(self._process.stdout.readline()), daemon=True).start()
        try:
            line = lines.get(timeout=PATIENCE)
        except queue.Empty:
            raise RuntimeError(f"the mock said nothing for {PATIENCE} s") from None
        if not line:
            raise RuntimeError(f"the mock ended with exit status {self._process.wait(PATIENCE)}")
        self.base_url = json.loads(line)["baseURL"]

    def stop(self) -> int:
        """Ends the program as a supervisor would, and returns its exit status."""
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait(PATIENCE)
        finally:
            self._process.stdout.close()


class Project:
    """A project of the mock that no other test knows."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        made = self._send("POST", "/mock/projects", {})
        self.id: str = made["project_id"]
        self.secret: str = made["secret"]

    def delete(self) -> None:
        self._send("DELETE", f"/mock/projects/{self.id}")

    def advance(self, seconds: int) -> None:
        """Moves the project's clock; the SDK's own stays where it is."""
        self._command("advance", {"milliseconds": seconds * 1000})

    def rotate_keys(self) -> None:
        self._command("rotate-keys", {})

    def userinfo(self, token: str, answer: Any) -> None:
        """Sets what the external address of sessions.migrate says of a token."""
        self._command("userinfo", {"token": token, "answer": answer})

    def open_session(self, *factors: dict[str, Any], minutes: int = 60) -> dict[str, Any]:
        """Makes a user with these factors and a session."""
        return self._command("session", {"factors": list(factors), "minutes": minutes})

    def access_token(self, user_id: str, client_id: str, scope: str) -> str:
        """Issues an access token as a connected app would get it."""
        body = {"user_id": user_id, "client_id": client_id, "scope": scope}
        return self._command("access-token", body)["access_token"]

    def trust_token(self, profile_id: str, token: str, user_id: str) -> str:
        """Makes a token from outside good for a user, and returns its id."""
        body = {"profile_id": profile_id, "token": token, "user_id": user_id}
        return self._command("trusted-token", body)["token_id"]

    def sign_jwt(self, session_id: str, **changes: Any) -> str:
        """The JWT that a session would get now, with other members in its `header`, `claims` or, as times, `seconds`."""
        return self._command("jwt", {"session_id": session_id, **changes})["session_jwt"]

    def calls(self, operation: str) -> int:
        """How often an operation was called."""
        return self._send("GET", f"/mock/projects/{self.id}/calls")["calls"][operation]

    def plan_fault(self, **fault: Any) -> None:
        """Spoils the project's next answer."""
        self._command("fault", fault)

    def _command(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._send("POST", f"/mock/projects/{self.id}/{name}", body)

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base_url + path, data=data, method=method)
        with _opener.open(request, timeout=PATIENCE) as answer:
            return json.load(answer)


def address_from_environment() -> str:
    """The address of the mock that the runner has started."""
    return os.environ["STYTCH_MOCK_URL"]
