public import WireJSON

/// An error in the form of nearly all calls.
///
/// > Source: stytch.com/docs/api/errors
public struct ErrorEnvelope: Codable, Hashable, Sendable {
    /// The HTTP status, repeated in the body.
    public var statusCode: Int32

    /// Names this one call in Stytch's logs; no two answers share it.
    public var requestID: String

    /// The word to tell errors apart by, for instance `session_not_found`; new words come at any time.
    public var errorType: String

    /// The error in words, for people.
    public var errorMessage: String

    /// Where the error is documented.
    public var errorURL: String

    /// More about it, as JSON of no fixed shape; known since v16.16.0 of the Go SDK.
    public var errorDetails: JSONObject?

    /// Makes a value from its parts; what is left out counts as absent.
    public init(
        statusCode: Int32,
        requestID: String,
        errorType: String,
        errorMessage: String,
        errorURL: String,
        errorDetails: JSONObject? = nil
    ) {
        self.statusCode = statusCode
        self.requestID = requestID
        self.errorType = errorType
        self.errorMessage = errorMessage
        self.errorURL = errorURL
        self.errorDetails = errorDetails
    }

    private enum CodingKeys: String, CodingKey {
        case statusCode = "status_code"
        case requestID = "request_id"
        case errorType = "error_type"
        case errorMessage = "error_message"
        case errorURL = "error_url"
        case errorDetails = "error_details"
    }
}
