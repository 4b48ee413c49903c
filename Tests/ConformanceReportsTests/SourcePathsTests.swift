import Testing

@testable import ConformanceReports

struct SourcePathsTests {
    @Test(arguments: [
        ("cases/a.json", "tests/cases/a.json"), ("./cases/./a.json", "tests/cases/a.json"),
        ("../cases/a.json", "cases/a.json"), ("/work/repo/x/a.json", "x/a.json"),
        ("/elsewhere/a.json", "/elsewhere/a.json"), ("../../../a.json", "../../../a.json"),
        ("/work/repository/a.json", "/work/repository/a.json"),
    ])
    func `a path is told from the root where it is below it`(path: String, expected: String) {
        #expect(SourcePaths(currentFolder: "/work/repo/tests", root: "/work/repo/").relative(path) == expected)
    }

    @Test(arguments: [
        ("cases/a.json", "cases/a.json"), ("cases/ä b#?.json", "cases/%C3%A4%20b%23%3F.json"),
        ("/elsewhere/a.json", "file:///elsewhere/a.json"), ("a:b.json", "a%3Ab.json"),
    ])
    func `a reference is percent-encoded, and absolute only where it must be`(path: String, expected: String) {
        #expect(SourcePaths(currentFolder: "/work", root: "/work").reference(path) == expected)
    }

    @Test(arguments: [
        ("a%20b+c", true, "a b c"), ("a+b", false, "a+b"), ("100%", true, "100%"), ("%zz%4", true, "%zz%4"),
        ("%+1", true, "% 1"), ("%C3%A4", true, "ä"),
    ])
    func `what is encoded is decoded, and what is no escape stays`(text: String, inQuery: Bool, expected: String) {
        #expect(PercentText.decoded(text.utf8, inQuery: inQuery) == expected)
    }
}
