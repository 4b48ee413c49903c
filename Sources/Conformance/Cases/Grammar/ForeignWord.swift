import WireJSON

/// Words of other languages and of JSON Schema for what a closed set of the grammar calls otherwise, such as `str` for `string`.
struct ForeignWord: Sendable {
    /// As it is written elsewhere.
    var text: String
    /// The word of the set.
    var meaning: String

    /// Those that mean a word of a set, one set after the other.
    static func words(for choices: [String]) -> [ForeignWord] {
        all.filter { word in choices.contains { $0.hasSameScalars(as: word.meaning) } }
    }

    private static let all = synonyms.flatMap { meaning, texts in
        texts.map { ForeignWord(text: $0, meaning: meaning) }
    }

    /// The words of `$type` and of `$format`, each with what others call it.
    private static let synonyms: KeyValuePairs<String, [String]> = [
        "string": ["str", "text", "char", "varchar"],
        "number": ["float", "float32", "float64", "double", "decimal", "numeric", "real"],
        "integer": ["int", "int32", "int64", "uint", "long", "short", "bigint"],
        "boolean": ["bool"],
        "array": ["list", "tuple", "vector", "slice", "sequence", "set"],
        "object": ["dict", "dictionary", "map", "mapping", "hash", "hashmap", "struct", "record", "interface"],
        "null": ["none", "nil", "NoneType"],
        "time": ["date-time", "timestamp", "date", "rfc3339", "iso8601"],
        "uuid": ["guid"],
        "email": ["mail"],
        "url": ["uri", "href", "link"],
        "base64": ["b64"],
    ]
}
