/// The marker by which readers of JUnit files attach a file: a planted one would attach what an answer chooses.
///
/// > Source: GitLab's page on unit test reports; Azure's on publishing test results
enum AttachmentMarkers {
    private static let marker = Array("[[ATTACHMENT|".utf8)

    /// The text with a space in each marker; compared byte by byte, since a combining mark after it would hide it from `String`.
    static func disarmed(_ text: String) -> String {
        guard holdsBrackets(text) else { return text }
        let bytes = Array(text.utf8)
        guard bytes.count >= marker.count else { return text }
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index + marker.count <= bytes.count {
            if bytes[index] == marker[0], bytes[index..<index + marker.count].elementsEqual(marker) {
                result += bytes[copied...index]
                result.append(UInt8(ascii: " "))
                copied = index + 1
            }
            index += 1
        }
        guard copied > 0 else { return text }
        result += bytes[copied...]
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether two brackets stand side by side, as they do in a marker and in few other texts.
    private static func holdsBrackets(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var wasBracket = false
            for byte in bytes {
                let isBracket = byte == marker[0]
                if isBracket, wasBracket { return true }
                wasBracket = isBracket
            }
            return false
        }
    }
}
