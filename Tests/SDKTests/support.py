"""What the tests share: a case with a project and a client of its own, run with and without asyncio."""

from __future__ import annotations

import asyncio
import sys
import unittest
from typing import Any

import stytch
from stytch.core.response_base import StytchError, StytchErrorDetails

import calls_made
from mock_program import Project, address_from_environment

PASSWORD = "correct horse"


class SDKCase(unittest.TestCase):
    """A test with a project and a client of its own."""

    # Whether calls go to the SDK's `…_async` methods.
    is_async = False

    def setUp(self) -> None:
        self.base_url = address_from_environment()
        self._runner = asyncio.Runner()
        self.addCleanup(self._runner.close)
        self.project = Project(self.base_url)
        self.addCleanup(self.project.delete)
        self.client = self.make_client()

    def make_client(self, project: Project | None = None, secret: str | None = None) -> stytch.Client:
        """A client of a project, this test's if none is named, with nothing cached yet."""
        project = project or self.project
        client = stytch.Client(project.id, secret or project.secret, environment=self.base_url + "/")
        self.addCleanup(lambda: self._runner.run(client.close()))
        self.addCleanup(client.sync_client._session.close)
        return client

    def call(self, api: Any, name: str, /, **arguments: Any) -> Any:
        """Calls a method of the SDK, or its asynchronous twin."""
        calls_made.note(api, name + "_async" if self.is_async else name)
        if not self.is_async:
            return getattr(api, name)(**arguments)

        async def answer() -> Any:
            return await getattr(api, name + "_async")(**arguments)

        return self._runner.run(answer())

    def log_in(self, email: str = "ada@example.com", minutes: int | None = 60, **more: Any) -> Any:
        """A new user with a password, and a session unless `minutes` is None."""
        return self.call(
            self.client.passwords,
            "create",
            email=email,
            password=PASSWORD,
            session_duration_minutes=minutes,
            **more,
        )

    def authenticate(self, **arguments: Any) -> Any:
        return self.call(self.client.sessions, "authenticate", **arguments)

    def assert_succeeded(self, answer: Any) -> None:
        self.assertEqual(answer.status_code, 200)
        self.assertTrue(answer.is_success)
        self.assertRegex(answer.request_id, r"^request-id-test-[0-9a-f-]{36}$")

    def assert_refused(
        self, status: int, error_type: str, api: Any, name: str, /, **arguments: Any
    ) -> StytchErrorDetails:
        """Asserts that a call raises the SDK's error with all that the service says in one."""
        with self.assertRaises(StytchError) as caught:
            self.call(api, name, **arguments)
        details = caught.exception.details
        self.assertEqual((details.status_code, details.error_type), (status, error_type))
        self.assertRegex(details.request_id, r"^request-id-test-[0-9a-f-]{36}$")
        self.assertEqual(details.error_url, f"https://stytch.com/docs/api/errors/{status}#{error_type}")
        self.assertNotEqual(details.error_message, "")
        self.assertEqual(
            set(details.original_json), {"request_id", "error_type", "error_message", "error_url", "status_code"}
        )
        return details

    def assert_session_is_over(self, session_token: str) -> None:
        self.assert_refused(
            404, "session_not_found", self.client.sessions, "authenticate", session_token=session_token
        )


def forged(session_jwt: str) -> str:
    """A JWT whose signature can be read and is wrong."""
    header, claims, signature = session_jwt.split(".")
    letter = "B" if signature[0] == "A" else "A"
    return ".".join([header, claims, letter + signature[1:]])


def sync_and_async(case: type[SDKCase]) -> type[SDKCase]:
    """Adds a twin of a case to its module that calls the SDK's asynchronous methods."""
    name = case.__name__ + "Async"
    twin = type(name, (case,), {"is_async": True, "__module__": case.__module__})
    setattr(sys.modules[case.__module__], name, twin)
    return case
