/// The state of one decoding: what was asked of each node, and what was found.
final class TracingSession {
    /// What is known of one node.
    struct Trace {
        struct Marks: OptionSet {
            var rawValue: UInt8
            /// A key that the model asked for.
            static let asked = Marks(rawValue: 1)
            /// An object or array whose keys or elements the model asks for one by one.
            static let opened = Marks(rawValue: 2)
            /// An object that a type stopped reading, or that was taken whole: unasked members mean nothing.
            static let incomplete = Marks(rawValue: 4)
            /// A value that its type refused, with no placeholder.
            static let refused = Marks(rawValue: 8)
            /// A collection that holds refused values.
            static let salvaged = Marks(rawValue: 16)
            /// An object whose keys are hashed.
            static let indexed = Marks(rawValue: 32)
        }

        var parent: UInt32 = 0
        /// The place in an array, or -1 for a member.
        var place: Int32 = -1
        /// The key of an object where the next search begins.
        var cursor: UInt32 = 0
        var marks: Marks = []
    }

    /// A finding before its pointer is made.
    struct Record: Hashable {
        var code: DecodingFinding.Code
        /// The value; for a missing member its object.
        var node: Node.Index
        /// The key that is missing.
        var missing: ScalarKey?
        var expected: String
        /// What to show where that is not the text of the value.
        var actual: String?
    }

    /// The node of a value that is not there.
    static let nothing: Node.Index = -1

    /// What the types are told beside the text.
    let userInfo: [CodingUserInfoKey: any Sendable]
    let storage: JSONStorage
    /// The memory of `storage` while the decoding runs, then a copy for a type that kept its decoder.
    @exclusivity(unchecked) private(set) var memory: NodeMemory
    private var ownsMemory = false
    let root: Node.Index
    /// One for each node from the root on.
    ///
    /// Plain memory: an array in a class would check each access for exclusivity.
    let traces: UnsafeMutableBufferPointer<Trace>
    // Each of these is read or changed for an instant, never while it is being changed.
    @exclusivity(unchecked) private(set) var records: [Record] = []
    @exclusivity(unchecked) var placeholders = Placeholders()
    @exclusivity(unchecked) var indexes = MemberIndexes()
    /// What is asked of scalars; nil where nobody wants to know.
    @exclusivity(unchecked) var watch: ScalarWatch?

    /// Begins a decoding; `memory` must be there until it is over, or until ``keepMemory()``.
    init(_ view: JSONView, _ memory: NodeMemory, _ userInfo: [CodingUserInfoKey: any Sendable]) {
        self.userInfo = userInfo
        storage = view.storage
        self.memory = memory
        root = view.index
        traces = .allocate(capacity: memory.nodes[root].next - root)
        traces.initialize(repeating: Trace())
    }

    deinit {
        traces.deallocate()
        if ownsMemory { memory.deallocate() }
    }

    var nodes: UnsafeBufferPointer<Node> { memory.nodes }

    /// Copies the memory of the text, which is about to be gone.
    func keepMemory() {
        memory = memory.copied()
        ownsMemory = true
    }

    func mark(_ marks: Trace.Marks, _ node: Node.Index) {
        traces[node - root].marks.formUnion(marks)
    }

    func hasMark(_ mark: Trace.Marks, _ node: Node.Index) -> Bool {
        traces[node - root].marks.contains(mark)
    }

    func report(_ code: DecodingFinding.Code, at node: Node.Index, expected: String, actual: String? = nil) {
        records.append(Record(code: code, node: node, missing: nil, expected: expected, actual: actual))
    }

    func reportMissing(_ key: String, from node: Node.Index, expected: String) {
        records.append(
            Record(code: .missingField, node: node, missing: ScalarKey(key), expected: expected, actual: "nothing")
        )
    }

    /// Reports a value of another kind than expected.
    func reportMismatch(at node: Node.Index, expected: String) {
        report(nodes[node].kind == .null ? .unexpectedNull : .wrongType, at: node, expected: expected)
    }
}

// MARK: - Decoding of any type

extension TracingSession {
    // What rarely happens has functions of its own: one that handles an optional of a type known at run time alone looks
    // up the metadata of that optional first, which takes longer than decoding a scalar.

    /// Decodes a node.
    ///
    /// Throws ``AlreadyReported`` where there is neither a value nor a placeholder.
    func value<T: Decodable>(_ type: T.Type, at node: Node.Index) throws -> T {
        if hasMark(.salvaged, node) { return try salvagedValue(type, at: node) }
        let known = records.count
        do {
            return try T(from: NodeDecoder(session: self, node: node))
        } catch {
            return try rescuedValue(type, at: node, from: error, known)
        }
    }

    /// Decodes a node; reports a value that its type refuses, and gives nil.
    func optionalValue<T: Decodable>(_ type: T.Type, at node: Node.Index) -> T? {
        if hasMark(.salvaged, node) { return salvagedAgain(type, at: node) }
        return decoded(type, at: node)
    }

    private func decoded<T: Decodable>(_ type: T.Type, at node: Node.Index) -> T? {
        let known = records.count
        do {
            return try T(from: NodeDecoder(session: self, node: node))
        } catch {
            return rescued(type, at: node, from: error, known)
        }
    }

    /// Decodes a collection that holds refused values; maybe as another type than before.
    @inline(never)
    private func salvagedAgain<T: Decodable>(_ type: T.Type, at node: Node.Index) -> T? {
        salvaged(type, at: node) ?? decoded(type, at: node)
    }

    @inline(never)
    private func salvagedValue<T: Decodable>(_ type: T.Type, at node: Node.Index) throws -> T {
        try salvagedAgain(type, at: node) ?? placeholder(type)
    }

    @inline(never)
    private func rescuedValue<T: Decodable>(
        _ type: T.Type,
        at node: Node.Index,
        from error: any Error,
        _ known: Int
    ) throws -> T {
        try rescued(type, at: node, from: error, known) ?? placeholder(type)
    }

    /// What is left of a value that its type refused; reports it, unless a finding after the first `known` says more.
    @inline(never)
    private func rescued<T>(_ type: T.Type, at node: Node.Index, from error: any Error, _ known: Int) -> T? {
        mark(.incomplete, node)
        if let value = salvaged(type, at: node) { return value }
        // A type that was given a placeholder may refuse that; the finding that led to it says more.
        if !(error is AlreadyReported), !records[known...].contains(where: \.code.breaks) {
            report(.invalidValue, at: node, expected: "\(T.self): \(Self.words(for: error))")
        }
        return nil
    }

    private func salvaged<T>(_ type: T.Type, at node: Node.Index) -> T? {
        (type as? any SalvageableCollection.Type)?.salvaged(from: node, in: self) as? T
    }

    private static func words(for error: any Error) -> String {
        switch error {
        case DecodingError.dataCorrupted(let context), DecodingError.keyNotFound(_, let context),
            DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.debugDescription
        default: "\(error)"
        }
    }
}

/// Thrown where a value was reported and has no placeholder, so that the type that asked for it cannot go on.
struct AlreadyReported: Error {}
