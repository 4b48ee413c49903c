@testable import MockStytch

/// A ring of the tests' own, whose keys are made once for all of them.
enum TestKeys {
    static let ring = KeyRing(identifiers: .system)

    /// The `kid`s of the first keys, made if they are not there yet.
    static func ids(_ count: Int) async throws -> [String] {
        var ids: [String] = []
        for place in 0..<count { ids.append(try await ring.key(at: place).id) }
        return ids
    }
}
