/// What a type asked of a scalar beside its kind: all by which another text there could change what is found.
///
/// A scalar without one is taken as it is: a text, a boolean, or a number that is kept as it was written.
package enum ScalarCheck: Sendable, Equatable {
    /// A string that is one of these words, in UTF-8, or is not.
    case word([[UInt8]])
    /// A string that is an RFC 3339 time or is not.
    case time
    /// A number that is an integer of this range or is not; the range is cut at what an `Int` holds.
    case integer(ClosedRange<Int>)
    /// More than can be told beforehand.
    case unforeseen
}

/// The checks of the scalars of one decoding.
struct ScalarWatch {
    private(set) var checks: [Node.Index: ScalarCheck] = [:]

    mutating func note(_ check: ScalarCheck, at node: Node.Index) {
        // Two types that ask differently of one value are not foreseen.
        checks[node] = checks[node].map { $0 == check ? check : .unforeseen } ?? check
    }
}

/// The findings of a decoding, and what they hang on.
package struct WatchedDecoding: Sendable {
    /// As those of ``TracedDecoding``.
    package let findings: [DecodingFinding]
    /// What was asked of scalars, by the offset of their first byte in the text.
    package let checks: [Int: ScalarCheck]

    /// Makes what a decoding without a watch tells.
    package init(findings: [DecodingFinding], checks: [Int: ScalarCheck] = [:]) {
        self.findings = findings
        self.checks = checks
    }
}

extension TracingDecoder {
    /// Decodes a value and notes what was asked of each scalar; takes somewhat longer than without the notes.
    package func watch<T: Decodable>(_ type: T.Type, from view: JSONView) -> WatchedDecoding {
        view.storage.withMemory { memory in
            var session = TracingSession(view, memory, userInfo)
            session.watch = ScalarWatch()
            _ = try? session.value(type, at: view.index)
            let findings = session.findings()
            let checks = session.watch?.checks ?? [:]
            if !isKnownUniquelyReferenced(&session) { session.keepMemory() }
            let byOffset = checks.map { (memory.nodes[$0.key].start, $0.value) }
            return WatchedDecoding(findings: findings, checks: Dictionary(byOffset) { first, _ in first })
        }
    }
}
