import WireJSON

/// Making texts and bodies fit to be shown; always after redaction, so that no cut leaves a part of a secret.
package enum ShownText {
    /// The most scalars of one value in a finding.
    package static let longestValue = 200
    /// The most bytes of a body.
    package static let longestBody = 4_096
    private static let longestHex = 64

    /// A value cut at 200 scalars, saying how many are left out.
    package static func value(_ text: String) -> String {
        guard text.utf8.count > longestValue else { return text }
        let scalars = text.unicodeScalars
        let count = scalars.count
        guard count > longestValue else { return text }
        return "\(String(scalars.prefix(longestValue)))… (\(count - longestValue) more characters)"
    }

    /// A body as text, cut at 4 KiB; one that is no UTF-8 says what it is and begins in hexadecimal.
    package static func body(_ bytes: [UInt8], contentType: String?, _ redactor: Redactor) -> String {
        let redacted = redactor.redact(bytes)
        guard let text = String(validating: redacted, as: UTF8.self) else {
            let shown = redacted.prefix(longestHex).map(hexadecimal).joined(separator: " ")
            let rest = redacted.count > longestHex ? " …" : ""
            return
                "<binary, \(bytes.count) bytes, \(redactor.redact(contentType ?? "no content-type"))> \(shown)\(rest)"
        }
        guard redacted.count > longestBody else { return text }
        var end = longestBody
        while end > 0, redacted[end] & 0xC0 == 0x80 {
            end -= 1
        }
        return String(decoding: redacted[..<end], as: UTF8.self) + "… (\(redacted.count - end) more bytes)"
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
