import WireJSON

/// Everything that calls can change in one project; a plain value, so that rules are functions over it.
struct ProjectState: Sendable {
    let projectID: String
    var users: [ExactText: StoredUser] = [:]
    /// User ids by their e-mail address in small letters.
    var userIDsByEmail: [ExactText: String] = [:]
    var sessions: [ExactText: StoredSession] = [:]
    /// Session ids by their token.
    var sessionIDsByToken: [ExactText: String] = [:]
    /// What the external address says, by token.
    var userinfo: [ExactText: UserinfoReply] = [:]
    /// Who is asked for tokens that `userinfo` does not hold.
    var userinfoSource: UserinfoAddress?
    /// How often each operation was called, good or bad.
    var calls: [Operation: Int] = [:]
    /// Access tokens of connected apps, by their text.
    var accessTokens: [ExactText: StoredAccessToken] = [:]
    /// Tokens from outside that are trusted.
    var trustedTokens: [TrustedTokenKey: StoredTrustedToken] = [:]
    /// Ids of the keys in the set, the oldest first; the last one signs.
    var keyIDs: [String]
    /// For the next answers, in order.
    var faults: [Fault] = []
    /// How far this project's clock is ahead of the host's.
    var clockOffsetMilliseconds: Int64 = 0

    /// A project with nobody in it.
    init(projectID: String, keyIDs: [String]) {
        self.projectID = projectID
        self.keyIDs = keyIDs
    }

    /// The project's own time, in whole seconds since 1970.
    func now(_ clock: MockClock) -> Int64 {
        (clock.millisecondsSince1970() + clockOffsetMilliseconds) / 1000
    }

    /// The user of an e-mail address, whatever the case of its ASCII letters.
    func user(email: String) -> StoredUser? {
        userIDsByEmail[ExactText(email.asciiLowercased)].flatMap { users[ExactText($0)] }
    }

    /// The sessions of a user that live at `now`, the oldest first.
    func activeSessions(of userID: String, at now: Int64) -> [StoredSession] {
        sessions.values
            .filter { $0.userID.isExactly(userID) && $0.isActive(at: now) }
            .sorted { one, other in
                one.startedAt == other.startedAt
                    ? one.id.utf8.lexicographicallyPrecedes(other.id.utf8) : one.startedAt < other.startedAt
            }
    }

    /// Keeps a user; an address that somebody has already stays that one's.
    mutating func keep(_ user: StoredUser) {
        users[ExactText(user.id)] = user
        for email in user.emailAddresses {
            let key = ExactText(email.asciiLowercased)
            userIDsByEmail[key] = userIDsByEmail[key] ?? user.id
        }
    }

    /// Keeps a session, new or changed.
    mutating func keep(_ session: StoredSession) {
        sessions[ExactText(session.id)] = session
        sessionIDsByToken[ExactText(session.token)] = session.id
    }

    /// Ends a session; one that is not there has ended already.
    mutating func removeSession(_ id: String) {
        guard let session = sessions.removeValue(forKey: ExactText(id)) else { return }
        sessionIDsByToken[ExactText(session.token)] = nil
    }

    /// Ends the sessions of a user, but for the one named.
    mutating func removeSessions(of userID: String, except kept: String?) {
        for session in sessions.values where session.userID.isExactly(userID) {
            if let kept, session.id.isExactly(kept) { continue }
            removeSession(session.id)
        }
    }

    /// Deletes a user with all sessions.
    mutating func removeUser(_ user: StoredUser) {
        removeSessions(of: user.id, except: nil)
        users[ExactText(user.id)] = nil
        for email in user.emailAddresses {
            let key = ExactText(email.asciiLowercased)
            if userIDsByEmail[key]?.isExactly(user.id) == true { userIDsByEmail[key] = nil }
        }
    }
}
