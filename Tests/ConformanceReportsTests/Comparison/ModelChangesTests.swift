import Conformance
import Testing

@testable import ConformanceReports

/// Changes of how much of the models was seen.
struct ModelChangesTests {
    private func changes(_ base: [AnsweredModel], _ head: [AnsweredModel]) -> [String] {
        ModelChanges(base, head).changes.map { "\($0.kind.rawValue) \($0.place): \($0.words)" }
    }

    private func model(
        seen: [String] = [],
        null: [String] = [],
        never: [String] = [],
        words: [AnsweredModel.Words] = [],
        isCut: Bool = false
    ) -> AnsweredModel {
        AnsweredModel(model: "m", answers: 1, isCut: isCut, seen: seen, null: null, never: never, words: words)
    }

    @Test
    func `what is seen less is lost, what is seen more is gained, and a word is either`() {
        let base = model(
            seen: ["/a", "/b"],
            null: ["/c", "/d"],
            never: ["/e"],
            words: [.init(pointer: "/b", seen: ["red"], never: ["blue"])]
        )
        let head = model(
            seen: ["/b", "/d", "/e"],
            null: ["/a"],
            never: ["/c"],
            words: [.init(pointer: "/b", seen: ["blue"], never: ["red"])]
        )
        #expect(
            changes([base], [head]) == [
                "coverage-lost m /a: seen → null alone", "coverage-lost m /c: null alone → never seen",
                "coverage-gained m /d: null alone → seen", "coverage-gained m /e: never seen → seen",
                "coverage-lost m /b: 'red'", "coverage-gained m /b: 'blue'",
            ]
        )
        #expect(changes([base], [base]) == [])
    }

    @Test
    func `of an object and all below it the object is told`() {
        let base = model(seen: ["/user", "/user/name", "/user/name/first", "/user_id"])
        let head = model(never: ["/user", "/user/name", "/user/name/first", "/user_id"])
        #expect(
            changes([base], [head]) == [
                "coverage-lost m /user: seen → never seen, and 2 members below it",
                "coverage-lost m /user_id: seen → never seen",
            ]
        )
    }

    @Test
    func `a model of which one side had no answers is one change`() {
        let seen = model(seen: ["/a"], never: ["/b"])
        #expect(changes([seen], []) == ["coverage-lost m: 50.0% of it → no answers"])
        #expect(changes([], [seen]) == ["coverage-gained m: no answers → 50.0% of it"])
    }

    @Test
    func `what one program alone declares is no change, nor is what a cut shape may have left out`() {
        #expect(changes([model(seen: ["/a"])], [model(never: ["/b"])]) == [])
        #expect(changes([model(seen: ["/a"])], [model(never: ["/a"], isCut: true)]) == [])
        #expect(changes([model(never: ["/a"], isCut: true)], [model(seen: ["/a"])]) == [])
    }
}
