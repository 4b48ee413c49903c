import Conformance

extension AnsweredModel {
    /// `47 of 160 members, 3 of 58 words`; without the words where it has no closed list.
    var seenWords: String {
        let members = "\(Quantity.grouped(seen.count)) of \(Quantity.counted(memberCount, "member"))"
        guard wordCount > 0 else { return members }
        return "\(members), \(Quantity.grouped(seenWordCount)) of \(Quantity.counted(wordCount, "word"))"
    }

    /// `63.2%`: members with a value and words that were seen.
    static func percent(of models: [AnsweredModel]) -> String {
        let thousandths = thousandths(of: models)
        return "\(thousandths / 10).\(thousandths % 10)%"
    }

    /// `63.2% of what 5 models declare`, over those of which answers came; nil where there are none.
    static func words(of models: [AnsweredModel]) -> String? {
        guard !models.isEmpty else { return nil }
        let declare = models.count == 1 ? "declares" : "declare"
        return "\(percent(of: models)) of what \(Quantity.counted(models.count, "model")) \(declare)"
    }
}

/// Members of which none is below another, each with how many more of them are below it.
struct TopmostMembers {
    /// A member, by its folded pointer.
    struct Member {
        var pointer: String
        var below = 0

        /// `/user/name (and 3 below)`.
        var words: String { below > 0 ? "\(pointer) (and \(Quantity.grouped(below)) below)" : pointer }
    }

    private(set) var members: [Member] = []

    /// Takes folded pointers; they keep their order.
    init(_ pointers: [String]) {
        let all = Set(pointers.map { Array($0.utf8) })
        var places: [[UInt8]: Int] = [:]
        var lower: [[UInt8]] = []
        for pointer in pointers {
            if let top = Self.topmost(above: Array(pointer.utf8), in: all) {
                lower.append(top)
            } else {
                places[Array(pointer.utf8)] = members.count
                members.append(Member(pointer: pointer))
            }
        }
        for top in lower {
            if let place = places[top] { members[place].below += 1 }
        }
    }

    /// The shortest of them that holds a pointer's place.
    private static func topmost(above pointer: [UInt8], in all: Set<[UInt8]>) -> [UInt8]? {
        for (place, byte) in pointer.enumerated() where byte == UInt8(ascii: "/") && place > 0 {
            let parent = Array(pointer[..<place])
            if all.contains(parent) { return parent }
        }
        return nil
    }
}
