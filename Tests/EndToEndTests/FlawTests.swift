import Foundation
import Testing

/// A mock that is wrong on purpose: the cases must notice, and say where, what was expected and what came.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct FlawTests {
    /// A flaw, a case that must notice it, and a finding of that case; expected and actual are the beginnings of its words.
    struct Row: Sendable, CustomTestStringConvertible {
        var flaw: String
        var id: String
        var subject: String
        var expected: String
        var actual: String

        init(_ flaw: String, _ id: String, _ subject: String, _ expected: String, _ actual: String) {
            self.flaw = flaw
            self.id = id
            self.subject = subject
            self.expected = expected
            self.actual = actual
        }

        var testDescription: String { flaw }
    }

    static let rows: [Row] = [
        Row("keyRenamed", "users/users/delete", "body /session/session_id", "string", "nothing"),
        Row("typeChanged", "users/users/delete", "body /status_code", "integer", "\"200\""),
        Row("statusOffByOne", "users/users/delete", "status", "200", "201"),
        Row("statusCodeDisagrees", "sessions/arguments/bad-jwt/other-key", "body /status_code", "400", "401"),
        Row("fieldDropped", "users/users/delete", "body /user/status", "string", "nothing"),
        Row(
            "wrongErrorType",
            "sessions/sandbox/dead-token",
            "body /error_type",
            "\"session_not_found\"",
            "\"unknown_error\""
        ),
        Row("errorURLMissing", "users/users/delete", "body /error_url", "an http or https URL", "nothing"),
        Row("timeWithoutZone", "users/users/delete", "body /user/created_at", "RFC 3339 time", "\"20"),
        Row(
            "extraSessionInList",
            "sessions/migrate/known-user",
            "body /sessions",
            "no more elements",
            "{\"session_id\":"
        ),
        Row(
            "jwtSignedByAnotherKey",
            "sessions/migrate/claims",
            "body /session_jwt token",
            "a JWT that verifies",
            "refused: signature"
        ),
        Row(
            "issuerWrong",
            "sessions/migrate/claims",
            "body /session_jwt token",
            "a JWT that verifies",
            "refused: issuer"
        ),
        Row(
            "jwtLifetimeDoubled",
            "sessions/migrate/known-user",
            "body /session_jwt claims /exp",
            "exp - iat = 300 s",
            "600 s"
        ),
        Row(
            "jwtSessionWrong",
            "jwt/tokens/session-claim",
            "body /session_jwt claims /https:~1~1stytch.com~1session/id",
            "\"session-test-",
            "\"session-test-00000000-"
        ),
        Row(
            "jwtAttributesEmpty",
            "sessions/factors/several",
            "body /session_jwt claims /https:~1~1stytch.com~1session/attributes/ip_address",
            "\"203.0.113.7\"",
            "\"\""
        ),
        Row("requestIDMissing", "users/users/delete", "body /request_id", "string", "nothing"),
        Row(
            "requestIDRepeated",
            "users/users/delete",
            "body /request_id",
            "a value that no other answer of this run has",
            "\"request-id-test-00000000-"
        ),
        Row(
            "wrongContentType",
            "users/users/delete",
            "header content-type",
            "text that matches \"^application/json",
            "\"text/plain\""
        ),
        Row(
            "claimsNotMerged",
            "sessions/claims/merge-and-delete",
            "body /session/custom_claims/plan/name",
            "\"pro\"",
            "nothing"
        ),
        Row(
            "claimsNotDeleted",
            "sessions/claims/merge-and-delete",
            "body /session/custom_claims/color",
            "nothing",
            "\"blue\""
        ),
        Row(
            "claimNumbersRounded",
            "sessions/claims/set",
            "body /session/custom_claims/big",
            "9007199254740993",
            "9007199254740992"
        ),
        Row(
            "claimsSizeUnchecked",
            "sessions/claims/too-large",
            "body /error_type",
            "\"custom_claims_too_large\"",
            "nothing"
        ),
        Row("revokedSessionLives", "sessions/revoke/only-that-session", "status", "404", "200"),
        Row("expiredSessionLives", "sessions/durations/extended-session-lives", "status", "404", "200"),
        Row("durationOffByAMinute", "sessions/authenticate/session-expired/jwt", "status", "404", "200"),
        Row("durationUnchecked", "sessions/migrate/duration/above-the-longest", "status", "400", "200"),
        Row(
            "accessTimeStands",
            "sessions/authenticate/live-jwt",
            "body /session/last_accessed_at",
            "a time from \"20",
            "\"20"
        ),
        Row(
            "credentialsUnchecked",
            "errors/credentials/wrong/empty-secret",
            "body /error_type",
            "\"unauthorized_credentials\"",
            "\"user_not_found\""
        ),
        Row("resetKeepsOtherSessions", "passwords/session_reset/other-sessions-end", "status", "404", "200"),
        Row("resetFactorAgeUnchecked", "passwords/session_reset/factor-age/too-old", "status", "400 or 401", "200"),
        Row("resetKeepsOldPassword", "passwords/session_reset/sets-the-password/jwt", "status", "401", "200"),
        Row("oldKeysDropped", "jwt/keys/rotation", "body /keys", "a length of a number of at least 2", "1 element"),
        Row("unknownUserHasSessions", "users/users/delete", "body /error_type", "\"user_not_found\"", "nothing"),
        Row("jwtUnchecked", "jwt/local/asked/alg-none", "status", "400 or 401", "200"),
        Row("accessTokenReused", "sessions/exchange_access_token/once", "status", "400 or 401", "200"),
        Row(
            "sessionWithoutDuration",
            "sessions/migrate/without-duration/with-claims",
            "body /session_token",
            "\"\"",
            "\"["
        ),
        Row(
            "reservedClaimsKept",
            "sessions/claims/reserved/sub",
            "body /session/custom_claims/sub",
            "nothing",
            "\"somebody\""
        ),
        Row("tokenForJWT", "sessions/authenticate/live-jwt", "body /session_token", "\"\"", "\"["),
        Row(
            "thumbprintWrong",
            "jwt/keys/keys/without-credentials",
            "body /keys/0/x5tS256",
            "the SHA-256 of the first certificate",
            "\"AAAA"
        ),
        Row(
            "certificateWrong",
            "jwt/keys/keys/with-credentials",
            "body /keys/0/x5c/0",
            "a certificate: Base64 of one DER sequence",
            "\"AAAA\""
        ),
        Row("otherProjectsServed", "sessions/other_project/unknown-there/token", "status", "404", "200"),
        Row("revokeEndsOtherUsers", "sessions/revoke/no-other-user/token", "status", "200", "404"),
        Row("resetEndsOtherUsers", "passwords/session_reset/no-other-user", "status", "200", "404"),
        Row("resetTokenDead", "passwords/session_reset/what-comes-back-lives", "status", "200", "404"),
        Row("logInTokenDead", "passwords/set_up/log-in", "status", "200", "404"),
        Row(
            "logInIgnoresSession",
            "passwords/session_given/extended/jwt",
            "body /session/session_id",
            "\"session-test-",
            "\"session-test-"
        ),
        Row("privateKeysServed", "jwt/keys/keys/without-credentials", "body /keys/0/d", "nothing", "\"AAAA\""),
        Row("keysTwice", "jwt/keys/rotation", "body /keys", "no more elements", "{\""),
        Row("errorsWithSession", "users/users/delete", "body /session_token", "nothing", "\"["),
        Row(
            "emailIDWrong",
            "passwords/set_up/create",
            "body /user/emails/0/email_id",
            "\"email-test-00000000-",
            "\"email-test-"
        ),
        Row("usersLocked", "passwords/set_up/log-in", "body /user/is_locked", "false", "true"),
    ]

    @Test(arguments: rows)
    func `each flaw is noticed by a case, which names pointer, expected and actual`(row: Row) async throws {
        try await withTemporaryFolder { folder in
            let arguments = ["run", "--cases", Checkout.cases, "--flaw", row.flaw, "--filter", row.id]
            let ended = try await BuiltProgram.run(arguments, in: folder)
            #expect(ended.status == 1)
            let cases = try #require(folder.json("reports/results.json")["cases"] as? [[String: Any]])
            let findings = cases.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
            let noticed = findings.contains { finding in
                finding["subject"] as? String == row.subject
                    && (finding["expected"] as? String)?.hasPrefix(row.expected) == true
                    && (finding["actual"] as? String)?.hasPrefix(row.actual) == true
            }
            #expect(
                noticed,
                "\(findings.map { "\($0["subject"] ?? ""): \($0["expected"] ?? ""), \($0["actual"] ?? "")" })"
            )
            #expect(ended.output.contains(row.subject))
            #expect(try folder.text("reports/junit.xml").contains(row.subject))
        }
    }

    @Test
    func `help tells of flaws without their names, which a wrong one lists, and each has a case that notices it`()
        async throws
    {
        for command in ["run", "serve"] {
            let help = try await BuiltProgram.run([command, "--help"])
            #expect(help.output.contains("  --flaw <name> "))
            #expect(!help.output.contains("typeChanged"))
            let wrong = try await BuiltProgram.run([command, "--flaw", "help"])
            let names = Self.rows.map(\.flaw).joined(separator: ", ")
            #expect(wrong.error.contains("\n  hint: one of \(names)\n"))
        }
    }
}
