extension TracingSession {
    /// The most scalars of a JSON text that a finding shows.
    private static let mostScalars = 120

    /// All findings of the decoding, once it is done; each once, in the order of the text.
    func findings() -> [DecodingFinding] {
        var records = records
        collectUnknownFields(into: &records)
        collectDuplicateKeys(into: &records)
        guard !records.isEmpty else { return [] }
        var seen: Set<Record> = []
        let order = records.indices.sorted { (records[$0].node, $0) < (records[$1].node, $1) }
        var walker = PointerWalker(storage, from: root)
        return order.compactMap { index in
            let record = records[index]
            guard seen.insert(record).inserted else { return nil }
            let pointer = walker.pointer(to: record.node)
            return DecodingFinding(
                code: record.code,
                pointer: record.missing.map { pointer.appending($0.text) } ?? pointer,
                offset: nodes[record.node].start,
                expected: record.expected,
                actual: record.actual ?? shownText(of: record.node)
            )
        }
    }

    /// Reports each member that nothing asked for, in every object that was opened, but nothing below such a member.
    private func collectUnknownFields(into records: inout [Record]) {
        let end = nodes[root].next
        var index = root
        while index < end {
            let node = nodes[index]
            if node.flags.contains(.key), index > root {
                index = unknownField(at: index, into: &records)
            } else if hasMark(.opened, index) {
                if hasMark(.incomplete, index), node.kind == .object { forgiveUnasked(in: index) }
                index += 1
            } else {
                index = node.next
            }
        }
    }

    /// Looks at a key, and gives the node to look at next.
    private func unknownField(at key: Node.Index, into records: inout [Record]) -> Node.Index {
        let value = key + 1
        if hasMark(.asked, key) { return value }
        if !nodes[key].flags.contains(.superseded) {
            let record = Record(code: .unknownField, node: value, missing: nil, expected: "nothing", actual: nil)
            records.append(record)
        }
        return nodes[value].next
    }

    private func forgiveUnasked(in object: Node.Index) {
        var key = object + 1
        while key < nodes[object].next {
            mark(.asked, key)
            key = nodes[key + 1].next
        }
    }

    private func collectDuplicateKeys(into records: inout [Record]) {
        let range = root..<nodes[root].next
        for entry in storage.duplicates where range.contains(entry.object) {
            let expected = "one member \(JSONText.quoted(storage.text(of: entry.key)))"
            let record = Record(code: .duplicateKey, node: entry.key + 1, missing: nil, expected: expected, actual: nil)
            records.append(record)
        }
    }

    /// The text of a value, cut where it is long.
    private func shownText(of node: Node.Index) -> String {
        let range = nodes[node].start..<nodes[node].end
        // A scalar has at most four bytes; the decoder repairs one that is cut.
        let start = storage.bytes[range].prefix(Self.mostScalars * 4 + 4)
        let scalars = String(decoding: start, as: UTF8.self).unicodeScalars
        guard scalars.count > Self.mostScalars else { return String(scalars) }
        return String(scalars.prefix(Self.mostScalars - 1)) + "…"
    }
}
