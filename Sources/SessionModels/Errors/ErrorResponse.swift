/// What an answer that is not a success says, in either of the two forms that the API has for it.
///
/// > Source: stytch.com/docs/api/errors; RFC 6749 §5.2
public enum ErrorResponse: Error, Hashable, Sendable {
    /// The form of nearly all calls.
    case envelope(ErrorEnvelope)

    /// The form of the OAuth token endpoints.
    case oauth(OAuthError)

    /// The HTTP status, repeated in the body.
    public var statusCode: Int32 {
        switch self {
        case .envelope(let envelope): envelope.statusCode
        case .oauth(let error): error.statusCode
        }
    }

    /// Names this one call in Stytch's logs.
    public var requestID: String {
        switch self {
        case .envelope(let envelope): envelope.requestID
        case .oauth(let error): error.requestID
        }
    }

    /// The word to tell errors apart by, for instance `session_not_found`.
    public var type: String {
        switch self {
        case .envelope(let envelope): envelope.errorType
        case .oauth(let error): error.error
        }
    }

    /// The error in words, for people; `nil` where the OAuth form has none.
    public var message: String? {
        switch self {
        case .envelope(let envelope): envelope.errorMessage
        case .oauth(let error): error.errorDescription
        }
    }
}

extension ErrorResponse: Codable {
    /// Decodes the OAuth form where there is an `error` and no `error_type`, else the envelope.
    ///
    /// - Throws: What the decoder throws.
    public init(from decoder: any Decoder) throws {
        // The keys are listed, not asked for: asking would tell a decoder that keeps a record that both are known.
        let keys = try decoder.container(keyedBy: FormKeys.self).allKeys
        if keys.contains(.error), !keys.contains(.errorType) {
            self = .oauth(try OAuthError(from: decoder))
        } else {
            self = .envelope(try ErrorEnvelope(from: decoder))
        }
    }

    /// Encodes the form that it has.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .envelope(let envelope): try envelope.encode(to: encoder)
        case .oauth(let error): try error.encode(to: encoder)
        }
    }

    private enum FormKeys: String, CodingKey, CaseIterable {
        case error
        case errorType = "error_type"
    }
}
