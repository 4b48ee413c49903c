import WireJSON

extension JSONParseError {
    /// What is wrong, with nothing of the text: the reader's own words may show a character of it.
    var shownWords: String {
        switch code {
        case .empty: "nothing"
        case .unexpectedCharacter: "a character that cannot stand there"
        case .unexpectedEnd: "the end of the text within a value"
        case .badNumber: "a number that is not written as JSON's are"
        case .badEscape: "an escape that JSON does not have"
        case .badLiteral: "a word that is none of true, false and null"
        case .controlCharacter: "a control character within a string"
        case .badUTF8: "bytes that are no UTF-8"
        case .loneSurrogate: "one half of a surrogate pair"
        case .tooDeep: "arrays and objects within each other, too many to be read"
        case .trailingText: "more text after the value"
        case .byteOrderMark: "a byte order mark"
        case .tooLarge: "a text of 4 GiB or more"
        }
    }
}
