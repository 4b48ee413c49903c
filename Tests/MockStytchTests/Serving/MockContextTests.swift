import Testing

@testable import MockStytch

struct MockContextTests {
    @Test(
        arguments: [
            ("127.0.0.1", true), ("127.8.9.10", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false),
            ("128.0.0.1", false), ("::2", false), ("::ffff:10.0.0.1", false), (nil, false),
        ] as [(String?, Bool)]
    )
    func `only loopback's addresses may ask the control paths`(address: String?, isLoopback: Bool) {
        #expect(MockContext.isLoopback(address) == isLoopback)
    }
}
