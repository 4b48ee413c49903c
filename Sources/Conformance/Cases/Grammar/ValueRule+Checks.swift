import WireJSON

extension ValueRule {
    /// Whether a text may stand here, as far as its spelling can say.
    func allows(text: String) -> Bool {
        switch self {
        case .anything, .text, .pattern: true
        case .word, .fileName: NameSyntax.isWord(text)
        case .identifier: NameSyntax.isIdentifier(text)
        case .choice(let words): words.contains { $0.hasSameScalars(as: text) }
        case .method: NameSyntax.isMethod(text)
        case .path: text.utf8.first == UInt8(ascii: "/")
        case .duration: DurationText.parse(text) != nil
        case .span: DurationText.parse(text).map { $0 > .zero } ?? false
        case .pointer: (try? JSONPointer(text)) != nil
        case .date: NameSyntax.isDate(text)
        case .time: Timestamp(text) != nil
        case .either(let rules): rules.contains { $0.allows(text: text) }
        default: false
        }
    }

    /// Whether a value that is no text may stand here; elements and members are not looked at.
    func allows(_ view: JSONView) -> Bool {
        switch self {
        case .anything, .pattern: true
        case .number: view.kind == .number
        case .integer(let range): view.integer.map(range.contains) ?? false
        case .boolean: view.kind == .bool
        case .onlyTrue: view.bool == true
        case .null: view.isNull
        case .list(_, let least): view.kind == .array && (least == 0 || view[least - 1] != nil)
        case .map, .object: view.kind == .object
        case .either(let rules): rules.contains { $0.allows(view) }
        default: false
        }
    }

    /// The rule of a list's elements, also where the list is one of several forms.
    var element: ValueRule? {
        switch self {
        case .list(let element, _): element
        case .either(let rules): rules.lazy.compactMap(\.element).first
        default: nil
        }
    }
}

extension JSONView {
    /// The exact integer of a number, or nil; quick for one that is written as an integer.
    var integer: Int? {
        guard kind == .number else { return nil }
        return Int(text) ?? number?.int
    }
}
