extension Sessions {
    /// What to send to read a project's key set.
    ///
    /// > Source: Go package `sessions` v15.4.0
    public struct GetJWKSParams: Codable, Hashable, Sendable {
        /// The project whose keys are wanted.
        public var projectID: String

        /// Makes the parameters for one project.
        public init(projectID: String) {
            self.projectID = projectID
        }

        /// Encodes what is set; an empty text, a zero and an empty map are left out, as Go's `omitempty` does.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(projectID, forKey: .projectID)
        }

        private enum CodingKeys: String, CodingKey {
            case projectID = "project_id"
        }
    }
}
