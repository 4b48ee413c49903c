/// A small XML 1.0 reader that forgives nothing, so that what passes here is read by every reader.
struct StrictXML {
    /// One element: attributes in document order, the text of its own, and its child elements.
    struct Element: Equatable {
        var name: String
        var attributes: [Attribute] = []
        var text = ""
        var children: [Element] = []

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

        func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
    }

    struct Attribute: Equatable {
        var name: String
        var value: String
    }

    struct Malformed: Error, Equatable {
        var message: String
        var offset: Int
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0

    /// Reads a whole document of UTF-8.
    static func parse(_ bytes: [UInt8]) throws -> Element {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Malformed(message: "not UTF-8", offset: 0)
        }
        var reader = StrictXML(scalars: Array(text.unicodeScalars))
        return try reader.document()
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private mutating func document() throws -> Element {
        for (offset, scalar) in scalars.enumerated() where !Self.isLegal(scalar) {
            throw Malformed(message: "illegal character U+\(String(scalar.value, radix: 16))", offset: offset)
        }
        try expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        try expect("<")
        let root = try element()
        try expect("\n")
        guard index == scalars.count else { throw malformed("text after the root") }
        return root
    }

    /// Begins after `<`.
    private mutating func element() throws -> Element {
        var element = Element(name: try name())
        while take(" ") {
            let name = try name()
            try expect("=\"")
            guard element[name] == nil else { throw malformed("attribute \(name) twice") }
            element.attributes.append(Attribute(name: name, value: try attributeValue()))
        }
        if take("/>") { return element }
        try expect(">")
        while true {
            if take("</") {
                try expect(element.name + ">")
                return element
            }
            if take("<![CDATA[") {
                while !take("]]>") { element.text.unicodeScalars.append(try next()) }
            } else if take("<") {
                element.children.append(try self.element())
            } else if take("]]>") {
                throw malformed("the end of a section in text")
            } else {
                element.text.unicodeScalars.append(try characterOrReference())
            }
        }
    }

    private mutating func attributeValue() throws -> String {
        var value = ""
        while !take("\"") {
            guard !["<", "\n", "\t"].contains(scalars[index]) else {
                throw malformed("raw \(scalars[index]) in an attribute")
            }
            value.unicodeScalars.append(try characterOrReference())
        }
        return value
    }

    private mutating func characterOrReference() throws -> Unicode.Scalar {
        let references: [(String, Unicode.Scalar)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#10;", "\n"), ("&#9;", "\t"),
        ]
        for (reference, scalar) in references where take(reference) { return scalar }
        let scalar = try next()
        guard scalar != "&" else { throw malformed("a bare ampersand") }
        return scalar
    }

    private mutating func name() throws -> String {
        var name = ""
        while index < scalars.count, scalars[index].properties.isAlphabetic || scalars[index] == "-" {
            name.unicodeScalars.append(scalars[index])
            index += 1
        }
        guard !name.isEmpty else { throw malformed("a name is missing") }
        return name
    }

    private mutating func next() throws -> Unicode.Scalar {
        guard index < scalars.count else { throw malformed("the document ends early") }
        defer { index += 1 }
        return scalars[index]
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard index + wanted.count <= scalars.count, scalars[index..<index + wanted.count].elementsEqual(wanted) else {
            return false
        }
        index += wanted.count
        return true
    }

    private mutating func expect(_ text: String) throws {
        guard take(text) else { throw malformed("\(text) is missing") }
    }

    private func malformed(_ message: String) -> Malformed {
        Malformed(message: message, offset: index)
    }

    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
