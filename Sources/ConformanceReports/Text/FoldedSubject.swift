import WireJSON

/// What a finding speaks of, whatever the places of elements in arrays, which differ from run to run.
enum FoldedSubject {
    /// `body /sessions/*/region` for `body /sessions/0/region`.
    static func text(_ subject: String) -> String {
        guard subject.utf8.contains(UInt8(ascii: "/")) else { return subject }
        let parts = subject.scalarSplit(separator: "/", omittingEmptySubsequences: false).map { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "*" : String(part)
        }
        return parts.joined(separator: "/")
    }
}
