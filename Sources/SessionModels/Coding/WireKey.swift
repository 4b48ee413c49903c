/// A key of an object by its name on the wire, for types whose keys are not all known before decoding.
struct WireKey: CodingKey, Sendable {
    let stringValue: String

    /// Always `nil`: objects have texts for keys.
    var intValue: Int? { nil }

    /// Makes the key with this name.
    init(_ name: String) {
        stringValue = name
    }

    init?(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        return nil
    }
}
