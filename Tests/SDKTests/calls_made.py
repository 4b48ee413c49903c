"""Which calls of the SDK's sessions and password sessions the tests made, and which they left out."""

from __future__ import annotations

import inspect
from typing import Any

from stytch.consumer.api.passwords_session import Sessions as PasswordSessions
from stytch.consumer.api.sessions import Sessions

# All that a test has called so far: class and method.
_made: set[tuple[type, str]] = set()


def note(api: Any, method: str) -> None:
    """Notes that a method of an API was called."""
    _made.add((type(api), method))


def left_out() -> list[str]:
    """The public methods of both classes, each twin for asyncio too, that no test has called."""
    return sorted(
        f"{api.__module__.rpartition('.')[2]}.{name}"
        for api in (Sessions, PasswordSessions)
        for name, _ in inspect.getmembers(api, inspect.isfunction)
        if not name.startswith("_") and (api, name) not in _made
    )
