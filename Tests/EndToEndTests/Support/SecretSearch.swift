import Foundation

/// Looks for a secret in every form that a reader could undo; knows nothing of how the program hides it.
struct SecretSearch {
    /// A form and the bytes that would show it.
    struct Form {
        var name: String
        var bytes: Data
    }

    var forms: [Form]

    init(_ secret: String, named name: String) {
        var forms = [Form(name: "plain", bytes: Data(secret.utf8))]
        let url = { (allowed: CharacterSet) in secret.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        let unreserved = CharacterSet(
            charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
        )
        let texts = [
            ("percent", url(unreserved)), ("percent, small", Self.smallDigits(url(unreserved))),
            ("percent, whole", Self.escaped(secret) { String(format: "%%%02X", $0) }),
            ("percent, whole, small", Self.escaped(secret) { String(format: "%%%02x", $0) }),
            ("percent in a query", url(.urlQueryAllowed)),
            ("form", url(unreserved).replacingOccurrences(of: "%20", with: "+")),
            ("percent twice", url(unreserved).replacingOccurrences(of: "%", with: "%25")),
            ("JSON", Self.json(secret, [])), ("JSON with slashes", Self.json(secret, [.withoutEscapingSlashes])),
            ("JSON in JSON", Self.json(Self.json(secret, []), [])),
            ("JSON, whole", Self.units(secret) { String(format: "\\u%04x", $0) }),
            ("JSON, whole, capital", Self.units(secret) { String(format: "\\u%04X", $0) }),
            ("XML", Self.xml(secret, apostrophe: "&apos;")), ("XML, as it is", Self.xml(secret, apostrophe: "'")),
            ("shell", secret.replacingOccurrences(of: "'", with: "'\\''")),
            ("hexadecimal", Self.escaped(secret) { String(format: "%02x", $0) }),
            ("hexadecimal, capital", Self.escaped(secret) { String(format: "%02X", $0) }),
            ("hexadecimal, apart", secret.utf8.map { String(format: "%02x", $0) }.joined(separator: " ")),
        ]
        forms += texts.map { Form(name: $0.0, bytes: Data($0.1.utf8)) }
        for offset in 0..<3 {
            let standard = Self.base64(secret, behind: offset)
            let safe = standard.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            forms.append(Form(name: "Base64 behind \(offset)", bytes: Data(standard.utf8)))
            forms.append(Form(name: "Base64url behind \(offset)", bytes: Data(safe.utf8)))
            forms.append(Form(name: "Base64 in a query", bytes: Data(Self.inQuery(standard).utf8)))
            forms.append(
                Form(name: "Base64 in JSON", bytes: Data(standard.replacingOccurrences(of: "/", with: "\\/").utf8))
            )
        }
        self.forms = forms.map { Form(name: "\(name), \($0.name)", bytes: $0.bytes) }
    }

    /// The names of the forms that stand in some bytes.
    func found(in bytes: Data) -> [String] {
        forms.filter { bytes.range(of: $0.bytes) != nil }.map(\.name)
    }

    private static func json(_ text: String, _ options: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = options
        let encoded = (try? encoder.encode([text])) ?? Data()
        return String(String(decoding: encoded, as: UTF8.self).dropFirst(2).dropLast(2))
    }

    private static func escaped(_ text: String, _ form: (UInt8) -> String) -> String {
        text.utf8.map(form).joined()
    }

    private static func units(_ text: String, _ form: (UInt16) -> String) -> String {
        text.utf16.map(form).joined()
    }

    private static func smallDigits(_ text: String) -> String {
        text.replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() }
    }

    private static func inQuery(_ text: String) -> String {
        text.replacingOccurrences(of: "+", with: "%2B").replacingOccurrences(of: "/", with: "%2F")
    }

    private static func xml(_ text: String, apostrophe: String) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", apostrophe), ("\n", "&#10;")]
            .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }

    /// The letters that stand for the secret alone, where so many bytes stand before it and others behind.
    private static func base64(_ text: String, behind offset: Int) -> String {
        let letters = Array(Data([UInt8](repeating: 0x78, count: offset) + Array(text.utf8)).base64EncodedString())
        let whole = (offset + text.utf8.count) * 8 / 6
        return String(letters[(offset * 8 + 5) / 6..<whole])
    }
}

/// Everything that runs of the program left behind, to be searched.
struct Leavings {
    private(set) var pieces: [(place: String, bytes: Data)] = []

    mutating func add(_ ended: BuiltProgram.Ended, of command: String) {
        pieces.append(("standard output of \(command)", Data(ended.output.utf8)))
        pieces.append(("standard error of \(command)", Data(ended.error.utf8)))
    }

    /// Takes every file below a folder, hidden ones too, and its name.
    mutating func add(filesBelow folder: URL) throws {
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        while let file = walk?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            pieces.append((file.lastPathComponent, Data(file.path.utf8) + (try Data(contentsOf: file))))
        }
    }

    /// `place: secret, form` for each form of each secret that is anywhere.
    func leaks(of secrets: [String: String]) -> [String] {
        let searches = secrets.sorted { $0.key < $1.key }.map { SecretSearch($0.value, named: $0.key) }
        return pieces.flatMap { piece in
            searches.flatMap { $0.found(in: piece.bytes) }.map { "\(piece.place): \($0)" }
        }
    }
}
