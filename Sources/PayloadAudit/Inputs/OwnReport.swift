import WireJSON

/// Tells what this program writes itself from answers: a folder of reports may be named as a whole.
enum OwnReport {
    private static let program = "stytch-conformance"

    /// Whether a text is a report in which there is no answer: any but the results and the archive of a run.
    ///
    /// Told by the first member, so that answers are not searched through for it.
    static func matches(_ root: JSONView) -> Bool {
        guard begins(root, with: ["format", "reportFormat", "$schema", "version"]) else { return false }
        if let format = root["format"]?.string, format.utf8.starts(with: "\(program)/".utf8) { return true }
        if root["reportFormat"]?.isString("CTRF") == true { return true }
        return root["runs"]?.elements.contains { $0["tool"]?["driver"] != nil } == true
    }

    /// Whether an element of an array is one of a code quality report.
    static func isEntry(_ view: JSONView) -> Bool {
        begins(view, with: ["description"]) && view["check_name"]?.kind == .string
            && view["fingerprint"]?.kind == .string
    }

    private static func begins(_ view: JSONView, with keys: [String]) -> Bool {
        guard view.kind == .object, let first = view.members.first(where: { _ in true }) else { return false }
        return keys.contains { first.keyIs($0) }
    }

    /// Whether an HTTP archive was written by this program, which says of each body that is cut that it is.
    static func isArchive(_ root: JSONView) -> Bool {
        root["log"]?["creator"]?["name"]?.isString(program) == true
    }

    /// Whether the text of an answer in such an archive is the start of it alone.
    static func isCut(_ content: JSONView) -> Bool {
        content["comment"]?.string?.utf8.starts(with: "cut; sha256 ".utf8) == true
    }

    /// Whether a report of a run shows what a body is in place of the body.
    static func isUnkept(_ text: String) -> Bool {
        guard text.utf8.starts(with: "<".utf8), let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else {
            return false
        }
        let rest = text.utf8[comma...].dropFirst(2).drop { $0 &- UInt8(ascii: "0") < 10 }
        return rest.starts(with: " bytes".utf8)
    }
}
