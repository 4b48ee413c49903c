import WireJSON

/// Writing words that a POSIX shell reads back byte for byte, with variables in place of secrets.
///
/// Quotes are found byte by byte: to Swift's `String` one with a combining mark behind it is another character, and whoever chose
/// the text would end the word there. What no shell can be given in this way are NUL and line feeds at the end of a word that needs
/// `printf`; the transport refuses both in addresses and headers, and bodies go through a pipe.
///
/// > Source: POSIX.1-2024, Shell Command Language §2.2, and the utility printf
package enum ShellText {
    /// A word that stands for this text; one that needs no quotes has none.
    package static func word(_ text: String) -> String {
        word([.plain(Array(text.utf8))])
    }

    /// A word made of text and variables; text must be UTF-8.
    static func word(_ pieces: [RedactedPiece]) -> String {
        var word = ""
        for piece in pieces {
            switch piece {
            case .plain(let bytes): word += quoted(bytes)
            case .secret(let variable): word += "\"$\(variable)\""
            }
        }
        return word.isEmpty ? "''" : word
    }

    /// The command that writes these bytes, whatever they are: `printf` knows octal escapes everywhere, and no file is needed.
    static func printf(_ pieces: [RedactedPiece]) -> String {
        var format = ""
        var arguments = ""
        for piece in pieces {
            switch piece {
            case .plain(let bytes): format += escaped(bytes, isFirst: format.isEmpty)
            case .secret(let variable):
                format += "%s"
                arguments += " \"$\(variable)\""
            }
        }
        return "printf '\(format)'\(arguments)"
    }

    /// Whether these bytes can stand in a word: UTF-8, in which nothing is hidden from who reads the command.
    static func isVisible(_ pieces: [RedactedPiece]) -> Bool {
        pieces.allSatisfy { piece in
            guard case .plain(let bytes) = piece else { return true }
            guard let text = String(validating: bytes, as: UTF8.self) else { return false }
            return !text.unicodeScalars.contains(where: VisibleText.hides)
        }
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        // A shell such as zsh looks for a command behind a '=' that begins a word.
        if bytes.allSatisfy(isPlain), bytes.first != UInt8(ascii: "=") { return String(decoding: bytes, as: UTF8.self) }
        guard isVisible([.plain(bytes)]) else {
            return "\"$(printf '\(escaped(bytes, isFirst: true))')\""
        }
        return "'" + String(decoding: bytes, as: UTF8.self).replacingExactly("'", with: "'\\''") + "'"
    }

    /// Bytes within the single quotes of a format of printf.
    private static func escaped(_ bytes: [UInt8], isFirst: Bool) -> String {
        var text = ""
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "%"): text += "%%"
            case UInt8(ascii: "\\"): text += "\\\\"
            // Some shells would take a format that begins so for an option.
            case UInt8(ascii: "-") where isFirst && index == 0: text += octal(byte)
            // A shell that a person types into would put an earlier command in place of `!`, which these quotes do not keep.
            case 0x20..<0x7F where byte != UInt8(ascii: "'") && byte != UInt8(ascii: "!"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += octal(byte)
            }
        }
        return text
    }

    private static func octal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "/-_.:=,@%+".utf8.contains(byte)
        }
    }
}
