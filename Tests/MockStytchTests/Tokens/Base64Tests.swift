import Testing

@testable import MockStytch

struct Base64Tests {
    /// The first five are the vectors of RFC 4648 §10.
    @Test(arguments: [
        ("", "", "", ""), ("f", "Zg==", "Zg", "Zg=="), ("fo", "Zm8=", "Zm8", "Zm8="), ("foo", "Zm9v", "Zm9v", "Zm9v"),
        ("foobar", "Zm9vYmFy", "Zm9vYmFy", "Zm9vYmFy"), ("\u{7F}??>>", "fz8/Pj4=", "fz8_Pj4", "fz8_Pj4="),
    ])
    func `bytes have one spelling in each variant`(text: String, standard: String, url: String, padded: String) {
        let bytes = Array(text.utf8)
        #expect(Base64.encode(bytes, .standard) == standard)
        #expect(Base64.encode(bytes, .url) == url)
        #expect(Base64.encode(bytes, .urlPadded) == padded)
        #expect(Base64.decode(standard, .standard) == bytes)
        #expect(Base64.decode(url, .url) == bytes)
        #expect(Base64.decode(padded, .urlPadded) == bytes)
    }

    @Test(arguments: ["Zg", "Zg=", "Zg===", "Zh==", "Z===", "====", "Zm9v=", "Zm 9v", "Zm9_", "Zg==Zg==", "é==="])
    func `another spelling is refused in the standard variant`(text: String) {
        #expect(Base64.decode(text, .standard) == nil)
    }

    @Test(arguments: ["Z", "Zg==", "Zh", "Zm9", "Zm9/", "Zm9+"])
    func `another spelling is refused in the variant of JWTs`(text: String) {
        #expect(Base64.decode(text, .url) == nil)
    }
}
