"""sessions.get, authenticate, revoke, migrate and get_jwks as the SDK sees them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from support import SDKCase, forged, sync_and_async

UNKNOWN_TOKEN = "A" * 44


@sync_and_async
class AuthenticateTests(SDKCase):
    def test_a_token_gives_session_user_token_and_jwt(self) -> None:
        login = self.log_in()
        answer = self.authenticate(session_token=login.session_token)
        self.assert_succeeded(answer)
        self.assertEqual(answer.session.session_id, login.session.session_id)
        self.assertEqual(answer.session.user_id, login.user_id)
        self.assertEqual(answer.user, login.user)
        self.assertEqual(answer.session_token, login.session_token)
        self.assertEqual(len(answer.session_jwt.split(".")), 3)
        self.assertIsNone(answer.verdict)

    def test_a_session_has_its_times_in_utc_and_in_order(self) -> None:
        session = self.authenticate(session_token=self.log_in(minutes=60).session_token).session
        self.assertEqual(session.started_at.utcoffset(), timedelta(0))
        self.assertLessEqual(session.started_at, session.last_accessed_at)
        self.assertEqual(session.expires_at - session.started_at, timedelta(minutes=60))

    def test_a_session_shows_how_its_user_signed_in(self) -> None:
        session = self.log_in().session
        self.assertEqual(len(session.authentication_factors), 1)
        factor = session.authentication_factors[0]
        self.assertEqual((factor.type.value, factor.delivery_method.value), ("password", "knowledge"))
        self.assertEqual(factor.last_authenticated_at, session.started_at)
        self.assertIsNone(factor.email_factor)
        self.assertEqual((session.attributes.ip_address, session.attributes.user_agent), ("", ""))
        self.assertEqual((session.roles, session.custom_claims), ([], {}))

    def test_a_jwt_gives_the_same_session_and_no_token(self) -> None:
        login = self.log_in()
        answer = self.authenticate(session_jwt=login.session_jwt)
        self.assertEqual(answer.session.session_id, login.session.session_id)
        self.assertEqual(answer.session_token, "")

    def test_a_jwt_past_its_time_gives_a_new_one(self) -> None:
        login = self.log_in()
        self.project.advance(seconds=301)
        answer = self.authenticate(session_jwt=login.session_jwt)
        self.assertNotEqual(answer.session_jwt, login.session_jwt)
        self.assertGreaterEqual(answer.session.last_accessed_at - answer.session.started_at, timedelta(seconds=301))

    def test_a_duration_counts_from_now_and_its_absence_changes_nothing(self) -> None:
        login = self.log_in(minutes=60)
        self.project.advance(seconds=600)
        untouched = self.authenticate(session_token=login.session_token).session
        self.assertEqual(untouched.expires_at, login.session.expires_at)
        renewed = self.authenticate(session_token=login.session_token, session_duration_minutes=60).session
        self.assertEqual(renewed.expires_at - renewed.last_accessed_at, timedelta(minutes=60))

    def test_the_bounds_of_a_duration_are_accepted(self) -> None:
        token = self.log_in().session_token
        for minutes in (5, 527_040):
            session = self.authenticate(session_token=token, session_duration_minutes=minutes).session
            self.assertEqual(session.expires_at - session.last_accessed_at, timedelta(minutes=minutes))

    def test_a_duration_out_of_bounds_is_refused(self) -> None:
        token = self.log_in().session_token
        for minutes in (-1, 0, 4, 527_041):
            with self.subTest(minutes=minutes):
                details = self.assert_refused(
                    400,
                    "invalid_session_duration_minutes",
                    self.client.sessions,
                    "authenticate",
                    session_token=token,
                    session_duration_minutes=minutes,
                )
                self.assertEqual(
                    details.error_message,
                    "session_duration_minutes is invalid, should be between 5 to 527040 minutes.",
                )

    def test_claims_are_set_merged_and_deleted(self) -> None:
        token = self.log_in().session_token
        steps = [
            ({"plan": "free", "limits": {"seats": 1, "disk": 5}}, {"plan": "free", "limits": {"seats": 1, "disk": 5}}),
            ({"limits": {"seats": 3}}, {"plan": "free", "limits": {"seats": 3, "disk": 5}}),
            ({"plan": None, "tags": ["a", 1, None]}, {"limits": {"seats": 3, "disk": 5}, "tags": ["a", 1, None]}),
            ({"sub": "somebody else", "exp": 1}, {"limits": {"seats": 3, "disk": 5}, "tags": ["a", 1, None]}),
        ]
        for claims, expected in steps:
            with self.subTest(claims=claims):
                answer = self.authenticate(
                    session_token=token, session_duration_minutes=60, session_custom_claims=claims
                )
                self.assertEqual(answer.session.custom_claims, expected)

    def test_claims_over_four_kilobytes_are_refused(self) -> None:
        self.assert_refused(
            400,
            "custom_claims_too_large",
            self.client.sessions,
            "authenticate",
            session_token=self.log_in().session_token,
            session_duration_minutes=60,
            session_custom_claims={"text": "x" * 4096},
        )

    def test_an_unknown_token_is_404(self) -> None:
        self.assert_session_is_over(UNKNOWN_TOKEN)

    def test_a_session_that_has_ended_is_404(self) -> None:
        login = self.log_in(minutes=5)
        self.project.advance(seconds=300)
        self.assert_session_is_over(login.session_token)
        self.assert_refused(
            404, "session_not_found", self.client.sessions, "authenticate", session_jwt=login.session_jwt
        )

    def test_arguments_that_make_no_sense_are_400(self) -> None:
        login = self.log_in()
        for error_type, arguments in [
            ("no_session_arguments", {}),
            ("too_many_session_arguments", {"session_token": UNKNOWN_TOKEN, "session_jwt": login.session_jwt}),
            ("invalid_session_token", {"session_token": "short"}),
            ("unable_to_parse_session_jwt", {"session_jwt": "no.jwt.atall"}),
            ("unable_to_parse_session_jwt", {"session_jwt": forged(login.session_jwt)}),
            ("bad_request", {"session_token": 7}),
        ]:
            with self.subTest(error_type=error_type):
                self.assert_refused(400, error_type, self.client.sessions, "authenticate", **arguments)

    def test_what_no_role_grants_is_403(self) -> None:
        self.assert_refused(
            403,
            "consumer_session_authorization_error",
            self.client.sessions,
            "authenticate",
            session_token=self.log_in().session_token,
            authorization_check={"resource_id": "documents", "action": "read"},
        )


@sync_and_async
class GetTests(SDKCase):
    def get(self, user_id: str):
        return self.call(self.client.sessions, "get", user_id=user_id)

    def test_a_user_gets_all_live_sessions(self) -> None:
        first = self.log_in()
        second = self.call(
            self.client.passwords,
            "authenticate",
            email="ada@example.com",
            password="correct horse",
            session_duration_minutes=5,
        )
        answer = self.get(first.user_id)
        self.assert_succeeded(answer)
        self.assertCountEqual(
            [session.session_id for session in answer.sessions], [first.session.session_id, second.session.session_id]
        )
        self.project.advance(seconds=300)
        self.assertEqual(self.get(first.user_id).sessions, [first.session])

    def test_a_user_without_sessions_gets_none(self) -> None:
        self.assertEqual(self.get(self.log_in(minutes=None).user_id).sessions, [])

    def test_an_unknown_user_is_404(self) -> None:
        self.assert_refused(
            404,
            "user_not_found",
            self.client.sessions,
            "get",
            user_id="user-test-00000000-0000-4000-8000-000000000000",
        )

    def test_an_empty_user_id_is_400(self) -> None:
        self.assert_refused(400, "bad_request", self.client.sessions, "get", user_id="")


@sync_and_async
class RevokeTests(SDKCase):
    def revoke(self, **arguments: str):
        return self.call(self.client.sessions, "revoke", **arguments)

    def test_each_of_three_ways_ends_the_session_alone(self) -> None:
        for way in ("session_id", "session_token", "session_jwt"):
            with self.subTest(way=way):
                email = f"{way}@example.com"
                ended, kept = self.log_in(email), self.call(
                    self.client.passwords,
                    "authenticate",
                    email=email,
                    password="correct horse",
                    session_duration_minutes=60,
                )
                value = ended.session.session_id if way == "session_id" else getattr(ended, way)
                self.assert_succeeded(self.revoke(**{way: value}))
                self.assert_session_is_over(ended.session_token)
                self.assert_succeeded(self.authenticate(session_token=kept.session_token))

    def test_just_one_argument_is_expected(self) -> None:
        self.assert_refused(400, "no_session_revoke_arguments", self.client.sessions, "revoke")
        login = self.log_in()
        self.assert_refused(
            400,
            "too_many_session_revoke_arguments",
            self.client.sessions,
            "revoke",
            session_id=login.session.session_id,
            session_token=login.session_token,
        )
        self.assert_succeeded(self.authenticate(session_token=login.session_token))


@sync_and_async
class MigrateTests(SDKCase):
    def migrate(self, **arguments):
        return self.call(self.client.sessions, "migrate", **arguments)

    def test_the_user_of_the_userinfo_gets_a_session(self) -> None:
        user_id = self.log_in(minutes=None).user_id
        self.project.userinfo("outside", {"sub": "1", "email": "ada@example.com"})
        answer = self.migrate(
            session_token="outside", session_duration_minutes=30, session_custom_claims={"from": "outside"}
        )
        self.assert_succeeded(answer)
        self.assertEqual((answer.user_id, answer.user.user_id, answer.session.user_id), (user_id, user_id, user_id))
        self.assertEqual(answer.session.authentication_factors[0].type.value, "imported")
        self.assertEqual(answer.session.custom_claims, {"from": "outside"})
        self.assertIsNone(answer.user_device)
        again = self.authenticate(session_token=answer.session_token)
        self.assertEqual(again.session.session_id, answer.session.session_id)

    def test_without_a_duration_there_is_no_session(self) -> None:
        user_id = self.log_in(minutes=None).user_id
        self.project.userinfo("outside", {"email": "ada@example.com"})
        answer = self.migrate(session_token="outside")
        self.assertEqual(answer.user_id, user_id)
        self.assertEqual((answer.session, answer.session_token, answer.session_jwt), (None, "", ""))

    def test_a_userinfo_that_does_not_help_is_400(self) -> None:
        self.project.userinfo("nameless", {"sub": "1"})
        self.project.userinfo("stranger", {"email": "nobody@example.com"})
        for token, error_type in [
            ("unknown", "migrate_from_external_unexpected_response"),
            ("nameless", "migrate_from_external_missing_userinfo"),
            ("stranger", "migrate_from_external_email_does_not_exist"),
        ]:
            with self.subTest(token=token):
                self.assert_refused(400, error_type, self.client.sessions, "migrate", session_token=token)


@sync_and_async
class GetJWKSTests(SDKCase):
    def get_jwks(self, project_id: str):
        return self.call(self.client.sessions, "get_jwks", project_id=project_id)

    def test_a_key_has_all_that_the_sdk_knows(self) -> None:
        answer = self.get_jwks(self.project.id)
        self.assert_succeeded(answer)
        self.assertEqual(len(answer.keys), 1)
        key = answer.keys[0]
        self.assertEqual((key.kty, key.use, key.key_ops, key.alg, key.e), ("RSA", "sig", ["verify"], "RS256", "AQAB"))
        self.assertRegex(key.kid, r"^jwk-test-[0-9a-f-]{36}$")
        self.assertEqual((len(key.n), len(key.x5c)), (342, 1))
        self.assertRegex(key.x5tS256, r"^[A-Za-z0-9_-]{43}=$")

    def test_after_a_rotation_both_keys_are_served(self) -> None:
        before = self.get_jwks(self.project.id).keys
        self.project.rotate_keys()
        after = self.get_jwks(self.project.id).keys
        self.assertEqual(len(after), 2)
        self.assertEqual(after[:1], before)

    def test_another_project_is_404(self) -> None:
        self.assert_refused(
            404,
            "project_not_found",
            self.client.sessions,
            "get_jwks",
            project_id="project-test-00000000-0000-4000-8000-000000000000",
        )


@sync_and_async
class SandboxTests(SDKCase):
    def test_the_documented_token_gives_the_documented_session(self) -> None:
        answer = self.authenticate(session_token="WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY")
        self.assert_succeeded(answer)
        self.assertEqual(answer.user.user_id, "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd")
        self.assertEqual(answer.session.session_id, "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028")
        self.assertEqual(
            answer.session.started_at, datetime(2021, 8, 28, 0, 41, 58, 935_673, tzinfo=timezone.utc)
        )
        factor = answer.session.authentication_factors[0]
        self.assertEqual((factor.type.value, factor.delivery_method.value), ("magic_link", "email"))
        self.assertEqual(factor.email_factor.email_address, "sandbox@stytch.com")

    def test_the_other_documented_token_is_404(self) -> None:
        self.assert_session_is_over("59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw")
