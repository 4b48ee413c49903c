/// Decodes any `Decodable` from a view and reports all that is wrong or unknown, at all depths, in one pass.
///
/// A missing or wrong value is reported and replaced by a placeholder (`""`, `0`, `false`, `[]`, or an object decoded
/// from nothing), so that decoding goes on. For optionals `null` and absent are alike. A type that throws an error of
/// its own is reported once, unless it was given a placeholder before; its value becomes a placeholder, nil where it is
/// optional, or, where the type takes none, is left out of its array, set or dictionary, or lost with the object that
/// needs it.
///
/// Members that nothing asked for are `unknown-field`. What is decoded as ``JSONValue``, ``JSONObject`` or a dictionary
/// is open: any key is welcome there. Keys are compared by scalars; of duplicates the last counts.
///
/// Integers must be written as such: `1.0` and `1e2` are read as 1 and 100, and reported, as other decoders refuse them;
/// `1.5` becomes 0. A `Double` fits where, written with as many significant
/// digits as the token (17 at most), it says the same number; a token of more digits must be exactly a `Double`.
///
/// Every type decodes by its own `init(from:)`, also the types of Foundation that `JSONDecoder` treats in a way of its
/// own: `URL`, `Data`, `Date` and `Decimal` do not read here what they read there.
public struct TracingDecoder: Sendable {
    /// What types find in the `userInfo` of their decoder.
    public let userInfo: [CodingUserInfoKey: any Sendable]

    /// Makes a decoder; without `userInfo` types find none.
    public init(userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
        self.userInfo = userInfo
    }

    /// Decodes a value.
    ///
    /// Never throws: what would stop another decoder is among the findings.
    public func decode<T: Decodable>(_ type: T.Type, from view: JSONView) -> TracedDecoding<T> {
        view.storage.withMemory { memory in
            var session = TracingSession(view, memory, userInfo)
            let value = try? session.value(type, at: view.index)
            let findings = session.findings()
            if !isKnownUniquelyReferenced(&session) { session.keepMemory() }
            return TracedDecoding(value: value, findings: findings)
        }
    }
}
