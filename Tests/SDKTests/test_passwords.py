"""passwords.create, authenticate and sessions.reset as the SDK sees them."""

from __future__ import annotations

from datetime import timedelta

from support import PASSWORD, SDKCase, sync_and_async

NEW_PASSWORD = "пароль with 🔑 and spaces"


@sync_and_async
class CreateTests(SDKCase):
    def create(self, **arguments):
        return self.call(self.client.passwords, "create", **arguments)

    def test_a_user_is_made_with_all_that_was_given(self) -> None:
        answer = self.create(
            email="ada@example.com",
            password=PASSWORD,
            session_duration_minutes=60,
            session_custom_claims={"plan": "free"},
            name={"first_name": "Ada", "last_name": "Lovelace"},
            trusted_metadata={"level": 3},
            untrusted_metadata={"theme": {"dark": True}},
        )
        self.assert_succeeded(answer)
        user = answer.user
        self.assertEqual((answer.user_id, answer.session.user_id), (user.user_id, user.user_id))
        emails = [(email.email_id, email.email) for email in user.emails]
        self.assertEqual(emails, [(answer.email_id, "ada@example.com")])
        self.assertEqual((user.name.first_name, user.name.last_name), ("Ada", "Lovelace"))
        self.assertEqual((user.trusted_metadata, user.untrusted_metadata), ({"level": 3}, {"theme": {"dark": True}}))
        self.assertEqual((user.status, user.is_locked, user.roles), ("active", False, []))
        self.assertIs(user.password.requires_reset, False)
        self.assertEqual(answer.session.custom_claims, {"plan": "free"})

    def test_without_a_duration_there_is_no_session(self) -> None:
        answer = self.create(email="ada@example.com", password=PASSWORD)
        self.assertEqual((answer.session, answer.session_token, answer.session_jwt), (None, "", ""))

    def test_what_cannot_be_a_user_is_400(self) -> None:
        self.log_in("taken@example.com")
        for error_type, email, password in [
            ("weak_password", "ada@example.com", "short"),
            ("breached_password", "ada@example.com", "password123"),
            ("invalid_email", "nobody", PASSWORD),
            ("duplicate_email", "taken@example.com", PASSWORD),
        ]:
            with self.subTest(error_type=error_type):
                self.assert_refused(400, error_type, self.client.passwords, "create", email=email, password=password)


@sync_and_async
class AuthenticateTests(SDKCase):
    def test_the_password_opens_a_session_of_its_own(self) -> None:
        first = self.log_in()
        second = self.call(
            self.client.passwords,
            "authenticate",
            email="ada@example.com",
            password=PASSWORD,
            session_duration_minutes=60,
        )
        self.assert_succeeded(second)
        self.assertEqual(second.user_id, first.user_id)
        self.assertNotEqual(second.session.session_id, first.session.session_id)

    def test_a_session_that_is_given_is_extended(self) -> None:
        login = self.log_in(minutes=5)
        answer = self.call(
            self.client.passwords,
            "authenticate",
            email="ada@example.com",
            password=PASSWORD,
            session_token=login.session_token,
            session_duration_minutes=60,
        )
        self.assertEqual(answer.session.session_id, login.session.session_id)
        self.assertEqual(answer.session.expires_at - answer.session.last_accessed_at, timedelta(minutes=60))
        self.assertEqual(len(answer.session.authentication_factors), 1)

    def test_who_does_not_get_in(self) -> None:
        self.log_in()
        self.project.open_session(
            {
                "type": "magic_link",
                "delivery_method": "email",
                "email_factor": {"email_id": "email-test-1", "email_address": "linked@example.com"},
            }
        )
        for status, error_type, email, password in [
            (401, "unauthorized_credentials", "ada@example.com", "incorrect horse"),
            (404, "email_not_found", "nobody@example.com", PASSWORD),
            (400, "no_user_password", "linked@example.com", PASSWORD),
        ]:
            with self.subTest(error_type=error_type):
                self.assert_refused(
                    status, error_type, self.client.passwords, "authenticate", email=email, password=password
                )


@sync_and_async
class SessionResetTests(SDKCase):
    def reset(self, **arguments):
        return self.call(self.client.passwords.sessions, "reset", **arguments)

    def assert_reset_refused(self, status: int, error_type: str, **arguments) -> None:
        self.assert_refused(status, error_type, self.client.passwords.sessions, "reset", **arguments)

    def test_token_and_jwt_set_the_password(self) -> None:
        for proof in ("session_token", "session_jwt"):
            with self.subTest(proof=proof):
                email = f"{proof}@example.com"
                login = self.log_in(email)
                answer = self.reset(password=NEW_PASSWORD, **{proof: getattr(login, proof)})
                self.assert_succeeded(answer)
                self.assertEqual((answer.user_id, answer.user.user_id), (login.user_id, login.user_id))
                self.assert_refused(
                    401,
                    "unauthorized_credentials",
                    self.client.passwords,
                    "authenticate",
                    email=email,
                    password=PASSWORD,
                )
                self.assert_succeeded(
                    self.call(self.client.passwords, "authenticate", email=email, password=NEW_PASSWORD)
                )

    def test_with_a_duration_the_session_is_extended_to_it(self) -> None:
        login = self.log_in()
        answer = self.reset(
            password=NEW_PASSWORD,
            session_token=login.session_token,
            session_duration_minutes=90,
            session_custom_claims={"reset": True},
        )
        self.assertEqual(answer.session.session_id, login.session.session_id)
        self.assertEqual(answer.session.expires_at - answer.session.last_accessed_at, timedelta(minutes=90))
        self.assertEqual(answer.session.custom_claims, {"reset": True})
        self.assertEqual(answer.session_token, login.session_token)
        self.assertIsNone(answer.user_device)

    def test_without_a_duration_no_session_comes_back(self) -> None:
        login = self.log_in()
        answer = self.reset(password=NEW_PASSWORD, session_token=login.session_token)
        self.assertEqual((answer.session, answer.session_token, answer.session_jwt), (None, "", ""))
        self.assert_succeeded(self.authenticate(session_token=login.session_token))

    def test_the_other_sessions_of_the_user_end(self) -> None:
        used = self.log_in()
        other = self.call(
            self.client.passwords,
            "authenticate",
            email="ada@example.com",
            password=PASSWORD,
            session_duration_minutes=60,
        )
        self.reset(password=NEW_PASSWORD, session_token=used.session_token)
        self.assert_session_is_over(other.session_token)
        self.assert_succeeded(self.authenticate(session_token=used.session_token))

    def test_a_factor_of_four_minutes_still_counts_and_one_of_more_than_five_does_not(self) -> None:
        login = self.log_in()
        self.project.advance(seconds=240)
        self.assert_succeeded(self.reset(password=NEW_PASSWORD, session_token=login.session_token))
        self.project.advance(seconds=61)
        self.assert_reset_refused(
            400, "session_too_old_to_reset_password", password=NEW_PASSWORD, session_token=login.session_token
        )

    def test_three_kinds_of_factor_count_and_others_do_not(self) -> None:
        email = {"email_factor": {"email_id": "email-test-1", "email_address": "linked@example.com"}}
        phone = {"phone_number_factor": {"phone_id": "phone-number-test-1", "phone_number": "+10000000000"}}
        for kind, delivery, details, counts in [
            ("magic_link", "email", email, True),
            ("otp", "email", email, True),
            ("password", "knowledge", {}, True),
            ("otp", "sms", phone, False),
            ("totp", "authenticator_app", {"authenticator_app_factor": {"totp_id": "totp-test-1"}}, False),
        ]:
            with self.subTest(kind=kind, delivery=delivery):
                factor = {"type": kind, "delivery_method": delivery, **details}
                token = self.project.open_session(factor)["session_token"]
                if counts:
                    self.assert_succeeded(self.reset(password=NEW_PASSWORD, session_token=token))
                else:
                    self.assert_reset_refused(
                        400, "session_too_old_to_reset_password", password=NEW_PASSWORD, session_token=token
                    )

    def test_a_refused_reset_keeps_the_old_password(self) -> None:
        token = self.log_in().session_token
        for status, error_type, arguments in [
            (400, "weak_password", {"password": "short", "session_token": token}),
            (400, "breached_password", {"password": "password123", "session_token": token}),
            (400, "no_session_arguments", {"password": NEW_PASSWORD}),
            (404, "session_not_found", {"password": NEW_PASSWORD, "session_token": "A" * 44}),
            (
                400,
                "invalid_session_duration_minutes",
                {"password": NEW_PASSWORD, "session_token": token, "session_duration_minutes": 4},
            ),
        ]:
            with self.subTest(error_type=error_type):
                self.assert_reset_refused(status, error_type, **arguments)
        self.assert_succeeded(
            self.call(self.client.passwords, "authenticate", email="ada@example.com", password=PASSWORD)
        )
