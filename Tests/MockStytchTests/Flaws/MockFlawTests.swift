import Testing
import WireJSON

@testable import MockStytch

struct MockFlawTests {
    @Test
    func `a right mock is seen to be right`() async throws {
        let expected = [
            "good status": "200", "good status code": "200", "content type": "application/json",
            "request id is there": "true", "request ids differ": "true", "bad status": "404",
            "bad status code": "404", "error type": "user_not_found",
            "error url": "https://stytch.com/docs/api/errors/404#user_not_found",
            "unknown user's sessions": "404", "wrong secret": "401",
            "session keys": "session_id user_id authentication_factors roles started_at last_accessed_at expires_at "
                + "attributes custom_claims",
            "user has status": "true", "start": "2027-01-15T08:00:00Z", "sessions": "1", "jwt verifies": "true",
            "issuer": "stytch.com/project-test-22222222-2222-4222-8222-222222222222", "lifetime": "300",
            "jwt session is the session": "true",
            "jwt attributes": #"{"user_agent":"Browser/1.0","ip_address":""}"#,
            "claims at first": #"{"a":{"x":1},"b":1,"n":9007199254740993}"#,
            "claims after": #"{"a":{"x":1,"y":2},"n":9007199254740993}"#, "large claims": "400",
            "4 minutes": "400", "30 minutes": "200", "at its end": "404", "access moves": "true",
            "revoking": "200", "after revoking": "404", "migrating makes a session": "false",
            "other session after reset": "404", "new password after reset": "200",
            "reset by an old factor": "400", "keys after rotation": "2", "unsigned JWT": "400",
            "access token again": "400", "token for a JWT": "\"\"", "thumbprint": "true",
            "certificate": "true", "reserved claim": "none", "session token of an error": "none",
            "private members": "false", "sessions of another project's user": "false",
            "another project's token": "false", "other user after reset": "true",
            "other user after revoking": "true", "e-mail id is the user's": "true", "user is locked": "false",
            "session that comes along": "true", "token after logging in": "true", "token after reset": "true",
        ]
        #expect(try await FlawObservation(nil).seen == expected)
    }

    /// What is seen to be otherwise with each flaw.
    private static let differences: [MockFlaw: Set<String>] = [
        .keyRenamed: ["session keys"],
        .typeChanged: ["good status code", "bad status code"],
        .statusOffByOne: ["good status", "good status code", "30 minutes", "revoking", "new password after reset"],
        .statusCodeDisagrees: ["good status code", "bad status code"],
        .fieldDropped: ["session keys", "user has status"],
        .wrongErrorType: ["error type"],
        .errorURLMissing: ["error url"],
        .timeWithoutZone: ["start"],
        .extraSessionInList: ["sessions"],
        .jwtSignedByAnotherKey: ["jwt verifies", "token for a JWT"],
        .issuerWrong: ["issuer", "token for a JWT"],
        .jwtLifetimeDoubled: ["lifetime"],
        .jwtSessionWrong: ["jwt session is the session", "token for a JWT"],
        .jwtAttributesEmpty: ["jwt attributes"],
        .requestIDMissing: ["request id is there", "request ids differ"],
        .requestIDRepeated: ["request ids differ"],
        .wrongContentType: ["content type"],
        .claimsNotMerged: ["claims after"],
        .claimsNotDeleted: ["claims after"],
        .claimNumbersRounded: ["claims at first", "claims after"],
        .claimsSizeUnchecked: ["large claims"],
        .revokedSessionLives: ["after revoking"],
        .expiredSessionLives: ["at its end"],
        .durationOffByAMinute: ["4 minutes", "at its end"],
        .durationUnchecked: ["4 minutes"],
        .accessTimeStands: ["access moves"],
        .credentialsUnchecked: ["wrong secret"],
        .resetKeepsOtherSessions: ["other session after reset"],
        .resetFactorAgeUnchecked: ["reset by an old factor"],
        .resetKeepsOldPassword: ["new password after reset"],
        .oldKeysDropped: ["keys after rotation"],
        .unknownUserHasSessions: ["unknown user's sessions", "sessions of another project's user"],
        .jwtUnchecked: ["unsigned JWT", "token for a JWT"],
        .accessTokenReused: ["access token again"],
        .sessionWithoutDuration: ["migrating makes a session"],
        .reservedClaimsKept: ["reserved claim"],
        .tokenForJWT: ["token for a JWT"],
        .thumbprintWrong: ["thumbprint"],
        .certificateWrong: ["thumbprint", "certificate"],
        .otherProjectsServed: ["sessions of another project's user", "another project's token"],
        .revokeEndsOtherUsers: ["other user after revoking"],
        .resetEndsOtherUsers: ["other user after reset"],
        .resetTokenDead: ["token after reset"],
        .logInTokenDead: ["token after logging in", "access moves"],
        .logInIgnoresSession: ["session that comes along"],
        .privateKeysServed: ["private members"],
        .keysTwice: ["keys after rotation"],
        .errorsWithSession: ["session token of an error"],
        .emailIDWrong: ["e-mail id is the user's"],
        .usersLocked: ["user is locked"],
    ]

    @Test(arguments: MockFlaw.allCases)
    func `each flaw is seen, and nothing else is otherwise`(flaw: MockFlaw) async throws {
        let right = try await FlawObservation(nil).seen
        let wrong = try await FlawObservation(flaw).seen
        let different = Set(right.keys.filter { right[$0] != wrong[$0] })
        #expect(different == Self.differences[flaw])
    }

    @Test
    func `a server may be started with a flaw`() async throws {
        try await withMockServer(MockServerOptions(flaw: .wrongErrorType)) { mock in
            try #expect(json(await mock.ask().text)["error_type"] == "unknown_error")
        }
    }
}
