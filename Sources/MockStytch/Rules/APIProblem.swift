/// A refusal: what the error envelope says.
struct APIProblem: Error, Sendable, Equatable {
    let status: Int
    /// The `error_type`.
    let type: String
    /// The `error_message`; never holds a secret.
    let message: String

    init(_ status: Int, _ type: String, _ message: String) {
        self.status = status
        self.type = type
        self.message = message
    }
}

// Refusals whose status, type and message are known.
//
// > Source: docs:api/errors
extension APIProblem {
    static let unauthorized = APIProblem(401, "unauthorized_credentials", "Unauthorized credentials.")
    static let sessionNotFound = APIProblem(404, "session_not_found", "Session could not be found.")
    static let userNotFound = APIProblem(404, "user_not_found", "User could not be found.")
    static let emailNotFound = APIProblem(404, "email_not_found", "Email could not be found.")
    static let invalidSessionToken = APIProblem(400, "invalid_session_token", "Session token format is invalid.")
    static let tooManyRequests = APIProblem(429, "too_many_requests", "Too many requests have been made.")
    static let actionNotAuthorized = APIProblem(
        403,
        "consumer_session_authorization_error",
        "The User is not authorized to perform the requested action on that resource."
    )
    static let internalError = APIProblem(
        500,
        "internal_server_error",
        "Oops, something seems to have gone wrong, please reach out to support@stytch.com."
    )

    static func badRequest(_ detail: String) -> APIProblem {
        APIProblem(400, "bad_request", "The submitted request is invalid: \(detail).")
    }
}

// Refusals whose type is known by name; the status is assumed, and so is the message where it is not documented.
extension APIProblem {
    static let noSessionArguments = APIProblem(
        400,
        "no_session_arguments",
        "Include one of session_token and session_jwt."
    )
    static let tooManySessionArguments = APIProblem(
        400,
        "too_many_session_arguments",
        "Include at most one of session_token and session_jwt."
    )
    static let noRevokeArguments = APIProblem(
        400,
        "no_session_revoke_arguments",
        "Include one of session_id, session_token and session_jwt."
    )
    static let tooManyRevokeArguments = APIProblem(
        400,
        "too_many_session_revoke_arguments",
        "Include at most one of session_id, session_token and session_jwt."
    )
    static let invalidDuration = APIProblem(
        400,
        "invalid_session_duration_minutes",
        "session_duration_minutes is invalid, should be between 5 to 527040 minutes."
    )
    static let claimsTooLarge = APIProblem(
        400,
        "custom_claims_too_large",
        "The custom claims of a session are at most 4096 bytes of JSON."
    )
    static let unreadableJWT = APIProblem(
        400,
        "unable_to_parse_session_jwt",
        "The session JWT is none that this project has signed."
    )
    static let jwtIssuer = APIProblem(400, "jwt_invalid_issuer", "The session JWT has another issuer.")
    static let jwtAudience = APIProblem(400, "jwt_invalid_audience", "The session JWT is for another audience.")
    static let jwtClaims = APIProblem(400, "jwt_invalid_claims", "The session JWT has no session.")
    static let sessionTooOld = APIProblem(
        400,
        "session_too_old_to_reset_password",
        "The provided session cannot be used to reset a password. It does not have an authentication_factor that was "
            + "authenticated within the last 5 minutes."
    )
    static let weakPassword = APIProblem(400, "weak_password", "password doesn't meet our strength requirements.")
    static let breachedPassword = APIProblem(
        400,
        "breached_password",
        "password appears in a list of breached passwords."
    )
    static let noUserPassword = APIProblem(400, "no_user_password", "user doesn't have an associated password.")
    static let invalidEmail = APIProblem(400, "invalid_email", "Email format is invalid.")
    static let duplicateEmail = APIProblem(400, "duplicate_email", "A user with this email exists already.")
    static let unexpectedUserinfo = APIProblem(
        400,
        "migrate_from_external_unexpected_response",
        "The userinfo address did not accept the token."
    )
    static let missingUserinfo = APIProblem(
        400,
        "migrate_from_external_missing_userinfo",
        "The userinfo answer has no email."
    )
    static let unknownExternalEmail = APIProblem(
        400,
        "migrate_from_external_email_does_not_exist",
        "No user has the email of the userinfo answer."
    )
    static let accessTokenUnknown = APIProblem(
        404,
        "idp_access_token_could_not_be_exchanged",
        "The access token could not be exchanged."
    )
    static let accessTokenUsed = APIProblem(
        400,
        "oauth_access_token_exchange_token_invalid_grant",
        "The access token has been exchanged before."
    )
    static let accessTokenScope = APIProblem(
        400,
        "oauth_access_token_exchange_missing_full_access",
        "The access token has not the scope full_access."
    )
    static let accessTokenTooOld = APIProblem(
        400,
        "oauth_access_token_exchange_token_too_old",
        "The access token is more than 5 minutes old."
    )
    static let trustedTokenUnknown = APIProblem(
        400,
        "invalid_trusted_auth_token",
        "The token is none that this profile trusts."
    )
    static let projectNotFound = APIProblem(404, "project_not_found", "Project could not be found.")
    static let routeNotFound = APIProblem(404, "route_not_found", "There is nothing at this path.")
    static let methodNotAllowed = APIProblem(405, "method_not_allowed", "This path does not take this method.")
    static let bodyTooLarge = APIProblem(413, "request_too_large", "The request body is at most 1 MiB.")
}

extension APIProblem {
    /// The usual envelope of a status, for a fault that asks for nothing but a status.
    ///
    /// - Parameter status: From 400.
    /// - Returns: A refusal with that status.
    static func usual(_ status: Int) -> APIProblem {
        switch status {
        case 401: .unauthorized
        case 403: .actionNotAuthorized
        case 404: .routeNotFound
        case 405: .methodNotAllowed
        case 413: .bodyTooLarge
        case 429: .tooManyRequests
        case 500: .internalError
        case 501...: APIProblem(status, "server_unavailable", "The server cannot answer at the moment.")
        default: APIProblem(status, "bad_request", "The submitted request is invalid.")
        }
    }
}
