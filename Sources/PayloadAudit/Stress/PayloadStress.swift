import SessionModels
package import WireJSON

/// Changes one value of a payload after the other and sees what decoding makes of it.
///
/// Members that no model reads are left alone. Offline and deterministic. One payload costs at most ``mostSites`` values and ``mostBytes`` of changed text, whatever it
/// holds; what is beyond that is counted as skipped.
package struct PayloadStress {
    /// The most values of one payload that are changed.
    package static let mostSites = 1_000
    /// The most bytes of changed text that one payload is decoded from.
    package static let mostBytes = 64 << 20

    /// What a finding counts for beside the bytes of the text: it takes as long as some of them.
    private static let bytesOfFinding = 1 << 10

    /// What decoding made of a change.
    package struct Reaction: Sendable {
        package let effect: StressEffect
        /// What decoding reported that it had not reported before; none where the change is tolerated.
        package let codes: Set<DecodingFinding.Code>
    }

    private let model: AuditModel
    private let document: JSONDocument
    private let known: [FoundKind: Int]
    private var bytesLeft = mostBytes

    /// Takes a payload, which is decoded once as it is; nil for one that is no JSON text of its own.
    init?(_ root: JSONView, as model: AuditModel) {
        guard let document = try? JSONDocument(Array(root.document.bytes[root.range])) else { return nil }
        self.document = document
        self.model = model
        known = Self.kinds(of: model.entry.decode(document.root), model)
    }

    /// Tries every change of every value, and gives how many were not tried.
    mutating func run(_ note: (JSONPointer, StressMutation, Reaction) -> Void) -> Int {
        var waiting = [StressSite(pointer: .root, view: document.root, removal: nil)]
        var (seen, skipped) = (Set<JSONPointer>(), 0)
        while let site = waiting.popLast() {
            guard isDeclared(site), seen.insert(site.pointer).inserted else { continue }
            let mutations = site.mutations
            guard seen.count <= Self.mostSites else {
                skipped += mutations.count
                continue
            }
            for mutation in mutations {
                guard let reaction = reaction(to: mutation, at: site) else {
                    skipped += 1
                    continue
                }
                note(site.pointer, mutation, reaction)
            }
            waiting += site.children.reversed()
        }
        return skipped
    }

    /// Whether the model asks for what is there: what it does not read, and the keys of its open maps, are no fields.
    private func isDeclared(_ site: StressSite) -> Bool {
        site.removal == nil || model.declares(site.pointer)
    }

    /// Decodes the changed payload; nil where there are no bytes left for it.
    private mutating func reaction(to mutation: StressMutation, at site: StressSite) -> Reaction? {
        guard bytesLeft > document.bytes.count, let bytes = site.bytes(after: mutation, of: document.bytes),
            bytes.count <= bytesLeft, let changed = try? JSONDocument(bytes)
        else { return nil }
        bytesLeft -= bytes.count
        let findings = model.entry.decode(changed.root)
        bytesLeft -= findings.count * Self.bytesOfFinding
        if findings.isEmpty { return Reaction(effect: .tolerated, codes: []) }
        let kinds = Self.kinds(of: findings, model)
        // Copies of an element repeat what was found in it before.
        let fresh = kinds.filter { kind, count in
            mutation == .longList ? known[kind] == nil : count > known[kind, default: 0]
        }
        let codes = Set(fresh.keys.map(\.code))
        let effect: StressEffect = codes.isEmpty ? .tolerated : codes.contains(where: \.breaks) ? .breaks : .reported
        return Reaction(effect: effect, codes: codes)
    }

    /// A finding apart from its place in lists.
    private struct FoundKind: Hashable {
        let code: DecodingFinding.Code
        let pointer: JSONPointer
    }

    private static func kinds(of findings: [DecodingFinding], _ model: AuditModel) -> [FoundKind: Int] {
        findings.reduce(into: [:]) { kinds, finding in
            kinds[FoundKind(code: finding.code, pointer: model.folded(finding.pointer)), default: 0] += 1
        }
    }
}
