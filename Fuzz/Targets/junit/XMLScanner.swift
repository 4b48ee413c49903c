/// An element as a reader sees it: references replaced, sections taken out of their marks.
struct XMLElement {
    var name: String
    var attributes: [String: String] = [:]
    var children: [XMLElement] = []
    var text = ""
}

/// Reads the part of XML that a report is made of, and refuses all else.
///
/// > Source: XML 1.0 §2
struct XMLScanner {
    /// What is not well-formed, and where, in bytes.
    struct Problem: Error {
        var words: String
        var offset: Int
    }

    private let bytes: [UInt8]
    private var place = 0

    private let text: String

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    /// The text before and after a place.
    func surroundings(of offset: Int) -> String {
        String(decoding: bytes[max(0, offset - 40)..<min(bytes.count, offset + 40)], as: UTF8.self).debugDescription
    }

    /// The root, with nothing around it but the declaration and white space.
    mutating func document() throws(Problem) -> XMLElement {
        try checkCharacters()
        guard take("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") else { throw problem("no declaration") }
        let root = try element(depth: 0)
        while let next, next == UInt8(ascii: " ") || next == 0x0A { place += 1 }
        guard place == bytes.count else { throw problem("text after the root") }
        return root
    }

    /// Every character is one that XML allows and does not advise against.
    private func checkCharacters() throws(Problem) {
        var offset = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x20..<0x7F, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: break
            default: throw Problem(words: "a character that XML does not allow, or advises against", offset: offset)
            }
            offset += UTF8.width(scalar)
        }
    }

    private func problem(_ words: String) -> Problem {
        Problem(words: words, offset: place)
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func looks(at text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard count <= bytes.count - place else { return false }
        return text.withUTF8Buffer { buffer in
            for index in 0..<count where bytes[place + index] != buffer[index] { return false }
            return true
        }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        guard looks(at: text) else { return false }
        place += text.utf8CodeUnitCount
        return true
    }

    private mutating func name() throws(Problem) -> String {
        let start = place
        while let next, (0x61...0x7A).contains(next) || next == UInt8(ascii: "-") { place += 1 }
        guard place > start else { throw problem("a name is missing") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func element(depth: Int) throws(Problem) -> XMLElement {
        guard depth < 8, take("<") else { throw problem("an element is missing") }
        var element = XMLElement(name: try name())
        while take(" ") {
            let name = try name()
            guard element.attributes[name] == nil else { throw problem("the attribute '\(name)' comes twice") }
            element.attributes[name] = try attributeValue()
        }
        if take("/>") { return element }
        guard take(">") else { throw problem("a tag has no end") }
        try content(of: &element, depth: depth)
        guard try name() == element.name, take(">") else { throw problem("'\(element.name)' is not closed") }
        return element
    }

    /// Reads up to and with `</`.
    private mutating func content(of element: inout XMLElement, depth: Int) throws(Problem) {
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "<"):
                if take("</") {
                    element.text = String(decoding: text, as: UTF8.self)
                    return
                } else if take("<![CDATA[") {
                    while !take("]]>") { text.append(try byteOfText()) }
                } else {
                    element.children.append(try self.element(depth: depth + 1))
                }
            case UInt8(ascii: "&"): text.append(try reference())
            case UInt8(ascii: "]") where looks(at: "]]>"): throw problem("']]>' stands in text")
            default: text.append(try byteOfText())
            }
        }
        throw problem("the text ends in '\(element.name)'")
    }

    private mutating func attributeValue() throws(Problem) -> String {
        guard take("=\"") else { throw problem("an attribute has no value") }
        var value: [UInt8] = []
        while !take("\"") {
            switch next {
            case UInt8(ascii: "<"), 0x0A, 0x09: throw problem("a value holds what it may not")
            case UInt8(ascii: "&"): value.append(try reference())
            default: value.append(try byteOfText())
            }
        }
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func reference() throws(Problem) -> UInt8 {
        if take("&amp;") { return UInt8(ascii: "&") }
        if take("&lt;") { return UInt8(ascii: "<") }
        if take("&gt;") { return UInt8(ascii: ">") }
        if take("&quot;") { return UInt8(ascii: "\"") }
        if take("&#10;") { return 0x0A }
        if take("&#9;") { return 0x09 }
        throw problem("an unknown reference")
    }

    private mutating func byteOfText() throws(Problem) -> UInt8 {
        guard let next else { throw problem("the file ends early") }
        place += 1
        return next
    }
}
