"""users.get and users.delete as the SDK sees them."""

from __future__ import annotations

from support import SDKCase, sync_and_async


@sync_and_async
class UserTests(SDKCase):
    def test_a_user_is_read_with_every_key_at_the_top(self) -> None:
        login = self.log_in(minutes=None)
        answer = self.call(self.client.users, "get", user_id=login.user_id)
        self.assert_succeeded(answer)
        read = {key: value for key, value in answer.model_dump().items() if key not in ("request_id", "status_code")}
        self.assertEqual(read, login.user.model_dump())

    def test_the_sessions_of_a_deleted_user_end(self) -> None:
        login = self.log_in()
        answer = self.call(self.client.users, "delete", user_id=login.user_id)
        self.assert_succeeded(answer)
        self.assertEqual(answer.user_id, login.user_id)
        self.assert_session_is_over(login.session_token)
        for name in ("get", "delete"):
            self.assert_refused(404, "user_not_found", self.client.users, name, user_id=login.user_id)
        self.assert_refused(404, "user_not_found", self.client.sessions, "get", user_id=login.user_id)
