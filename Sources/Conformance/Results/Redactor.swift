import WireJSON

/// Puts labels in place of secrets, in every form in which they may stand.
///
/// Forms: plain or escaped in any mixture (see `WrittenText`), and Base64 at each of its three alignments, in both alphabets.
package struct Redactor: Sendable {
    private struct Form: Sendable {
        var bytes: [UInt8]
        var label: [UInt8]
    }

    /// Longest first, so that a secret that holds another one is replaced whole.
    private let forms: [Form]
    /// For each first byte, the forms that begin with it.
    private let byFirstByte: [[Int]]
    /// Every secret in whatever escapes a server may choose, longest first.
    private let written: [(text: WrittenText, label: [UInt8])]

    /// Makes ready to look for every secret of a list.
    package init(_ secrets: SecretList) {
        var seen: Set<[UInt8]> = []
        var forms: [Form] = []
        for entry in secrets.entries {
            for bytes in Self.forms(of: entry.value) where seen.insert(bytes).inserted {
                forms.append(Form(bytes: bytes, label: Array(entry.label.utf8)))
            }
        }
        forms.sort { $0.bytes.count > $1.bytes.count }
        var byFirstByte = [[Int]](repeating: [], count: 256)
        for (index, form) in forms.enumerated() {
            byFirstByte[Int(form.bytes[0])].append(index)
        }
        self.forms = forms
        self.byFirstByte = byFirstByte
        written = secrets.entries.sorted { $0.value.utf8.count > $1.value.utf8.count }.map { entry in
            (WrittenText(entry.value), Array(entry.label.utf8))
        }
    }

    /// The text with a label for each secret.
    package func redact(_ text: String) -> String {
        guard !forms.isEmpty else { return text }
        return String(decoding: redact(Array(text.utf8)), as: UTF8.self)
    }

    /// The bytes with a label for each secret.
    package func redact(_ bytes: [UInt8]) -> [UInt8] {
        guard !forms.isEmpty else { return bytes }
        var redacted: [UInt8] = []
        redacted.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let candidates = byFirstByte[Int(bytes[index])]
            if let found = candidates.first(where: { ByteSearch.holds(forms[$0].bytes, at: index, in: bytes) }) {
                redacted.append(contentsOf: forms[found].label)
                index += forms[found].bytes.count
            } else if let found = writtenSecret(at: index, in: bytes) {
                redacted.append(contentsOf: found.label)
                index = found.end
            } else {
                redacted.append(bytes[index])
                index += 1
            }
        }
        return redacted
    }

    private func writtenSecret(at index: Int, in bytes: [UInt8]) -> (label: [UInt8], end: Int)? {
        for secret in written where secret.text.mayBegin(with: bytes[index]) {
            if let end = secret.text.end(at: index, in: bytes) { return (secret.label, end) }
        }
        return nil
    }

    /// The shortest piece of Base64 that is looked for on its own.
    private static let shortestBase64 = 6

    private static func forms(of value: String) -> [[UInt8]] {
        let plain = Array(value.utf8)
        var forms = [plain]
        for isURLSafe in [false, true] {
            forms.append(Array(Base64.encode(plain, urlSafe: isURLSafe, isPadded: false).utf8))
            for offset in 0..<3 {
                let padded = [UInt8](repeating: 0, count: offset) + plain
                let letters = Array(Base64.encode(padded, urlSafe: isURLSafe, isPadded: false).utf8)
                // Only letters that the value alone decides: those that also hold bits of its neighbours are left out.
                let first = (offset * 8 + 5) / 6
                let core = letters[first..<max(first, padded.count * 8 / 6)]
                if core.count >= shortestBase64 { forms.append(Array(core)) }
            }
        }
        return forms.filter { !$0.isEmpty }
    }
}
