/// An error in the form of the OAuth token endpoints, with the two members that Stytch adds.
///
/// > Source: RFC 6749 §5.2
public struct OAuthError: Codable, Hashable, Sendable {
    /// The HTTP status, repeated in the body.
    public var statusCode: Int32

    /// Names this one call in Stytch's logs; no two answers share it.
    public var requestID: String

    /// The word to tell errors apart by, for instance `invalid_grant`.
    public var error: String

    /// The error in words, for people.
    public var errorDescription: String?

    /// Where the error is documented.
    public var errorURI: String?

    /// Makes a value from its parts; what is left out counts as absent.
    public init(
        statusCode: Int32,
        requestID: String,
        error: String,
        errorDescription: String? = nil,
        errorURI: String? = nil
    ) {
        self.statusCode = statusCode
        self.requestID = requestID
        self.error = error
        self.errorDescription = errorDescription
        self.errorURI = errorURI
    }

    private enum CodingKeys: String, CodingKey {
        case statusCode = "status_code"
        case requestID = "request_id"
        case error
        case errorDescription = "error_description"
        case errorURI = "error_uri"
    }
}
