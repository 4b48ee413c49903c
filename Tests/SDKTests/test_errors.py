"""Errors that no single call owns, and answers that are not what they should be."""

from __future__ import annotations

import pydantic
from stytch.core.response_base import StytchError

from support import SDKCase, sync_and_async


@sync_and_async
class ErrorTests(SDKCase):
    def test_a_wrong_secret_or_project_is_401(self) -> None:
        login = self.log_in()
        wrong = self.make_client(secret="secret-test-" + "A" * 43 + "=")
        for api, name, arguments in [
            (wrong.sessions, "get", {"user_id": login.user_id}),
            (wrong.sessions, "authenticate", {"session_token": login.session_token}),
            (wrong.sessions, "revoke", {"session_token": login.session_token}),
            (wrong.passwords.sessions, "reset", {"password": "new horse", "session_token": login.session_token}),
            (wrong.users, "delete", {"user_id": login.user_id}),
        ]:
            with self.subTest(name=name):
                details = self.assert_refused(401, "unauthorized_credentials", api, name, **arguments)
                self.assertEqual(details.error_message, "Unauthorized credentials.")
        self.assert_succeeded(self.authenticate(session_token=login.session_token))

    def test_a_status_from_outside_keeps_the_envelope(self) -> None:
        for status, error_type, beginning in [
            (429, "too_many_requests", "Too many requests have been made."),
            (500, "internal_server_error", "Oops, something seems to have gone wrong"),
        ]:
            with self.subTest(status=status):
                self.project.plan_fault(status=status)
                details = self.assert_refused(
                    status, error_type, self.client.sessions, "authenticate", session_token="A" * 44
                )
                self.assertEqual(details.error_message[: len(beginning)], beginning)

    def test_a_call_that_the_mock_does_not_know_is_404(self) -> None:
        self.assert_refused(404, "route_not_found", self.client.passwords, "strength_check", password="correct horse")

    def test_no_two_answers_share_a_request_id(self) -> None:
        ids = [
            self.assert_refused(404, "user_not_found", self.client.users, "get", user_id="nobody").request_id
            for _ in range(20)
        ]
        self.assertEqual(len(set(ids)), 20)

    def test_a_good_status_with_no_json_is_no_answer_for_the_sdk(self) -> None:
        login = self.log_in()
        self.project.plan_fault(garbage="<html>")
        with self.assertRaises(pydantic.ValidationError):
            self.authenticate(session_token=login.session_token)

    def test_a_bad_status_without_an_envelope_is_an_unknown_error(self) -> None:
        self.project.plan_fault(garbage="<html>")
        with self.assertRaises(StytchError) as caught:
            self.authenticate(session_token="A" * 44)
        details = caught.exception.details
        self.assertEqual(
            (details.status_code, details.request_id, details.error_message), (404, "", "An unknown error occurred")
        )
