import Testing

/// A reader of the HTML that this program writes, which forgives nothing: each element is closed, each name is its own.
struct StrictHTML {
    struct Malformed: Error, Equatable {
        var message: String
    }

    /// Every element in order, as `name` where it begins and `/name` where it ends.
    private(set) var tags: [String] = []
    private(set) var ids: [String] = []
    private(set) var links: [String] = []
    /// The text of every element but `style` and `script`, references resolved.
    private(set) var text = ""

    private static let empty: Set<String> = ["meta", "link", "input", "!DOCTYPE"]
    private static let raw: Set<String> = ["style", "script"]
    private var rest: Substring
    private var open: [String] = []

    init(_ page: String) throws {
        rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            text += try Self.resolved(rest[..<start])
            rest = rest[rest.index(after: start)...]
            try tag()
        }
        text += try Self.resolved(rest)
        guard open.isEmpty else { throw Malformed(message: "\(open) are never closed") }
        guard Set(ids).count == ids.count else { throw Malformed(message: "an id is there twice") }
    }

    private mutating func tag() throws {
        guard let end = rest.firstIndex(of: ">") else { throw Malformed(message: "a tag is never closed") }
        let inside = rest[..<end]
        rest = rest[rest.index(after: end)...]
        let name = String(inside.prefix { $0 != " " })
        tags.append(name)
        if name.hasPrefix("/") {
            guard open.popLast() == String(name.dropFirst()) else {
                throw Malformed(message: "<\(name)> closes \(open.last ?? "nothing")")
            }
            return
        }
        try attributes(inside.dropFirst(name.count))
        guard !Self.empty.contains(name) else { return }
        guard Self.raw.contains(name) else { return open.append(name) }
        guard let close = rest.firstRange(of: "</\(name)>") else { throw Malformed(message: "\(name) has no end") }
        rest = rest[close.upperBound...]
    }

    private mutating func attributes(_ text: Substring) throws {
        var names: Set<String> = []
        var text = text
        while let first = text.first {
            guard first == " " else { throw Malformed(message: "no space before '\(text)'") }
            text = text.dropFirst()
            let name = String(text.prefix { $0 != "=" && $0 != " " })
            guard !name.isEmpty, names.insert(name).inserted else {
                throw Malformed(message: "attribute '\(name)' twice")
            }
            text = text.dropFirst(name.count)
            guard text.first == "=" else { continue }
            guard text.dropFirst().first == "\"" else { throw Malformed(message: "'\(name)' has no quotes") }
            text = text.dropFirst(2)
            guard let end = text.firstIndex(of: "\"") else { throw Malformed(message: "'\(name)' has no end") }
            let value = try Self.resolved(text[..<end])
            if name == "id" { ids.append(value) }
            if name == "href", value.hasPrefix("#") { links.append(String(value.dropFirst())) }
            guard !name.hasPrefix("on") else { throw Malformed(message: "'\(name)' holds a script") }
            text = text[text.index(after: end)...]
        }
    }

    private static func resolved(_ text: Substring) throws -> String {
        let references = [("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'"), ("amp", "&")]
        var parts = text.split(separator: "&", omittingEmptySubsequences: false)
        var result = String(parts.removeFirst())
        for part in parts {
            guard let (name, character) = references.first(where: { part.hasPrefix($0.0 + ";") }) else {
                throw Malformed(message: "a bare ampersand before '\(part.prefix(20))'")
            }
            result += character + part.dropFirst(name.count + 1)
        }
        return result
    }
}
