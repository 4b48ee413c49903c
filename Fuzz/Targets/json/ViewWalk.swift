import WireJSON

/// Goes through the values of a text and holds what each view says against the others.
struct ViewWalk {
    private let document: JSONDocument
    private let value: JSONValue
    private var number: JSONNumber?
    private var valuesLeft = 200
    private(set) var metDuplicates = false

    init(_ document: JSONDocument, _ value: JSONValue) {
        self.document = document
        self.value = value
    }

    mutating func run() {
        visit(document.root, at: .root, isReachable: true)
        if valuesLeft > 0 { checkDuplicates() }
    }

    /// Checks a value and all it holds; `isReachable` is false under a key that a later one replaces.
    private mutating func visit(_ view: JSONView, at pointer: JSONPointer, isReachable: Bool) {
        valuesLeft -= 1
        guard valuesLeft > 0 else { return }
        checkPlace(of: view)
        checkAlone(view)
        if isReachable { checkPointer(pointer, to: view) }
        switch view.kind {
        case .array: visitElements(of: view, at: pointer, isReachable)
        case .object: visitMembers(of: view, at: pointer, isReachable)
        case .number: check(numberOf: view)
        case .string: check(stringOf: view)
        case .null, .bool: break
        }
    }

    private func checkPlace(of view: JSONView) {
        let range = view.range
        claim(!range.isEmpty && range.upperBound <= document.bytes.count, "a value stands in the text: \(range)")
        let position = document.position(at: view.offset)
        claim(view.position == position, "a view and its document agree on its place")
        let line = document.line(position.line)
        claim((1...line.unicodeScalars.count).contains(position.column), "column \(position.column) is in its line")
    }

    private func checkAlone(_ view: JSONView) {
        guard view.range.count < 100 else { return }
        let alone = claimed("the text of a value can be read alone") { try JSONDocument(view.text).root.value }
        claim(alone == view.value, "the text of a value reads as that value")
    }

    private func checkPointer(_ pointer: JSONPointer, to view: JSONView) {
        let found = document.root.value(at: pointer)
        claim(found?.range == view.range, "the pointer '\(pointer)' leads to its value")
        let again = claimed("a pointer reads its own text") { try JSONPointer(pointer.description) }
        claim(again == pointer && again.hashValue == pointer.hashValue, "a pointer survives its text")
        claim(value.value(at: pointer) == view.value, "views and values agree on '\(pointer)'")
    }

    private mutating func visitElements(of view: JSONView, at pointer: JSONPointer, _ isReachable: Bool) {
        var end = view.range.lowerBound
        var place = 0
        for element in view.elements {
            claim(element.offset > end && element.range.upperBound < view.range.upperBound, "an element is inside")
            end = element.range.upperBound
            visit(element, at: pointer.appending(place), isReachable: isReachable)
            place += 1
        }
        claim(view.count == place && view[place] == nil, "an array holds what it counts")
    }

    private mutating func visitMembers(of view: JSONView, at pointer: JSONPointer, _ isReachable: Bool) {
        var end = view.range.lowerBound
        var count = 0
        for member in view.members {
            let (key, value) = (member.key, member.value)
            claim(member.keyOffset > end && member.keyOffset < value.offset, "a key is inside, before its value")
            claim(value.range.upperBound < view.range.upperBound, "a member is inside")
            claim(member.keyIs(key), "a key is itself")
            end = value.range.upperBound
            count += 1
            let isLast = view[key]?.offset == value.offset
            metDuplicates = metDuplicates || !isLast
            visit(value, at: pointer.appending(key), isReachable: isReachable && isLast)
        }
        claim(view.count == count, "an object holds what it counts")
    }

    private mutating func check(numberOf view: JSONView) {
        guard let number = view.number else { return claim(false, "a number has a number") }
        claim(JSONNumber(token: number.token) == number, "a token that was read is a token")
        claim(JSONNumber(token: number.canonical) == number, "the canonical spelling is equal")
        if let int = number.int { claim(JSONNumber(int) == number, "an integer is exact: \(int)") }
        if let double = number.double {
            claim(JSONNumber(double)?.double == double, "a double survives its token: \(double)")
        }
        if let other = self.number {
            let answers = [number < other, number == other, other < number]
            claim(answers.count { $0 } == 1, "of \(number) and \(other) just one order holds")
        }
        self.number = number
    }

    private func check(stringOf view: JSONView) {
        guard let string = view.string else { return claim(false, "a string has a text") }
        claim(view.isString(string), "a string is itself")
        claim(!view.isString(string + "\u{301}"), "a string is no other")
        let quoted = claimed("a quoted text can be read") { try JSONDocument(JSONText.quoted(string)) }
        claim(quoted.root.isString(string), "a text survives its quotes")
    }

    private func checkDuplicates() {
        let duplicates = document.duplicateKeys
        claim(duplicates.isEmpty == !metDuplicates, "duplicates are told of where there are some")
        for duplicate in duplicates {
            claim(duplicate.firstOffset < duplicate.offset, "the first of equal keys comes before")
            claim(document.bytes[duplicate.offset] == UInt8(ascii: "\""), "a key begins with a quote")
            claim(document.bytes[duplicate.firstOffset] == UInt8(ascii: "\""), "a key begins with a quote")
            let last = duplicate.pointer.tokens.last ?? ""
            claim(last.utf8.elementsEqual(duplicate.key.utf8), "a pointer ends in the key")
        }
    }
}
