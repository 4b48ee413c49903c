import WireJSON

/// The folded forms in which a secret may stand in a text: as it is, in Base64, in hexadecimal.
enum SecretForms {
    /// Shorter forms are not looked for: they would be found everywhere.
    static let shortest = 8
    /// From this length on, a form of one kind of letters is no word of a language any more.
    static let shortestOfOneKind = 16

    /// Every form that tells itself apart from the words of a report.
    static func folded(of value: String) -> [[UInt8]] {
        let plain = Array(value.utf8)
        var forms = [trimmed(TextFolding.folded(plain))]
        // A backslash or a percent sign that happens to stand before the secret takes its first letters for an escape.
        if let first = plain.first, "nrtbfv".utf8.contains(first) { forms.append(Array(forms[0].dropFirst())) }
        if plain.prefix(2).count(where: isHexadecimal) == 2 { forms.append(Array(forms[0].dropFirst(2))) }
        for offset in 0..<3 {
            let letters = base64Letters(of: plain, offset: offset, .standard)
            forms.append(TextFolding.folded(letters.core))
            // The last letter holds no bits of a neighbour where the secret is the last that is encoded.
            if letters.whole.count > letters.core.count { forms.append(TextFolding.folded(letters.whole)) }
        }
        forms.append(Hexadecimal.digits(of: plain, letters: .small))
        forms.append(Hexadecimal.digits(of: plain, letters: .capital))
        return forms.filter(isTellable)
    }

    /// The letters of Base64 that the value alone decides, where so many bytes (0, 1, 2 of three) stand before it: with others
    /// behind it, and with none.
    static func base64Letters(
        of plain: [UInt8],
        offset: Int,
        _ alphabet: Base64.Alphabet
    ) -> (core: [UInt8], whole: [UInt8]) {
        let padded = [UInt8](repeating: 0, count: offset) + plain
        let letters = Array(Base64.encode(padded, alphabet, isPadded: false).utf8)
        let first = (offset * 8 + 5) / 6
        guard first < letters.count else { return ([], []) }
        return (Array(letters[first..<max(first, padded.count * 8 / 6)]), Array(letters[first...]))
    }

    /// Whether a form cannot be met by chance: long enough, and of letters of two kinds (small, capital, digit, other) or longer.
    static func isTellable(_ form: [UInt8]) -> Bool {
        guard form.count >= shortest else { return false }
        guard form.count < shortestOfOneKind else { return true }
        return Set(form.map(kind)).count > 1
    }

    private static func kind(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): 0
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 2
        default: 3
        }
    }

    /// Without an escape that begins at the end: what stands behind the secret would be taken for its rest.
    private static func trimmed(_ folded: [UInt8]) -> [UInt8] {
        var end = folded.count
        if end >= 2, folded[end - 2] == UInt8(ascii: "%"), isHexadecimal(folded[end - 1]) { end -= 2 }
        while end > 0, "%&".utf8.contains(folded[end - 1]) { end -= 1 }
        return Array(folded[..<end])
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
