/// One way in which a whole server is wrong on purpose, to see whether the cases notice.
///
/// The rules know nothing of flaws: each is a change of the request, of the state around a rule, of a JWT before it is
/// signed, or of the answer before it is sent.
package enum MockFlaw: String, CaseIterable, Sendable {
    /// Sessions say `sessionId` for `session_id`.
    case keyRenamed
    /// `status_code` is a text.
    case typeChanged
    /// What should be 200 is 201, in the status line and in `status_code`.
    case statusOffByOne
    /// `status_code` is one more than the status.
    case statusCodeDisagrees
    /// Users have no `status`, sessions no `expires_at`.
    case fieldDropped
    /// Every error has the type `unknown_error`.
    case wrongErrorType
    /// Errors have no `error_url`.
    case errorURLMissing
    /// Times do not end in `Z`.
    case timeWithoutZone
    /// Lists of sessions end with one that has been revoked.
    case extraSessionInList
    /// JWTs name a key that did not sign them.
    case jwtSignedByAnotherKey
    /// JWTs are from `example.com`.
    case issuerWrong
    /// JWTs live for ten minutes.
    case jwtLifetimeDoubled
    /// The session claim of JWTs names another session.
    case jwtSessionWrong
    /// The session claim of JWTs does not tell from where the session was begun.
    case jwtAttributesEmpty
    /// Answers have no `request_id`.
    case requestIDMissing
    /// All answers have one `request_id`.
    case requestIDRepeated
    /// JSON is sent as `text/plain`.
    case wrongContentType
    /// A nested object among custom claims replaces the old one.
    case claimsNotMerged
    /// Null does not delete a custom claim.
    case claimsNotDeleted
    /// Numbers among custom claims are rounded to what a double holds.
    case claimNumbersRounded
    /// Custom claims that are too large are dropped without a word.
    case claimsSizeUnchecked
    /// Revoking a session does nothing.
    case revokedSessionLives
    /// Sessions live on after their end.
    case expiredSessionLives
    /// Sessions end a minute later than asked for.
    case durationOffByAMinute
    /// A duration out of bounds is moved to the nearest bound.
    case durationUnchecked
    /// `last_accessed_at` stays at the start of the session.
    case accessTimeStands
    /// Any credentials are good.
    case credentialsUnchecked
    /// A password reset ends no session.
    case resetKeepsOtherSessions
    /// The old factors of a session count as new ones for a password reset.
    case resetFactorAgeUnchecked
    /// A password reset does not set the password.
    case resetKeepsOldPassword
    /// Key sets hold the newest key alone.
    case oldKeysDropped
    /// Deleted users and those that never were have an empty list of sessions.
    case unknownUserHasSessions
    /// JWTs are believed by what they say: neither signature nor issuer nor audience is looked at.
    case jwtUnchecked
    /// An access token may be exchanged as often as it comes.
    case accessTokenReused
    /// Sessions that a call must not make are made: 60 minutes where no duration was given to migrate or reset.
    case sessionWithoutDuration
    /// Reserved claims that a call gives stand among the custom claims of the session.
    case reservedClaimsKept
    /// The answer to a JWT has the session's token.
    case tokenForJWT
    /// Keys have the thumbprint of another certificate.
    case thumbprintWrong
    /// Keys have a certificate that is none.
    case certificateWrong
    /// What another project holds is served to any project that asks.
    case otherProjectsServed
    /// Revoking a session ends those of all other users too.
    case revokeEndsOtherUsers
    /// A password reset ends the sessions of all other users too.
    case resetEndsOtherUsers
    /// The answer to a password reset has a token of no session.
    case resetTokenDead
    /// The answer to logging in by password has a token of no session.
    case logInTokenDead
    /// A session that comes along when somebody logs in by password is passed over.
    case logInIgnoresSession
    /// Keys have their private members.
    case privateKeysServed
    /// Each key is in the set twice.
    case keysTwice
    /// Errors have a session token.
    case errorsWithSession
    /// The e-mail id of a new user is that of nobody's address.
    case emailIDWrong
    /// Users are locked, though they have just logged in.
    case usersLocked
}
