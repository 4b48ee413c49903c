import WireJSON

extension RuleInput {
    /// A text in the body; an empty one counts as not given.
    ///
    /// - Throws: 400 if there is a value and it is no text.
    func text(_ name: String) throws(APIProblem) -> String? {
        guard let value = body[name] else { return nil }
        guard let text = value.string else { throw .badRequest("\(name) must be a string") }
        return text.isEmpty ? nil : text
    }

    /// A text in the body that must be given.
    ///
    /// - Throws: 400 if it is missing, empty or no text.
    func requiredText(_ name: String) throws(APIProblem) -> String {
        guard let text = try text(name) else { throw .badRequest("\(name) is required") }
        return text
    }

    /// An object in the body.
    ///
    /// - Throws: 400 if there is a value and it is no object.
    func object(_ name: String) throws(APIProblem) -> JSONObject? {
        guard let value = body[name] else { return nil }
        guard let object = value.object else { throw .badRequest("\(name) must be an object") }
        return object
    }

    /// The minutes and claims of the call.
    ///
    /// - Throws: 400 if the duration is not an integer from 5 to 527040, or the claims are no object.
    func sessionWish() throws(APIProblem) -> SessionWish {
        // The one call with a duration that takes no telemetry.
        if operation != .authenticateSession { _ = try text("telemetry_id") }
        var wish = SessionWish(claims: try object("session_custom_claims") ?? [:])
        guard let value = body["session_duration_minutes"] else { return wish }
        guard let number = value.number, number.isInteger, let minutes = number.int,
            SessionWish.allowedMinutes.contains(minutes)
        else { throw .invalidDuration }
        wish.minutes = minutes
        return wish
    }
}
