import WireJSON

/// Puts labels in place of secrets, in every form in which they may stand.
///
/// Forms: plain or escaped in any mixture (see `WrittenText`), and Base64 at each of its three alignments, in both alphabets, however
/// short; and, of secrets that cannot be met by chance, whatever folds to them or to their Base64 or hexadecimal (see `TextFolding`),
/// which is all that the last scan looks for.
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
    /// For each first byte, the secrets that may begin with it, by their place in `written`.
    private let writtenByFirstByte: [[Int]]
    /// Every secret however it is written, longest first.
    private let folded: [Form]
    /// Where they end, by their place in `folded`.
    private let index: SecretIndex

    /// Makes ready to look for every secret of a list.
    package init(_ secrets: SecretList) {
        let longestFirst = secrets.entries.sorted { $0.value.utf8.count > $1.value.utf8.count }
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
        let written = longestFirst.map { (text: WrittenText($0.value), label: Array($0.label.utf8)) }
        self.written = written
        var writtenByFirstByte = [[Int]](repeating: [], count: 256)
        for (index, secret) in written.enumerated() {
            for byte in secret.text.firstBytes { writtenByFirstByte[Int(byte)].append(index) }
        }
        self.writtenByFirstByte = writtenByFirstByte
        folded = longestFirst.flatMap { entry in
            SecretForms.folded(of: entry.value).map {
                Form(bytes: $0, label: Array(entry.label.utf8), isPlain: false)
            }
        }
        var index = SecretIndex()
        for (tag, form) in folded.enumerated() { index.insert(form.bytes, tag: tag) }
        self.index = index
    }

    /// The text with a label for each secret.
    package func redact(_ text: String) -> String {
        guard !forms.isEmpty else { return text }
        return String(decoding: redact(Array(text.utf8)), as: UTF8.self)
    }

    /// The bytes with a label for each secret.
    package func redact(_ bytes: [UInt8]) -> [UInt8] {
        labelled(bytes).redacted
    }

    /// The text with a label for each secret, and where the labels stand.
    func redactMarking(_ text: String) -> RedactedText {
        guard !forms.isEmpty else { return RedactedText(text) }
        let (redacted, labels) = labelled(Array(text.utf8))
        return RedactedText(String(decoding: redacted, as: UTF8.self), labels: labels)
    }

    /// The bytes with a label for each secret, and where in them these stand.
    private func labelled(_ bytes: [UInt8]) -> (redacted: [UInt8], labels: [Range<Int>]) {
        var redacted: [UInt8] = []
        redacted.reserveCapacity(bytes.count)
        var labels: [Range<Int>] = []
        var index = 0
        for found in places(in: bytes) {
            redacted.append(contentsOf: bytes[index..<found.range.lowerBound])
            labels.append(redacted.count..<redacted.count + found.label.count)
            redacted.append(contentsOf: found.label)
            index = found.range.upperBound
        }
        redacted.append(contentsOf: bytes[index...])
        return (redacted, labels)
    }

    /// The text with a shell variable for each secret.
    func pieces(_ text: String) -> [RedactedPiece] { pieces(Array(text.utf8)) }

    /// The bytes with a shell variable for each secret: its own where it stands as it is, one that ends in `_ENCODED` where it
    /// stands escaped or encoded, so that the variable must hold it as it is written there.
    func pieces(_ bytes: [UInt8]) -> [RedactedPiece] {
        guard !forms.isEmpty else { return [.plain(bytes)] }
        var pieces: [RedactedPiece] = []
        var index = 0
        for found in places(in: bytes) {
            let plain = bytes[index..<found.range.lowerBound]
            if !plain.isEmpty { pieces.append(.plain(Array(plain))) }
            pieces.append(.secret(Self.variable(ofLabel: found.label, isEncoded: !found.isPlain)))
            index = found.range.upperBound
        }
        return index < bytes.count ? pieces + [.plain(Array(bytes[index...]))] : pieces
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

    // MARK: Finding

    /// A secret in a text.
    struct Place {
        var range: Range<Int>
        var label: [UInt8]
        /// Whether it stands there as it is.
        var isPlain: Bool
    }

    /// All secrets in a text, in order and apart from each other.
    ///
    /// Where one begins within another and ends behind it, the place is that of both: nothing of the second is left over.
    func places(in bytes: [UInt8]) -> [Place] {
        guard !forms.isEmpty else { return [] }
        var folded = foldedPlaces(in: bytes)[...]
        var places: [Place] = []
        for index in bytes.indices {
            var found = secret(at: index, in: bytes)
            while let next = folded.first, next.range.lowerBound <= index {
                folded.removeFirst()
                if next.range.upperBound > found?.range.upperBound ?? index {
                    found = Place(range: next.range, label: found?.label ?? next.label, isPlain: false)
                }
            }
            guard let found else { continue }
            if let last = places.last, last.range.upperBound > index {
                guard found.range.upperBound > last.range.upperBound else { continue }
                let whole = last.range.lowerBound..<found.range.upperBound
                places[places.count - 1] = Place(range: whole, label: last.label, isPlain: false)
            } else {
                places.append(Place(range: index..<found.range.upperBound, label: found.label, isPlain: found.isPlain))
            }
        }
        return places
    }

    /// The secret that begins there, the one that reaches farthest where more do.
    private func secret(at index: Int, in bytes: [UInt8]) -> Place? {
        var found: Place?
        let first = Int(bytes[index])
        if let plain = byFirstByte[first].first(where: { ByteSearch.holds(forms[$0].bytes, at: index, in: bytes) }) {
            let form = forms[plain]
            found = Place(range: index..<index + form.bytes.count, label: form.label, isPlain: form.isPlain)
        }
        for place in writtenByFirstByte[first] {
            let secret = written[place]
            if let end = secret.text.end(at: index, in: bytes), end > found?.range.upperBound ?? index {
                found = Place(range: index..<end, label: secret.label, isPlain: false)
            }
        }
        return found
    }

    /// What folds to a secret, the longest first where two begin alike.
    private func foldedPlaces(in bytes: [UInt8]) -> [Place] {
        guard !index.isEmpty else { return [] }
        var isFound = false
        TextFolding.folded(bytes).withUnsafeBufferPointer { text in
            index.search(text, from: 0) { _, _ in
                isFound = true
                return false
            }
        }
        guard isFound else { return [] }
        let text = TextFolding.traced(bytes)
        var places: [Place] = []
        text.folded.withUnsafeBufferPointer { folded in
            index.search(folded, from: 0) { tag, end in
                let form = self.folded[tag]
                // The fingerprint is that of the end alone: as much of the rest as is there is taken with it.
                let length = zip(form.bytes.reversed(), folded[..<end].reversed()).prefix { $0 == $1 }.count
                let range = text.places[end - length].lowerBound..<text.places[end - 1].upperBound
                places.append(Place(range: range, label: form.label, isPlain: false))
                return true
            }
        }
        return places.sorted { one, other in
            one.range.lowerBound == other.range.lowerBound
                ? one.range.upperBound > other.range.upperBound : one.range.lowerBound < other.range.lowerBound
        }
    }

    // MARK: Forms

    /// The shortest piece of Base64 that is looked for on its own.
    private static let shortestBase64 = 6

    private static func forms(of value: String) -> [[UInt8]] {
        let plain = Array(value.utf8)
        var forms = [plain]
        for alphabet in [Base64.Alphabet.standard, .url] {
            forms.append(Array(Base64.encode(plain, alphabet, isPadded: false).utf8))
            for offset in 0..<3 {
                let core = SecretForms.base64Letters(of: plain, offset: offset, alphabet).core
                if core.count >= shortestBase64 { forms.append(core) }
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
