package import WireJSON

/// One answer to audit: what came, and what the input tells about it.
package struct Payload: Sendable {
    /// What the body is.
    package enum Content: Sendable {
        case json(JSONView)
        /// Text that is no JSON, with words for why that show nothing of it.
        case notJSON(String)
        case empty
        /// A file of ours whose members are not as they must be: what is wrong, and where.
        case badForm(JSONView, expected: String, actual: String)
        /// Not audited at all.
        case skipped(SkipReason)
    }

    package var content: Content
    /// The operation that was called, as the catalogue names it.
    package var operation: String?
    /// The model that the input itself names.
    package var model: String?
    /// Where the operation or the model is named, in a file of ours.
    package var named: JSONView?
    package var method: String?
    package var url: String?
    /// The HTTP status; nil where the input does not tell.
    package var status: Int?
    /// Where it stands.
    package var place: PayloadPlace

    /// Makes a payload; what is left out is not known.
    package init(
        _ content: Content,
        operation: String? = nil,
        model: String? = nil,
        method: String? = nil,
        url: String? = nil,
        status: Int? = nil,
        place: PayloadPlace
    ) {
        self.content = content
        self.operation = operation
        self.model = model
        self.method = method
        self.url = url
        self.status = status
        self.place = place
    }
}

/// Why a payload is passed over without being a failure.
package enum SkipReason: String, Sendable, CaseIterable {
    /// The report that holds it has the start of the body alone.
    case cut = "cut"
    /// The archive has no text of the body.
    case noText = "no-text"
    /// The body is in a form that was not kept as text, such as compressed bytes.
    case binary = "binary"
    /// It is a report of a run or of this command, and no answer.
    case report = "report"
    /// The address is none of the API's operations.
    case otherAddress = "other-address"

    /// The reason in words, after a number of payloads.
    package var words: String {
        switch self {
        case .cut: "cut in the report that holds them"
        case .noText: "without the text of their body"
        case .binary: "not kept as text"
        case .report: "in reports that hold no answers"
        case .otherAddress: "of other addresses than the API's"
        }
    }

    /// A line for each reason that there is, for people.
    static func lines(_ skipped: [SkipReason: Int]) -> [String] {
        allCases.compactMap { reason in
            skipped[reason].map { "skipped: \(ShownValue.count($0, "payload")) \(reason.words)" }
        }
    }

    /// How many there are for each reason, by its word.
    static func json(_ skipped: [SkipReason: Int]) -> JSONValue {
        .object(
            JSONObject(
                allCases.compactMap { reason in
                    skipped[reason].map { (reason.rawValue, .number(JSONNumber($0))) }
                }
            )
        )
    }
}

/// Where a payload stands, and how a byte of it is found in its file.
package struct PayloadPlace: Sendable {
    /// The file as it was named.
    package var file: String
    /// The lines of the file before the text that holds the payload.
    package var linesBefore: Int
    /// The body as the string that it is in its container, where it is one: what is inside has no line of its own.
    package var holder: JSONView?

    /// Makes a place.
    package init(file: String, linesBefore: Int = 0, holder: JSONView? = nil) {
        self.file = file
        self.linesBefore = linesBefore
        self.holder = holder
    }

    /// Where the payload begins.
    package func start(of view: JSONView?) -> AuditLocation {
        let position = (holder ?? view)?.position ?? JSONPosition(line: 1, column: 1)
        return AuditLocation(file: file, line: position.line + linesBefore, column: position.column)
    }
}

/// A file, a line and a column, both from 1; the column in Unicode scalars.
package struct AuditLocation: Sendable, Hashable, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var column: Int

    /// Makes a location.
    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// As compilers write it, with what hides in the name written out: `answers.ndjson:12:5`.
    package var description: String { "\(VisibleText.line(file)):\(line):\(column)" }
}
