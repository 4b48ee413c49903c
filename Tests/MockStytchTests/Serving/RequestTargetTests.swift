import Testing

@testable import MockStytch

struct RequestTargetTests {
    @Test(arguments: [
        ("/", [], ""),
        ("/v1/sessions", ["v1", "sessions"], ""),
        ("/v1/users/a%20b%2Fc", ["v1", "users", "a b/c"], ""),
        ("/a+b?c+d=e+f", ["a+b"], "c d=e f"),
        ("/a?b=1&b=2&c", ["a"], "b=1;b=2;c="),
        ("/a?b=c%3Dd=e&&%C3%A9=1", ["a"], "b=c=d=e;é=1"),
        ("/a/?", ["a", ""], ""),
        ("/a??b", ["a"], "?b="),
    ])
    func `a target is taken apart`(text: String, path: [String], query: String) throws {
        let target = try #require(RequestTarget(text))
        #expect(target.path == path)
        #expect(target.query.map { "\($0.name)=\($0.value)" }.joined(separator: ";") == query)
    }

    @Test(arguments: ["", "v1", "*", "/%", "/%2", "/%zz", "/%FF", "/a?b=%F", "/a?%ff=1", "http://a/b"])
    func `a target with a bad escape or of another form is refused`(text: String) {
        #expect(RequestTarget(text) == nil)
    }
}
