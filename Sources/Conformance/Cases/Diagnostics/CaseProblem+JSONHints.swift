import WireJSON

extension CaseProblem {
    /// What a person can do about a file that is no JSON, from what its reader says of it.
    static func hint(ofJSON words: String) -> String? {
        if let hint = hint(ofFound: words) { return hint }
        if words.contains("after ','") { return "leave out the comma before it: JSON has none after the last" }
        if words.contains("found the end") { return "close every '{', '[' and '\"' that is open" }
        if words.contains("byte order mark") { return "save the file as UTF-8 without a byte order mark" }
        if words.hasPrefix("expected UTF-8") { return "save the file as UTF-8" }
        if words.contains("expected ','") { return "put a comma before it" }
        return nil
    }

    /// For what is no JSON wherever it stands.
    private static func hint(ofFound words: String) -> String? {
        guard let start = words.exactRange(of: "found ")?.upperBound else { return nil }
        let found = words[start...]
        switch found {
        case "'/'", "'#'":
            return "leave it out: JSON has no comments; 'description' and 'because' take words for people"
        case "'''":
            return "put keys and texts into double quotes"
        case "U+000A", "U+000D":
            return "close the text with '\"' on its own line; a line break in a text is \\n"
        case "U+0009":
            return "a tab in a text is \\t"
        default:
            let isLetter = found.unicodeScalars.count == 3 && found.dropFirst().first?.isLetter == true
            guard isLetter else { return nil }
            if words.hasPrefix("expected a key") { return "put the key into double quotes" }
            guard words.hasPrefix("expected ','") else { return nil }
            return
                "a text may have ended too soon before it: a '\"' within a text is \\\", and one text follows another after ','"
        }
    }
}
