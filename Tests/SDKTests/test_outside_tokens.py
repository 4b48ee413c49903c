"""sessions.exchange_access_token and attest as the SDK sees them; what the service answers is assumed in part."""

from __future__ import annotations

from datetime import timedelta

from support import SDKCase, sync_and_async


@sync_and_async
class ExchangeAccessTokenTests(SDKCase):
    def exchange(self, **arguments):
        return self.call(self.client.sessions, "exchange_access_token", **arguments)

    def assert_exchange_refused(self, status: int, error_type: str, access_token: str) -> None:
        self.assert_refused(
            status, error_type, self.client.sessions, "exchange_access_token", access_token=access_token
        )

    def test_a_token_becomes_a_session_of_its_user_once(self) -> None:
        user_id = self.log_in(minutes=None).user_id
        access_token = self.project.access_token(user_id, "connected-app-test-1", "openid full_access")
        answer = self.exchange(access_token=access_token, session_duration_minutes=30)
        self.assert_succeeded(answer)
        self.assertEqual((answer.user_id, answer.session.user_id), (user_id, user_id))
        self.assertEqual(answer.session.expires_at - answer.session.started_at, timedelta(minutes=30))
        factor = answer.session.authentication_factors[0]
        self.assertEqual(factor.delivery_method.value, "oauth_access_token_exchange")
        self.assertEqual(factor.oauth_access_token_exchange_factor.client_id, "connected-app-test-1")
        self.assertIsNone(answer.user_device)
        self.assert_succeeded(self.authenticate(session_token=answer.session_token))
        self.assert_exchange_refused(400, "oauth_access_token_exchange_token_invalid_grant", access_token)

    def test_without_a_duration_there_is_no_session(self) -> None:
        access_token = self.project.access_token(self.log_in(minutes=None).user_id, "app", "full_access")
        answer = self.exchange(access_token=access_token)
        self.assertEqual((answer.session, answer.session_token, answer.session_jwt), (None, "", ""))

    def test_a_token_that_is_not_good_is_refused(self) -> None:
        user_id = self.log_in(minutes=None).user_id
        old = self.project.access_token(user_id, "app", "full_access")
        self.project.advance(seconds=302)
        narrow = self.project.access_token(user_id, "app", "openid")
        for status, error_type, access_token in [
            (400, "oauth_access_token_exchange_token_too_old", old),
            (400, "oauth_access_token_exchange_missing_full_access", narrow),
            (404, "idp_access_token_could_not_be_exchanged", "unknown"),
        ]:
            with self.subTest(error_type=error_type):
                self.assert_exchange_refused(status, error_type, access_token)


@sync_and_async
class AttestTests(SDKCase):
    def attest(self, **arguments):
        return self.call(self.client.sessions, "attest", **arguments)

    def test_a_trusted_token_makes_a_session_of_its_user(self) -> None:
        user_id = self.log_in(minutes=None).user_id
        token_id = self.project.trust_token("partner", "outside", user_id)
        answer = self.attest(profile_id="partner", token="outside", session_duration_minutes=30)
        self.assert_succeeded(answer)
        self.assertEqual((answer.user_id, answer.session.user_id), (user_id, user_id))
        factor = answer.session.authentication_factors[0]
        self.assertEqual(
            (factor.type.value, factor.delivery_method.value), ("trusted_auth_token", "trusted_token_exchange")
        )
        self.assertEqual(factor.trusted_auth_token_factor.token_id, token_id)
        self.assert_succeeded(self.authenticate(session_token=answer.session_token))

    def test_a_session_that_is_given_gains_the_factor(self) -> None:
        login = self.log_in()
        self.project.trust_token("partner", "outside", login.user_id)
        answer = self.attest(
            profile_id="partner", token="outside", session_token=login.session_token, session_duration_minutes=30
        )
        self.assertEqual(answer.session.session_id, login.session.session_id)
        self.assertEqual(
            [factor.type.value for factor in answer.session.authentication_factors], ["password", "trusted_auth_token"]
        )

    def test_an_unknown_token_is_400(self) -> None:
        self.assert_refused(
            400, "invalid_trusted_auth_token", self.client.sessions, "attest", profile_id="partner", token="unknown"
        )
