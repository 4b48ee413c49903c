import Testing
import WireJSON

private func lines(_ model: DeclaredModel) -> [String] {
    model.fields.map { field in
        var line = "\(field.pointer) \(field.expected.joined(separator: " or "))"
        if field.isOptional { line += " optional" }
        if !field.words.isEmpty { line += " of \(field.words.joined(separator: ","))" }
        if field.isOpenMap { line += " open" }
        if field.isRecursive { line += " recursive" }
        if let first = field.spellingOf { line += " spelling of \(first)" }
        return line
    }
}

private struct Scalars: Decodable {
    var text: String
    var flag: Bool
    var small: Int8
    var real: Double
    var time: Timestamp
    var number: JSONNumber?
    var nested: [[String]]
    var set: Set<Int>
}

private struct Open: Decodable {
    var any: JSONValue
    var object: JSONObject?
    var map: [String: Inner]
    struct Inner: Decodable { var a: Int }
}

private struct ShownColor: OpenEnum {
    let rawValue: String
    static let knownWords = ["red", "blue"]
}

private enum ShownSize: String, Decodable, CaseIterable { case small, large }

private struct Words: Decodable {
    var color: ShownColor
    var size: ShownSize?
    var colors: [ShownColor]?
}

private final class Tree: Decodable {
    let name: String
    let children: [Tree]
    let parent: Tree?
}

private struct Spelled: Decodable {
    var id: String
    var key: Int?

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        id = try container.decode(String.self, forKey: .id, orSpelled: .ident)
        key = try container.decodeIfPresent(Int.self, forKey: .key)
    }

    private enum Keys: String, CodingKey {
        case id
        case ident = "ID"
        case key
    }
}

/// Reads one of two forms, by the keys that are there.
private enum Either: Decodable {
    case one(Int)
    case other(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if container.allKeys.contains(.other) {
            self = .other(try container.decode(String.self, forKey: .other))
        } else {
            self = .one(try container.decode(Int.self, forKey: .one))
        }
    }

    private enum Keys: String, CodingKey, CaseIterable { case one, other }
}

private struct Picky: Decodable {
    var id: Identifier
    var after: Bool

    struct Identifier: Decodable {
        init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            guard text.utf8.count == 36 else {
                throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "expected a UUID"))
            }
        }
    }
}

@Suite struct DeclaredModelTests {
    @Test func `scalars, arrays and optionals are found with what they take`() {
        #expect(
            lines(DeclaredModel(of: Scalars.self)) == [
                "/text string", "/flag boolean", "/small integer", "/real number", "/time RFC 3339 time",
                "/number number optional", "/nested array", "/nested/* array", "/nested/*/* string", "/set array",
                "/set/* integer",
            ]
        )
    }

    @Test func `what takes any key is open`() {
        #expect(
            lines(DeclaredModel(of: Open.self)) == [
                "/any any value open", "/object object optional open", "/map object open", "/map/{*} object",
                "/map/{*}/a integer",
            ]
        )
    }

    @Test func `enumerations are found with their words, also within arrays`() {
        #expect(
            lines(DeclaredModel(of: Words.self)) == [
                "/color string of red,blue", "/size string optional of small,large", "/colors array optional",
                "/colors/* string of red,blue",
            ]
        )
    }

    @Test func `a type that holds itself is found once, and where it comes again is marked`() {
        #expect(
            lines(DeclaredModel(of: Tree.self)) == [
                "/name string", "/children array", "/children/*  recursive", "/parent  optional recursive",
            ]
        )
    }

    @Test func `another spelling is found with the first one`() {
        #expect(
            lines(DeclaredModel(of: Spelled.self)) == ["/ID  spelling of id", "/id string", "/key integer optional"]
        )
    }

    @Test func `each form of a type that looks at its keys is found, and what one lacks is optional`() {
        #expect(lines(DeclaredModel(of: Either.self)) == ["/one integer optional", "/other string optional"])
    }

    @Test func `a type that refuses most texts is found with all that comes after it`() {
        #expect(lines(DeclaredModel(of: Picky.self)) == ["/id string", "/after boolean"])
    }

    @Test func `a scalar has no fields but a root`() {
        let model = DeclaredModel(of: ShownColor.self)
        #expect(model.fields.isEmpty)
        #expect(model.root.expected == ["string"])
        #expect(model.root.words == ["red", "blue"])
    }

    @Test func `a shape with the settings of a model keeps known words and folds open maps`() throws {
        var shape = ObservedShape(DeclaredModel(of: Open.self).shapeSettings)
        shape.fold(try JSONDocument(#"{"any":{"x":1},"object":{"y":2},"map":{"k":{"a":3}}}"#))
        #expect(
            shape.fields.map(\.pointer.description) == [
                "", "/any", "/any/{*}", "/map", "/map/{*}", "/map/{*}/a", "/object", "/object/{*}",
            ]
        )
        var words = ObservedShape(DeclaredModel(of: Words.self).shapeSettings)
        words.fold(try JSONDocument(#"{"color":"red","size":"SECRET","colors":["green","blue"]}"#))
        #expect(words.fields.map(\.words) == [[], ["red"], [], ["blue", "green"], []])
    }
}
