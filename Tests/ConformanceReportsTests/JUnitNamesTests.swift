import Conformance
import Testing

@testable import ConformanceReports

struct JUnitNamesTests {
    @Test(arguments: [
        ("cases/sessions/get.json", "cases.sessions.get"),
        ("./cases/get.json", "cases.get"),
        ("../other/cases/get.json", "other.cases.get"),
        ("/tmp/my cases/v1.2/get.all.json", "tmp.my_cases.v1_2.get_all"),
        ("get.json", "get"),
        ("C:\\cases\\get.json", "C__cases_get"),
        ("a\u{1B}b.json", "a_u{1B}b"),
        ("/", "cases"),
    ])
    func `a suite is named after its file, with dots for folders alone`(path: String, expected: String) {
        #expect(JUnitNames.suite(ofFile: path) == expected)
    }

    @Test(arguments: [
        ("sessions/get", "sessions/get/known-user/row-1", "known-user/row-1"),
        ("sessions/get", "elsewhere/case", "elsewhere/case"),
        ("s", "s/two\n  lines ", "two lines"),
        ("s", "s/", "case"),
    ])
    func `a case is named after its id in the suite`(suite: String, id: String, expected: String) {
        var result = Samples.result("x", suite: suite)
        result.id = id
        #expect(JUnitNames.name(of: result) == expected)
    }

    @Test
    func `equal names are numbered, also where a number is taken`() {
        var names = JUnitNames()
        let given = ["a", "a", "b", "a (2)", "a", "a (2)"].map { names.unique($0) }
        #expect(given == ["a", "a (2)", "b", "a (2) (2)", "a (3)", "a (2) (3)"])
    }

    @Test
    func `a long name is cut to 250 units and keeps a mark of the whole`() {
        let (first, second) = (String(repeating: "a", count: 299) + "1", String(repeating: "a", count: 299) + "2")
        #expect(JUnitNames.fitted(first, to: 250) == String(repeating: "a", count: 241) + "~579eda91")
        #expect(JUnitNames.fitted(second, to: 250) == String(repeating: "a", count: 241) + "~549ed5d8")
        #expect(JUnitNames.fitted(String(repeating: "🙂", count: 200), to: 250).utf16.count == 249)
        #expect(JUnitNames.fitted(String(repeating: "a", count: 250), to: 250).hasSuffix("aa"))
    }

    @Test
    func `a long name that comes twice stays within the limit`() {
        var names = JUnitNames()
        let name = String(repeating: "a", count: 300)
        #expect(names.unique(name).utf16.count == 250)
        let second = names.unique(name)
        #expect(second.utf16.count == 250)
        #expect(second.hasSuffix(" (2)"))
    }
}
