import WireJSON

extension Target {
    /// Reads what a mock says that it offers, from its answer to `GET /mock/offers`.
    ///
    /// The answer is a list of words, or an object with one in `offers`.
    /// - Returns: Nil where the body is something else.
    package static func offers(parsing body: [UInt8]) -> Set<String>? {
        guard let root = try? JSONDocument(body).root else { return nil }
        let list = root.kind == .object ? root["offers"] : root
        guard let list, list.kind == .array else { return nil }
        var words: Set<String> = []
        for element in list.elements {
            guard let word = element.string else { return nil }
            words.insert(word)
        }
        return words
    }
}
