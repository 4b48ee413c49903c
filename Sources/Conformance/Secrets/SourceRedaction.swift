import WireJSON

/// Taking secrets out of what is told of mistakes in case files.
///
/// Case files should hold none, and the values of `--variable` may be some. Only what stands near the mistake is looked for, so that
/// a corpus of any size is told of at once.
struct SourceRedaction {
    /// What is secret by name where the catalogue cannot be read, or says nothing.
    private static let usualNames = ["session_token", "session_jwt", "password", "secret", "access_token"]

    /// How many bytes before and behind a mistake are looked at, and scalars of its line; far more than is shown.
    static let reach = 2_048

    /// The members of `auth`.
    private static let credentials = ["bearer", "basic"]
    /// What `auth` may be in place of an object.
    private static let kindsOfAuth = ["project", "none"]

    private let names: [String]
    private let constants: JSONView?

    init(names: [String], constants: JSONView?) {
        self.names = names + Self.usualNames.filter { usual in !names.contains { $0.hasSameScalars(as: usual) } }
        self.constants = constants
    }

    /// A redactor for the mistake at a byte of a file.
    func redactor(_ file: SourceFile, at offset: Int) -> Redactor {
        var found = list()
        for text in file.document.scalars(in: offset - Self.reach..<offset + Self.reach) { take(text, into: &found) }
        return Redactor(kept(found))
    }

    /// A redactor for a line that is no JSON, with the lines around it.
    func redactor(_ text: String) -> Redactor {
        var found = list()
        for text in QuotedTexts.all(in: text) { take(text, into: &found) }
        found.scan(text: Array(text.utf8))
        return Redactor(kept(found))
    }

    /// Takes what is secret by where it stands, as in a request: by name, as a credential, in a header field.
    private func take(_ text: PlacedText, into found: inout SecretList) {
        found.scan(text: Array(text.value.utf8))
        guard let key = text.key else { return }
        if let name = names.first(where: { $0.hasSameScalars(as: key) }) {
            found.add(text.value, named: name)
        } else if Self.credentials.contains(where: { $0.hasSameScalars(as: key) }) {
            found.add(text.value, named: key)
        } else if "auth".hasSameScalars(as: key) {
            if ClosestName.of(text.value, among: Self.kindsOfAuth) == nil { found.add(text.value, named: key) }
        } else if SecretList.isSecretField(key, of: text.object) {
            found.scan(headers: HeaderList([.init(name: key, value: text.value)]))
        }
    }

    private func list() -> SecretList {
        var list = SecretList(names: names)
        if let constants { list.scan(body: constants.value.bytes()) }
        return list
    }

    /// Without placeholders, operators and the names themselves, which are no secrets and without which no mistake is understood.
    private func kept(_ list: SecretList) -> SecretList {
        var kept = SecretList(names: names)
        for entry in list.entries
        where !entry.value.utf8.starts(with: "$".utf8) && entry.value.exactRange(of: "{{") == nil
            && !names.contains(where: { $0.hasSameScalars(as: entry.value) })
        {
            kept.add(entry.value, named: entry.kind)
        }
        return kept
    }
}

extension Redactor {
    /// A line with a label for each secret, and where a column of it, in scalars from 1, is then; the label's start where it was
    /// within a secret.
    ///
    /// Of a long line only what is near the column is given back.
    func redact(line whole: String, column wholeColumn: Int) -> (line: String, column: Int) {
        let start = max(0, wholeColumn - SourceRedaction.reach)
        let line = String(whole.unicodeScalars.dropFirst(start).prefix(2 * SourceRedaction.reach))
        let column = wholeColumn - start
        let bytes = Array(line.utf8)
        let places = places(in: bytes)
        guard !places.isEmpty else { return (whole, wholeColumn) }
        let scalars = line.unicodeScalars
        let offset = scalars.prefix(column - 1).reduce(0) { $0 + UTF8.width($1) }
        var shown: [UInt8] = []
        var shownOffset = offset
        var index = 0
        for place in places {
            shown += bytes[index..<place.range.lowerBound]
            if place.range.contains(offset) {
                shownOffset = shown.count
            } else if place.range.upperBound <= offset {
                shownOffset += place.label.count - place.range.count
            }
            shown += place.label
            index = place.range.upperBound
        }
        shown += bytes[index...]
        let before = String(decoding: shown.prefix(shownOffset), as: UTF8.self).unicodeScalars.count
        let beyond = max(0, column - 1 - scalars.count)
        return (String(decoding: shown, as: UTF8.self), before + beyond + 1)
    }
}
