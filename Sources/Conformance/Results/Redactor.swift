import WireJSON

/// Puts labels in place of secrets, in every form in which they may stand.
///
/// Forms: plain or escaped in any mixture (see `WrittenText`), and Base64 at each of its three alignments, in both alphabets.
package struct Redactor: Sendable {
    private struct Form: Sendable {
        var bytes: [UInt8]
        var label: [UInt8]
        var isPlain: Bool
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
                let isPlain = bytes.elementsEqual(entry.value.utf8)
                forms.append(Form(bytes: bytes, label: Array(entry.label.utf8), isPlain: isPlain))
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
            if let found = secret(at: index, in: bytes) {
                redacted.append(contentsOf: found.label)
                index = found.end
            } else {
                redacted.append(bytes[index])
                index += 1
            }
        }
        return redacted
    }

    /// The text with a shell variable for each secret.
    func pieces(_ text: String) -> [RedactedPiece] { pieces(Array(text.utf8)) }

    /// The bytes with a shell variable for each secret: its own where it stands as it is, one that ends in `_ENCODED` where it
    /// stands escaped or encoded, so that the variable must hold it as it is written there.
    func pieces(_ bytes: [UInt8]) -> [RedactedPiece] {
        guard !forms.isEmpty else { return [.plain(bytes)] }
        var pieces: [RedactedPiece] = []
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let found = secret(at: index, in: bytes) {
                if !plain.isEmpty { pieces.append(.plain(plain)) }
                plain = []
                pieces.append(.secret(Self.variable(ofLabel: found.label, isEncoded: !found.isPlain)))
                index = found.end
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain.isEmpty ? pieces : pieces + [.plain(plain)]
    }

    /// `[session_token 2]` as `SESSION_TOKEN_2`; the project's secret as the variable that the program itself reads.
    private static func variable(ofLabel label: [UInt8], isEncoded: Bool) -> String {
        let letters = label.dropFirst().dropLast().map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte & 0xDF
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            default: UInt8(ascii: "_")
            }
        }
        let name = String(decoding: letters, as: UTF8.self)
        let known = name == "PROJECT_SECRET_1" ? "STYTCH_SECRET" : name.first?.isNumber == true ? "_" + name : name
        return isEncoded ? known + "_ENCODED" : known
    }

    private func secret(at index: Int, in bytes: [UInt8]) -> (label: [UInt8], end: Int, isPlain: Bool)? {
        let candidates = byFirstByte[Int(bytes[index])]
        if let found = candidates.first(where: { ByteSearch.holds(forms[$0].bytes, at: index, in: bytes) }) {
            return (forms[found].label, index + forms[found].bytes.count, forms[found].isPlain)
        }
        return writtenSecret(at: index, in: bytes).map { ($0.label, $0.end, false) }
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

/// A part of what may be shown as a command.
enum RedactedPiece: Sendable, Hashable {
    case plain([UInt8])
    /// The name of the shell variable that stands for a secret.
    case secret(String)
}
