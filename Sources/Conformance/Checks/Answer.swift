package import WireJSON

/// An answer under check, its body parsed once for patterns, models and captures alike.
package struct Answer: Sendable {
    package let status: Int
    package let headers: HeaderList
    package let body: [UInt8]
    /// Nil where the body is empty or no JSON.
    package let document: JSONDocument?
    /// Why the body is no JSON; nil where it is, and where it is empty.
    package let parseError: JSONParseError?
    /// From sending to the last byte; nil for a stored answer.
    package let duration: Duration?

    /// Takes an answer, and reads its body; with a reader that has read others, those like them in less time.
    package init(
        status: Int,
        headers: HeaderList = HeaderList(),
        body: [UInt8] = [],
        duration: Duration? = nil,
        reader: LearningReader? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.duration = duration
        guard !body.isEmpty else {
            (document, parseError) = (nil, nil)
            return
        }
        do throws(JSONParseError) {
            document = if let reader { try reader.document(body) } else { try JSONDocument(body) }
            parseError = nil
        } catch {
            document = nil
            parseError = error
        }
    }

    package var isSuccess: Bool { (200...299).contains(status) }

    /// What came in place of JSON: its type, its length, what is wrong with it, then the text, to be cut when shown.
    var descriptionOfBody: String {
        guard let parseError else { return "no body" }
        let type = headers["content-type"] ?? "no content-type"
        let length = "\(body.count) byte\(body.count == 1 ? "" : "s")"
        let place = "line \(parseError.position.line), column \(parseError.position.column)"
        return "\(type), \(length): \(parseError.message) (\(place)): \(bodyText)"
    }

    private static let signatureBytes = 4

    private var bodyText: String {
        guard let text = String(validating: body, as: UTF8.self) else {
            // Cut before redaction, so no more than what tells one format from another.
            let start = Hexadecimal.spaced(body.prefix(Self.signatureBytes))
            return body.count > Self.signatureBytes ? "<\(start) …>" : "<\(start)>"
        }
        return JSONText.quoted(text)
    }

    /// `session_not_found: Session could not be found.`, where the body is an error envelope.
    var errorSummary: String? {
        guard let root = document?.root, let type = root["error_type"]?.string else { return nil }
        return root["error_message"]?.string.map { "\(type): \($0)" } ?? type
    }
}
