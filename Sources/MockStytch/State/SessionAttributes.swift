import WireJSON

/// From where a session was begun; no call of a server tells, so both are `""` but where a control path says otherwise.
struct SessionAttributes: Sendable, Hashable {
    var ipAddress = ""
    var userAgent = ""

    /// As sessions show them.
    var wire: JSONObject { ["ip_address": .string(ipAddress), "user_agent": .string(userAgent)] }

    /// As JWTs show them.
    var claim: JSONObject { ["user_agent": .string(userAgent), "ip_address": .string(ipAddress)] }
}
