import Testing
import WireJSON

@testable import MockStytch

struct SessionDurationTests {
    @Test(arguments: [
        ("5", "2027-01-15T08:05:00Z"), ("60", "2027-01-15T09:00:00Z"), ("527040", "2028-01-16T08:00:00Z"),
    ])
    func `a duration within bounds sets the end`(minutes: String, end: String) async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let number = try #require(JSONNumber(token: minutes))
        let answer = try bench.call(
            .authenticateSession,
            ["session_token": .string(login.token), "session_duration_minutes": .number(number)]
        )
        #expect(answer["session"]?["expires_at"] == .string(end))
    }

    @Test(
        arguments: [
            "4", "527041", "0", "-1", "-60", "60.5", "60.0", "6e1", "1e999999999", "\"60\"", "null", "true",
            "[60]", "{}", "9223372036854775808",
        ],
        [
            MockStytch.Operation.authenticateSession, .migrateSession, .resetPassword, .createPassword,
            .authenticatePassword,
        ]
    )
    func `any other duration is refused by every call that takes one`(
        duration: String,
        operation: MockStytch.Operation
    ) async throws {
        var bench = try await RuleBench()
        let login = try bench.logIn()
        let value = try json(duration)
        let answer = try bench.call(
            operation,
            [
                "session_token": .string(login.token), "email": "grace@example.com", "password": "another horse",
                "session_duration_minutes": value,
            ]
        )
        #expect(answer.outcome == "400 invalid_session_duration_minutes")
    }
}
