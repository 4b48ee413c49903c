import Testing

@testable import MockStytch

struct BasicCredentialsTests {
    @Test(arguments: [
        ("Basic YTpi", "a", "b"), ("basic YTpi", "a", "b"), ("Basic YTpiOmM=", "a", "b:c"), ("Basic Og==", "", ""),
        ("Basic YTrDqQ==", "a", "é"),
    ])
    func `user and password are read`(header: String, user: String, password: String) {
        #expect(BasicCredentials(header: header) == BasicCredentials(user: user, password: password))
    }

    @Test(arguments: ["", "Basic", "Basic ", "Basic YQ==", "Basic YTpi=", "Basic YTr/", "Bearer YTpi", "YTpi"])
    func `anything else is none`(header: String) {
        #expect(BasicCredentials(header: header) == nil)
    }
}
