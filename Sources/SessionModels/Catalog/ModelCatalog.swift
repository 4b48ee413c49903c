/// All models by name, for programs that learn the name of a model at run time.
public enum ModelCatalog {
    /// Every model, those of a package together.
    public static let all: [ModelEntry] = calls + session + factors + others

    /// The model of this name, compared by scalars, or `nil`.
    public static func entry(named name: String) -> ModelEntry? {
        all.first { $0.name.unicodeScalars.elementsEqual(name.unicodeScalars) }
    }

    /// What the session calls take and answer.
    private static let calls = [
        ModelEntry("sessions.AuthenticateParams", Sessions.AuthenticateParams.self),
        ModelEntry("sessions.AuthenticateResponse", Sessions.AuthenticateResponse.self),
        ModelEntry("sessions.GetParams", Sessions.GetParams.self),
        ModelEntry("sessions.GetResponse", Sessions.GetResponse.self),
        ModelEntry("sessions.RevokeParams", Sessions.RevokeParams.self),
        ModelEntry("sessions.RevokeResponse", Sessions.RevokeResponse.self),
        ModelEntry("sessions.MigrateParams", Sessions.MigrateParams.self),
        ModelEntry("sessions.MigrateResponse", Sessions.MigrateResponse.self),
        ModelEntry("sessions.GetJWKSParams", Sessions.GetJWKSParams.self),
        ModelEntry("sessions.GetJWKSResponse", Sessions.GetJWKSResponse.self),
        ModelEntry("sessions.ExchangeAccessTokenParams", Sessions.ExchangeAccessTokenParams.self),
        ModelEntry("sessions.ExchangeAccessTokenResponse", Sessions.ExchangeAccessTokenResponse.self),
        ModelEntry("sessions.AttestParams", Sessions.AttestParams.self),
        ModelEntry("sessions.AttestResponse", Sessions.AttestResponse.self),
    ]

    /// What those are made of.
    private static let session = [
        ModelEntry("sessions.Session", Sessions.Session.self),
        ModelEntry("sessions.AuthenticationFactor", Sessions.AuthenticationFactor.self),
        ModelEntry("sessions.AuthenticationFactorType", Sessions.AuthenticationFactorType.self),
        ModelEntry(
            "sessions.AuthenticationFactorDeliveryMethod",
            Sessions.AuthenticationFactorDeliveryMethod.self
        ),
        ModelEntry("sessions.JWK", Sessions.JWK.self),
        ModelEntry("sessions.Claims", Sessions.Claims.self),
        ModelEntry("sessions.SessionClaim", Sessions.SessionClaim.self),
        ModelEntry("sessions.SessionWrapper", Sessions.SessionWrapper.self),
        ModelEntry("sessions.ClaimsWrapper", Sessions.ClaimsWrapper.self),
        ModelEntry("sessions.AuthorizationCheck", Sessions.AuthorizationCheck.self),
        ModelEntry("sessions.AuthorizationVerdict", Sessions.AuthorizationVerdict.self),
    ]

    /// Passwords, users, errors, and what several packages share.
    private static let others = [
        ModelEntry("passwords.session.ResetParams", Passwords.Session.ResetParams.self),
        ModelEntry("passwords.session.ResetResponse", Passwords.Session.ResetResponse.self),
        ModelEntry("passwords.CreateResponse", Passwords.CreateResponse.self),
        ModelEntry("passwords.AuthenticateResponse", Passwords.AuthenticateResponse.self),
        ModelEntry("users.User", Users.User.self),
        ModelEntry("users.Email", Users.Email.self),
        ModelEntry("users.PhoneNumber", Users.PhoneNumber.self),
        ModelEntry("users.WebAuthnRegistration", Users.WebAuthnRegistration.self),
        ModelEntry("users.OAuthProvider", Users.OAuthProvider.self),
        ModelEntry("users.TOTP", Users.TOTP.self),
        ModelEntry("users.CryptoWallet", Users.CryptoWallet.self),
        ModelEntry("users.BiometricRegistration", Users.BiometricRegistration.self),
        ModelEntry("users.Name", Users.Name.self),
        ModelEntry("users.Password", Users.Password.self),
        ModelEntry("users.GetResponse", Users.GetResponse.self),
        ModelEntry("users.DeleteResponse", Users.DeleteResponse.self),
        ModelEntry("attribute.Attributes", Attributes.self),
        ModelEntry("devicehistory.DeviceInfo", DeviceInfo.self),
        ModelEntry("devicehistory.DeviceAttributeDetails", DeviceAttributeDetails.self),
        ModelEntry("errors.Error", ErrorResponse.self),
    ]
}
