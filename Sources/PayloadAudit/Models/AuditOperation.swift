/// An operation of the API: what tells its answers from others, and the model of those that are no error.
package struct AuditOperation: Sendable {
    package var name: String
    package var method: String
    /// With `{name}` for each path parameter.
    package var path: String
    /// The name of the model.
    package var model: String

    /// Makes an operation from its parts.
    package init(name: String, method: String, path: String, model: String) {
        self.name = name
        self.method = method
        self.path = path
        self.model = model
    }

    /// Whether a request of this method, where it is known, to this address is one of the operation.
    ///
    /// Scheme, host and query do not matter.
    func isAt(method: String?, url: String) -> Bool {
        if let method, !method.utf8.elementsEqual(self.method.utf8) { return false }
        let path = Self.path(of: url)
        let own = self.path.utf8.split(separator: UInt8(ascii: "/"))
        let other = path.split(separator: UInt8(ascii: "/"))
        return own.count == other.count
            && zip(own, other).allSatisfy { $0.first == UInt8(ascii: "{") || $0.elementsEqual($1) }
    }

    /// The path of an address.
    private static func path(of url: String) -> Substring.UTF8View.SubSequence {
        var rest = url.utf8[...]
        if let scheme = rest.firstRange(of: "://".utf8) {
            rest = rest[scheme.upperBound...]
            rest = rest.firstIndex(of: UInt8(ascii: "/")).map { rest[$0...] } ?? rest.suffix(0)
        }
        return rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    }
}
