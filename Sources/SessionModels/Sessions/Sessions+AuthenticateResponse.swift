extension Sessions {
    /// The answer to authenticating a session.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct AuthenticateResponse: Codable, Hashable, Sendable {
        /// Names this one call in Stytch's logs; no two answers share it.
        public var requestID: String

        /// The session as it is after the call.
        public var session: Sessions.Session

        /// The session's secret token; `""` where no token is handed out, as after authenticating by JWT.
        public var sessionToken: String

        /// A JWT for the session, good for five minutes; `""` where there is no session.
        public var sessionJWT: String

        /// The user whom the call was about.
        public var user: Users.User

        /// The HTTP status, repeated in the body.
        public var statusCode: Int32

        /// The answer to the authorization check, where one was asked for; sent since v16.28.0 of the Go SDK.
        public var verdict: AuthorizationVerdict?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            requestID: String,
            session: Sessions.Session,
            sessionToken: String,
            sessionJWT: String,
            user: Users.User,
            statusCode: Int32,
            verdict: AuthorizationVerdict? = nil
        ) {
            self.requestID = requestID
            self.session = session
            self.sessionToken = sessionToken
            self.sessionJWT = sessionJWT
            self.user = user
            self.statusCode = statusCode
            self.verdict = verdict
        }

        private enum CodingKeys: String, CodingKey {
            case requestID = "request_id"
            case session
            case sessionToken = "session_token"
            case sessionJWT = "session_jwt"
            case user
            case statusCode = "status_code"
            case verdict
        }
    }
}
