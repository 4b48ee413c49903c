"""The SDK's own check of our JWTs, and when it asks the service instead."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from unittest import mock

import jwt as pyjwt

from mock_program import Project
from support import SDKCase, forged, sync_and_async


@contextlib.contextmanager
def sdk_clock(ahead: timedelta) -> Iterator[None]:
    """Lets the SDK's JWT check believe that it is later; the mock's clock stays where it is."""

    class LaterDateTime(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + ahead

    now = time.time
    with (
        mock.patch("jwt.api_jwt.datetime", LaterDateTime),
        mock.patch("stytch.shared.jwt_helpers.time.time", lambda: now() + ahead.total_seconds()),
    ):
        yield


class LocalCase(SDKCase):
    def check_locally(self, session_jwt: str, client=None, **arguments):
        return self.call(
            (client or self.client).sessions, "authenticate_jwt_local", session_jwt=session_jwt, **arguments
        )

    def check(self, session_jwt: str, **arguments):
        return self.call(self.client.sessions, "authenticate_jwt", session_jwt=session_jwt, **arguments)


@sync_and_async
class LocalCheckTests(LocalCase):
    def test_the_local_session_is_the_one_the_service_shows(self) -> None:
        login = self.log_in(session_custom_claims={"plan": "free", "limits": {"seats": 3}})
        answer = self.authenticate(session_token=login.session_token)
        local = self.check_locally(answer.session_jwt)
        shown = answer.session.model_copy(deep=True)
        # The claim of a JWT leaves these two out.
        for factor in shown.authentication_factors:
            factor.created_at = factor.updated_at = None
        self.assertEqual(local, shown)
        self.assertEqual(local.custom_claims, {"plan": "free", "limits": {"seats": 3}})

    def test_a_jwt_has_the_documented_header_and_claims(self) -> None:
        login = self.log_in(session_custom_claims={"plan": "free"})
        self.assertEqual(
            pyjwt.get_unverified_header(login.session_jwt),
            {"alg": "RS256", "typ": "JWT", "kid": self.client.sessions.get_jwks(self.project.id).keys[0].kid},
        )
        claims = pyjwt.decode(login.session_jwt, options={"verify_signature": False})
        self.assertEqual(
            set(claims), {"iss", "aud", "sub", "iat", "nbf", "exp", "https://stytch.com/session", "plan"}
        )
        self.assertEqual(claims["iss"], f"stytch.com/{self.project.id}")
        self.assertEqual((claims["aud"], claims["sub"]), ([self.project.id], login.user_id))
        self.assertEqual((claims["nbf"], claims["exp"]), (claims["iat"], claims["iat"] + 300))
        self.assertEqual(
            set(claims["https://stytch.com/session"]),
            {
                "id",
                "started_at",
                "last_accessed_at",
                "expires_at",
                "attributes",
                "authentication_factors",
                "roles",
            },
        )

    def test_a_jwt_is_good_for_five_minutes_whatever_the_session(self) -> None:
        session_jwt = self.log_in(minutes=527_040).session_jwt
        with sdk_clock(ahead=timedelta(seconds=240)):
            self.assertIsNotNone(self.check_locally(session_jwt))
        with sdk_clock(ahead=timedelta(seconds=300)):
            self.assertIsNone(self.check_locally(session_jwt))

    def test_an_age_that_is_too_great_is_refused_before_the_end(self) -> None:
        session_jwt = self.log_in().session_jwt
        self.assertIsNotNone(self.check_locally(session_jwt, max_token_age_seconds=60))
        with sdk_clock(ahead=timedelta(seconds=60)):
            self.assertIsNone(self.check_locally(session_jwt, max_token_age_seconds=60))
        self.assertIsNone(self.check_locally(session_jwt, max_token_age_seconds=0))

    def test_a_jwt_from_the_future_is_refused_but_for_the_leeway(self) -> None:
        login = self.log_in()
        self.project.advance(seconds=120)
        session_jwt = self.authenticate(session_token=login.session_token).session_jwt
        self.assertIsNone(self.check_locally(session_jwt))
        self.assertIsNotNone(self.check_locally(session_jwt, leeway=180))

    def test_a_jwt_that_differs_in_one_thing_is_refused(self) -> None:
        session_id = self.log_in().session.session_id
        other = "project-test-00000000-0000-4000-8000-000000000000"
        for what, changes in [
            ("nobody signed it", {"header": {"alg": "none"}}),
            ("signed with the public key as secret", {"header": {"alg": "HS256"}}),
            ("another RSA algorithm", {"header": {"alg": "RS512"}}),
            ("another issuer", {"claims": {"iss": f"stytch.com/{other}"}}),
            ("the issuer with a scheme", {"claims": {"iss": f"https://stytch.com/{self.project.id}"}}),
            ("no issuer", {"claims": {"iss": None}}),
            ("another audience", {"claims": {"aud": [other]}}),
            ("no audience", {"claims": {"aud": None}}),
            ("ended this second", {"seconds": {"exp": 0}}),
            ("no end", {"claims": {"exp": None}}),
            ("begins later", {"seconds": {"nbf": 60}}),
            ("issued later", {"seconds": {"iat": 60}}),
        ]:
            with self.subTest(what=what):
                self.assertIsNone(self.check_locally(self.project.sign_jwt(session_id, **changes)))

    def test_a_jwt_that_differs_in_what_may_differ_is_accepted(self) -> None:
        session_id = self.log_in().session.session_id
        for what, changes in [
            ("nothing", {}),
            ("the audience is a text", {"claims": {"aud": self.project.id}}),
            ("the project is one audience of several", {"claims": {"aud": ["somebody", self.project.id]}}),
            ("the address as issuer", {"claims": {"iss": self.base_url}}),
            ("begins this second", {"seconds": {"nbf": 0}}),
            ("ends in a minute", {"seconds": {"iat": -240, "nbf": -240, "exp": 60}}),
        ]:
            with self.subTest(what=what):
                local = self.check_locally(self.project.sign_jwt(session_id, **changes))
                self.assertEqual(local.session_id, session_id)

    def test_an_unknown_key_is_an_error_of_the_sdk(self) -> None:
        session_jwt = self.project.sign_jwt(self.log_in().session.session_id, header={"kid": "jwk-test-unknown"})
        with self.assertRaises(pyjwt.exceptions.PyJWKClientError):
            self.check_locally(session_jwt)

    def test_a_changed_signature_is_refused(self) -> None:
        self.assertIsNone(self.check_locally(forged(self.log_in().session_jwt)))

    def test_the_jwt_of_another_project_is_refused(self) -> None:
        other = Project(self.base_url)
        self.addCleanup(other.delete)
        self.assertIsNone(self.check_locally(self.log_in().session_jwt, client=self.make_client(other)))

    def test_old_and_new_jwts_verify_after_a_rotation(self) -> None:
        login = self.log_in()
        self.project.rotate_keys()
        renewed = self.authenticate(session_token=login.session_token).session_jwt
        self.assertNotEqual(
            pyjwt.get_unverified_header(login.session_jwt)["kid"], pyjwt.get_unverified_header(renewed)["kid"]
        )
        for session_jwt in (login.session_jwt, renewed):
            self.assertEqual(self.check_locally(session_jwt).session_id, login.session.session_id)

    def test_the_keys_are_fetched_for_the_first_jwt_alone(self) -> None:
        login = self.log_in()
        self.assertEqual(self.project.calls("sessions.get_jwks"), 0)
        for _ in range(3):
            self.assertIsNotNone(self.check_locally(login.session_jwt))
        self.assertEqual(self.project.calls("sessions.get_jwks"), 1)

    def test_an_unknown_kid_makes_the_sdk_fetch_the_keys_again(self) -> None:
        login = self.log_in()
        self.assertIsNotNone(self.check_locally(login.session_jwt))
        self.assertEqual(self.project.calls("sessions.get_jwks"), 1)
        # As if the half minute had gone by in which the SDK does not fetch again.
        self.client.jwks_client.cooldown_duration = 0
        self.project.rotate_keys()
        renewed = self.authenticate(session_token=login.session_token).session_jwt
        self.assertEqual(self.check_locally(renewed).session_id, login.session.session_id)
        self.assertEqual(self.project.calls("sessions.get_jwks"), 2)

    def test_the_jwt_of_a_revoked_session_still_verifies(self) -> None:
        login = self.log_in()
        self.call(self.client.sessions, "revoke", session_token=login.session_token)
        self.assertEqual(self.check_locally(login.session_jwt).session_id, login.session.session_id)


@sync_and_async
class LocalOrRemoteTests(LocalCase):
    def test_a_good_jwt_needs_no_request(self) -> None:
        session_jwt = self.log_in().session_jwt
        self.assertIsNotNone(self.check_locally(session_jwt))
        # The next request would meet this.
        self.project.plan_fault(status=500)
        answer = self.check(session_jwt)
        self.assertEqual(self.project.calls("sessions.authenticate"), 0)
        self.assertEqual((answer.status_code, answer.request_id, answer.session_jwt), (200, "", session_jwt))
        self.assert_refused(
            500, "internal_server_error", self.client.sessions, "authenticate", session_jwt=session_jwt
        )

    def test_an_age_of_zero_asks_the_service(self) -> None:
        login = self.log_in()
        answer = self.check(login.session_jwt, max_token_age_seconds=0)
        self.assert_succeeded(answer)
        self.assertEqual(answer.session.session_id, login.session.session_id)

    def test_a_jwt_past_its_time_is_renewed_by_the_service(self) -> None:
        login = self.log_in()
        self.project.advance(seconds=400)
        with sdk_clock(ahead=timedelta(seconds=400)):
            answer = self.check(login.session_jwt)
            self.assert_succeeded(answer)
            self.assertNotEqual(answer.session_jwt, login.session_jwt)
            self.assertEqual(self.check_locally(answer.session_jwt).session_id, login.session.session_id)

    def test_the_service_refuses_the_jwt_of_a_revoked_session(self) -> None:
        login = self.log_in()
        self.call(self.client.sessions, "revoke", session_id=login.session.session_id)
        self.assert_refused(
            404,
            "session_not_found",
            self.client.sessions,
            "authenticate_jwt",
            session_jwt=login.session_jwt,
            max_token_age_seconds=0,
        )

    def test_the_service_refuses_a_changed_signature(self) -> None:
        self.assert_refused(
            400,
            "unable_to_parse_session_jwt",
            self.client.sessions,
            "authenticate_jwt",
            session_jwt=forged(self.log_in().session_jwt),
        )
