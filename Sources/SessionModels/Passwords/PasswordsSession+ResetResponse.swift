extension Passwords.Session {
    /// The answer to setting a new password by a session.
    ///
    /// > Source: Go package `passwords/session` v15.9.0
    public struct ResetResponse: Codable, Hashable, Sendable {
        /// Names this one call in Stytch's logs; no two answers share it.
        public var requestID: String

        /// The id of the user whom the call was about.
        public var userID: String

        /// The user whom the call was about.
        public var user: Users.User

        /// The session's secret token; `""` where no token is handed out, as after authenticating by JWT.
        public var sessionToken: String

        /// A JWT for the session, good for five minutes; `""` where there is no session.
        public var sessionJWT: String

        /// The HTTP status, repeated in the body.
        public var statusCode: Int32

        /// The session; `nil` (null on the wire) where no duration was asked for and so no session made.
        public var session: Sessions.Session?

        /// What is known of the device; sent since v16.30.0 of the Go SDK, and null where no telemetry id was given.
        public var userDevice: DeviceInfo?

        /// Makes a value from its parts; what is left out counts as absent.
        public init(
            requestID: String,
            userID: String,
            user: Users.User,
            sessionToken: String,
            sessionJWT: String,
            statusCode: Int32,
            session: Sessions.Session? = nil,
            userDevice: DeviceInfo? = nil
        ) {
            self.requestID = requestID
            self.userID = userID
            self.user = user
            self.sessionToken = sessionToken
            self.sessionJWT = sessionJWT
            self.statusCode = statusCode
            self.session = session
            self.userDevice = userDevice
        }

        private enum CodingKeys: String, CodingKey {
            case requestID = "request_id"
            case userID = "user_id"
            case user
            case sessionToken = "session_token"
            case sessionJWT = "session_jwt"
            case statusCode = "status_code"
            case session
            case userDevice = "user_device"
        }
    }
}
