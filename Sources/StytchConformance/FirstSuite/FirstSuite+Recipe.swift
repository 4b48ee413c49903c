import Conformance
import WireJSON

extension FirstSuite {
    /// What an operation is sent, and what must be there before.
    struct Recipe {
        /// A parameter that the target may not know, and what it then says.
        struct Unknown {
            var parameter: String
            /// The expectation.
            var outcome: JSONValue
        }

        var setup: [JSONValue] = []
        var params = JSONObject()
        var captures = JSONObject()
        var teardown: [JSONValue] = []
        var unknown: Unknown?
        /// The same parameters with values that no target knows, so that no set-up is needed.
        var unknownParams = JSONObject()
        /// Values that only the author can know, to be filled in.
        var constants = JSONObject()

        init(_ operation: Operation, hasUserFragment: Bool) {
            addParameters(of: operation)
            if hasUserFragment, params.members.contains(where: { Self.isOfUser($0.value) }) {
                setup = [["use": "user"]]
            }
            switch operation.name {
            case "sessions.migrate": takeOutsideToken()
            case "sessions.exchange_access_token": takeAccessToken()
            case "sessions.attest": takeTrustedToken()
            case "passwords.create": makeUser()
            case "passwords.authenticate": logIn()
            case "passwords.session.reset": params["password"] = "{{password#new}}"
            case "users.delete": setup = [Self.newUser]
            default: break
            }
            guard !hasUserFragment else { return }
            for (name, value) in params.members where Self.isOfUser(value) {
                constants[name] = .string("a-\(name)-of-yours")
            }
        }

        /// Each parameter that the author need not choose; of the names of a session the first is enough.
        private mutating func addParameters(of operation: Operation) {
            let names = operation.parameters.map(\.name)
            let session = ["session_token", "session_jwt", "session_id"].first(where: names.contains)
            for parameter in operation.parameters {
                switch parameter.name {
                case "session_token", "session_jwt", "session_id":
                    guard parameter.name == session || parameter.place == .path else { continue }
                    add(parameter.name, "{{\(parameter.name)}}", Self.unknownValues[parameter.name])
                case "user_id", "project_id", "email", "password":
                    add(parameter.name, "{{\(parameter.name)}}", Self.unknownValues[parameter.name])
                case "session_duration_minutes":
                    params[parameter.name] = 60
                default:
                    guard parameter.place == .path else { continue }
                    add(parameter.name, "{{\(parameter.name)}}", nil)
                    constants[parameter.name] = .string("a-\(parameter.name)-of-yours")
                }
            }
        }

        private mutating func add(_ name: String, _ value: String, _ other: (value: String, outcome: JSONValue?)?) {
            params[name] = .string(value)
            unknownParams[name] = .string(other?.value ?? value)
            if unknown == nil, let outcome = other?.outcome { unknown = Unknown(parameter: name, outcome: outcome) }
        }

        /// What is documented of an unknown value is expected, and any refusal where nothing is.
        private static let unknownValues: [String: (value: String, outcome: JSONValue?)] = [
            "user_id": ("user-test-{{uuid}}", ["status": 404, "error": "user_not_found"]),
            "session_token": ("{{text:44}}", ["status": 404, "error": "session_not_found"]),
            "session_jwt": ("{{text:44}}", nil),
            "session_id": ("session-test-{{uuid}}", ["status": 404, "error": "session_not_found"]),
            "project_id": ("project-test-{{uuid}}", ["status": [400, 401, 403, 404]]),
            "email": ("{{email}}", nil),
            "password": ("{{password}}", nil),
        ]

        private static func isOfUser(_ value: JSONValue) -> Bool {
            ["{{user_id}}", "{{session_token}}", "{{session_jwt}}", "{{session_id}}"].contains { value == .string($0) }
        }

        // MARK: Operations that need more than their parameters tell

        /// The token is one of another service, of which the mock is told.
        private mutating func takeOutsideToken() {
            let answer: JSONValue = ["email": "{{user_email}}", "email_verified": true]
            setup.append(["mock": ["userinfo": ["token": "{{uuid}}", "answer": answer]]])
            params["session_token"] = "{{uuid}}"
            unknown = nil
        }

        /// The token is that of a connected app, which the mock issues.
        private mutating func takeAccessToken() {
            let token: JSONValue = ["user_id": "{{user_id}}", "client_id": "{{uuid}}", "scope": "full_access"]
            setup = [
                ["use": "user"], ["mock": ["accessToken": token], "capture": ["access_token": "/access_token"]],
            ]
            params["access_token"] = "{{access_token}}"
            unknownParams["access_token"] = "{{text:44}}"
            unknown = Unknown(parameter: "access_token", outcome: ["status": [400, 404]])
        }

        /// The token is one of a service that the project trusts, as which the mock makes it good.
        private mutating func takeTrustedToken() {
            let token: JSONValue = ["profile_id": "partner", "token": "{{uuid}}", "user_id": "{{user_id}}"]
            setup = [["use": "user"], ["mock": ["trustedToken": token]]]
            params = ["profile_id": "partner", "token": "{{uuid}}", "session_duration_minutes": 60]
            unknownParams = params
            unknownParams["token"] = "{{text:44}}"
            unknown = Unknown(parameter: "token", outcome: ["status": [400, 404]])
        }

        private mutating func makeUser() {
            captures = ["user_id": "/user_id"]
            teardown = [["request": ["operation": "users.delete", "params": ["user_id": "{{user_id}}"]]]]
        }

        private mutating func logIn() {
            setup = [["use": "user"]]
            params = ["email": "{{user_email}}", "password": "{{user_password}}", "session_duration_minutes": 60]
            unknownParams = ["email": "{{email}}", "password": "{{password}}"]
            // That it may not be told apart from a wrong password is good practice.
            let errors: JSONValue = ["email_not_found", "unauthorized_credentials"]
            unknown = Unknown(parameter: "email", outcome: ["status": [401, 404], "error": errors])
        }

        /// A user that no teardown deletes, as the case does.
        private static let newUser: JSONValue = [
            "request": [
                "operation": "passwords.create", "params": ["email": "{{email}}", "password": "{{password}}"],
            ],
            "capture": ["user_id": "/user_id"],
        ]
    }
}
