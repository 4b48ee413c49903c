import Testing

/// Text of others is taken apart by scalars or bytes.
///
/// Swift's `split`, `firstIndex` and `contains` go by characters: a quote with a combining mark behind it is none to them, and who wrote
/// the text got a command past the quoting so. `ScalarText` has what takes their place.
struct CharacterwiseTextTests {
    /// Where such a form stands nevertheless, and why it may.
    private static let allowed: [String: String] = [:]

    @Test func `no source takes text apart by characters`() throws {
        var found: Set<String> = []
        for target in try SourceTree.targets() {
            for file in try SourceTree.files(of: target) where !file.path.hasSuffix("BuiltInCorpus.swift") {
                for (index, line) in file.lines.enumerated() where Self.goesByCharacters(line) {
                    found.insert(file.path)
                    guard Self.allowed[file.path] == nil else { continue }
                    Issue.record("\(file.path):\(index + 1) goes by characters: \(line)")
                }
            }
        }
        #expect(found == Set(Self.allowed.keys))
    }

    @Test(arguments: [
        #"text.split(separator: "'")"#, #"text.split(separator: "\n", maxSplits: 1)"#, #"path.lastIndex(of: "/")"#,
        #"name.split(separator: "{{")"#, #"rest.firstIndex(of: "{"), let close"#, #"url.firstRange(of: "://")"#,
        #"text.contains(":")"#, #"text.contains("::")"#, #"rest.prefix { $0 != "/" }"#,
        #"list.split { $0 == "," || $0 == " " }"#,
        #"lines.split(whereSeparator: \.isNewline)"#, #"text.replacingOccurrences(of: a, with: b)"#,
        #"text.components(separatedBy: "/")"#, #"text.drop { $0 == " " }"#, #"text.split(separator: value)"#,
        #"text.drop(while: { $0 == " " })"#,
    ])
    func `a form that goes by characters is found`(line: String) {
        #expect(Self.goesByCharacters(line))
    }

    @Test(arguments: [
        #"text.scalarSplit(separator: "'")"#, #"text.unicodeScalars.split { $0 == "," }"#,
        #"offers.contains("projects")"#,
        #"bytes.split(separator: UInt8(ascii: "/"))"#, #"text.utf8.firstRange(of: "://".utf8)"#,
        #"texts.joined(separator: ",")"#,
        #"parts.filter { $0 != "." && $0 != ".." }"#, #"address.exactRange(of: "://")"#, #"text.exactRange(of: "{{")"#,
        #"// text.split(separator: "'") would not do"#,
    ])
    func `a form that goes by scalars or bytes is not`(line: String) {
        #expect(!Self.goesByCharacters(line))
    }

    /// Whether a line of code has one of the forms on what is neither bytes nor scalars.
    private static func goesByCharacters(_ line: String) -> Bool {
        guard !line.contains(/^ *\/\//), !line.contains(".utf8"), !line.contains("calars") else { return false }
        return forms.contains { line.contains($0) }
    }

    private nonisolated(unsafe) static let forms: [Regex<Substring>] = [
        // Bytes are split at `UInt8(ascii:)` or at one that has a name.
        /\.split\(separator: (?!UInt8|\.)/, /\.split\(whereSeparator:/, /\.replacingOccurrences\(/,
        /\.components\(separatedBy:/,
        /\.(?:firstIndex|lastIndex|firstRange|ranges)\(of: "/, /\.contains\("[^A-Za-z"]+"\)/,
        /\.(?:prefix|drop|split|firstIndex|lastIndex)(?:\((?:while|where):)? ?\{ \$0 [!=]= "(?:[^"\\]|\\.)"/,
    ]
}
