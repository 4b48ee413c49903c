import WireJSON

extension MockFlaw {
    /// Changes members of an answer that need nothing but the answer and the request.
    func bendMembers(_ answer: inout Answer, _ input: RuleInput) {
        switch self {
        case .resetTokenDead where input.operation == .resetPassword,
            .logInTokenDead where input.operation == .authenticatePassword:
            if answer.members["session_token"]?.string?.isEmpty == false {
                answer.members["session_token"] = .string(Self.deadToken)
            }
        case .privateKeysServed:
            Self.changeKeys(in: &answer) { key in
                for name in ["d", "p", "q"] { key[name] = "AAAA" }
            }
        case .keysTwice:
            if let keys = answer.members["keys"]?.array { answer.members["keys"] = .array(keys + keys) }
        case .emailIDWrong where answer.members["email_id"] != nil:
            answer.members["email_id"] = "email-test-00000000-0000-4000-8000-000000000000"
        case .usersLocked:
            if var user = answer.members["user"]?.object {
                user["is_locked"] = true
                answer.members["user"] = .object(user)
            }
        default: break
        }
    }

    /// Of the right form, and of no session.
    static let deadToken = String(repeating: "A", count: 44)
}
