import SessionModels
import Testing
import WireJSON

struct ErrorResponseTests {
    @Test
    func `the envelope decodes and encodes to itself`() throws {
        let text = """
            { "status_code": 404, "request_id": "request-id-test-1", "error_type": "session_not_found",
              "error_message": "Session could not be found.",
              "error_url": "https://stytch.com/docs/api/errors/404#session_not_found" }
            """
        let error = try decode(ErrorResponse.self, from: text)
        #expect(error.statusCode == 404)
        #expect(error.requestID == "request-id-test-1")
        #expect(error.type == "session_not_found")
        #expect(error.message == "Session could not be found.")
        try expectRoundTrip(ErrorResponse.self, text)
    }

    @Test
    func `error details are kept as they are`() throws {
        let text = """
            { "status_code": 429, "request_id": "r", "error_type": "too_many_requests", "error_message": "m",
              "error_url": "u", "error_details": {"limit": 1.0, "per": ["minute"], "more": null} }
            """
        guard case .envelope(let error) = try decode(ErrorResponse.self, from: text) else {
            Issue.record("expected the envelope")
            return
        }
        #expect(error.errorDetails?["limit"]?.number?.token == "1.0")
        try expectRoundTrip(ErrorResponse.self, text)
    }

    @Test
    func `the OAuth form decodes and encodes to itself`() throws {
        let text = """
            { "status_code": 400, "request_id": "r", "error": "invalid_grant", "error_description": "The code is used up.",
              "error_uri": "https://stytch.com/docs/api/errors/400" }
            """
        let error = try decode(ErrorResponse.self, from: text)
        #expect(error.statusCode == 400)
        #expect(error.requestID == "r")
        #expect(error.type == "invalid_grant")
        #expect(error.message == "The code is used up.")
        try expectRoundTrip(ErrorResponse.self, text)
    }

    @Test
    func `the OAuth form needs no words and no address`() throws {
        let error = try decode(
            ErrorResponse.self,
            from: #"{"status_code": 400, "request_id": "r", "error": "invalid_request"}"#
        )
        #expect(error.type == "invalid_request")
        #expect(error.message == nil)
    }

    @Test
    func `an empty object lacks the five members of the envelope`() throws {
        #expect(
            try findings(ErrorResponse.self, in: "{}") == [
                "missing-field /status_code", "missing-field /request_id", "missing-field /error_type",
                "missing-field /error_message", "missing-field /error_url",
            ]
        )
    }

    @Test
    func `an envelope with an error member beside is an envelope with drift`() throws {
        #expect(
            try findings(
                ErrorResponse.self,
                in: """
                    { "status_code": 400, "request_id": "r", "error_type": "t", "error_message": "m", "error_url": "u",
                      "error": "x" }
                    """
            ) == ["unknown-field /error"]
        )
    }

    @Test
    func `a body that is no object is found so`() throws {
        #expect(try findings(ErrorResponse.self, in: #""Bad Gateway""#) == ["wrong-type "])
    }
}
