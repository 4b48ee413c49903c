import WireJSON

/// Making texts and bodies fit to be shown; always after redaction, so that no cut leaves a part of a secret.
package enum ShownText {
    /// The most scalars of one value in a finding.
    package static let longestValue = 200
    /// The most bytes of a body.
    package static let longestBody = 4_096
    private static let longestHex = 64
    /// How many scalars of the beginning stand before a difference that comes late.
    private static let longestBeginning = 40
    /// How many scalars are shown before the first difference, and behind it at least.
    private static let contextOfDifference = 60

    /// A value cut at 200 scalars, saying how many are left out.
    package static func value(_ text: String) -> String {
        guard text.utf8.count > longestValue else { return text }
        return value(RedactedText(text))
    }

    /// A value cut at 200 scalars, or behind the label there, saying how many are left out.
    static func value(_ text: RedactedText) -> String {
        upTo(longestValue, of: text, from: 0)
    }

    /// What was expected and what came, each as ``value(_:)`` shows it where that shows how they differ.
    ///
    /// Long ones that differ late are cut around the first difference, at the same places: the beginning, `…`, and what stands
    /// before and behind the difference.
    static func pair(_ expected: RedactedText, _ actual: RedactedText) -> (expected: String, actual: String) {
        let isLong = max(expected.scalars.count, actual.scalars.count) > longestValue
        let same = isLong ? zip(expected.scalars, actual.scalars).prefix { $0 == $1 }.count : 0
        guard same + contextOfDifference > longestValue, expected.scalars != actual.scalars else {
            return (value(expected), value(actual))
        }
        let start = min(
            expected.start(near: same - contextOfDifference),
            actual.start(near: same - contextOfDifference)
        )
        let beginning = expected.text(0..<expected.end(near: longestBeginning)) + "…"
        let room = longestValue - longestBeginning
        return (beginning + upTo(room, of: expected, from: start), beginning + upTo(room, of: actual, from: start))
    }

    /// So many scalars of a text, or up to the end of the label there, and how many are left.
    private static func upTo(_ count: Int, of text: RedactedText, from start: Int) -> String {
        let end = text.end(near: start + count)
        let shown = text.text(start..<end)
        let left = text.scalars.count - end
        return left == 0 ? shown : "\(shown)… (\(left) more characters)"
    }

    /// A body as it may be shown, and the SHA-256 of the redacted whole where that is not all of it.
    package struct Body: Sendable, Hashable {
        package var text: String
        /// In hexadecimal; of the redacted bytes, as one of the others would let a short secret be guessed.
        package var sha256: String?
    }

    /// A body as text, cut at 4 KiB; one that is no UTF-8 says what it is and begins in hexadecimal, unless it is compressed.
    package static func body(
        _ bytes: [UInt8],
        contentType: String?,
        encoding: String? = nil,
        _ redactor: Redactor,
        sha256: ([UInt8]) -> String
    ) -> Body {
        let redacted = redactor.redact(bytes)
        guard let text = String(validating: redacted, as: UTF8.self) else {
            if let format = CompressedFormat(of: bytes, named: encoding) {
                // Neither its bytes nor their digest: secrets cannot be taken out of them, and could be got out of them.
                let type = redactor.redact(contentType ?? "no content-type")
                return Body(text: "<\(format.rawValue), \(bytes.count) bytes, \(type)>")
            }
            let shown = Hexadecimal.spaced(redacted.prefix(longestHex))
            let start = "<binary, \(bytes.count) bytes, \(redactor.redact(contentType ?? "no content-type"))"
            guard redacted.count > longestHex else { return Body(text: "\(start)> \(shown)") }
            let digest = sha256(redacted)
            return Body(text: "\(start), sha256 \(digest)> \(shown) …", sha256: digest)
        }
        guard redacted.count > longestBody else { return Body(text: text) }
        var end = longestBody
        while end > 0, redacted[end] & 0xC0 == 0x80 {
            end -= 1
        }
        let digest = sha256(redacted)
        let start = String(decoding: redacted[..<end], as: UTF8.self)
        return Body(text: start + "… (\(redacted.count - end) more bytes, sha256 \(digest))", sha256: digest)
    }
}

/// A format of compressed bytes, told by how they begin, or by `Content-Encoding`.
enum CompressedFormat: String, Sendable, CaseIterable {
    case gzip, zlib, zstd, zip, bzip2, xz, compressed

    /// Nil where the bytes begin like none of them and no encoding is named.
    ///
    /// > Source: RFC 1952 §2.3.1, RFC 1950 §2.2, RFC 8878 §3.1.1
    init?(of bytes: [UInt8], named encoding: String?) {
        switch (bytes.first, bytes.dropFirst().first) {
        case (0x1F, 0x8B): self = .gzip
        case (0x78, let flags?) where (0x7800 | Int(flags)).isMultiple(of: 31): self = .zlib
        case _ where bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]): self = .zstd
        case _ where bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]): self = .zip
        case _ where bytes.starts(with: [0x42, 0x5A, 0x68]): self = .bzip2
        case _ where bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]): self = .xz
        default:
            guard let encoding, !encoding.isEmpty, encoding.lowercased() != "identity" else { return nil }
            self = .compressed
        }
    }
}
