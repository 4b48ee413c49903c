/// Text as a dictionary key, told apart byte by byte: two Unicode spellings of one letter are two keys.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (one: ExactText, other: ExactText) -> Bool {
        one.text.isExactly(other.text)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 {
            hasher.combine(byte)
        }
    }
}

extension String {
    /// Whether both texts have the same bytes in UTF-8; `==` would call canonically equivalent texts equal.
    func isExactly(_ other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }

    /// The text with the letters A to Z made small and everything else as it was.
    var asciiLowercased: String {
        String(
            decoding: utf8.map { byte in (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte },
            as: UTF8.self
        )
    }
}
