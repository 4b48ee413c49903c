import Testing
import WireJSON

struct Base64Tests {
    /// The first seven are the vectors of RFC 4648 §10.
    @Test(arguments: [
        ("", "", ""), ("f", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v"),
        ("foob", "Zm9vYg==", "Zm9vYg"), ("fooba", "Zm9vYmE=", "Zm9vYmE"), ("foobar", "Zm9vYmFy", "Zm9vYmFy"),
    ])
    func `bytes have one spelling with padding and one without`(plain: String, padded: String, bare: String) {
        let bytes = Array(plain.utf8)
        for alphabet in [Base64.Alphabet.standard, .url] {
            #expect(Base64.encode(bytes, alphabet, isPadded: true) == padded)
            #expect(Base64.encode(bytes, alphabet, isPadded: false) == bare)
            #expect(Base64.decode(padded.utf8, alphabet, padding: .required) == bytes)
            #expect(Base64.decode(bare.utf8, alphabet, padding: .absent) == bytes)
            #expect(Base64.decode(padded.utf8, alphabet, padding: .optional) == bytes)
            #expect(Base64.decode(bare.utf8, alphabet, padding: .optional) == bytes)
        }
    }

    @Test
    func `the alphabets differ in two letters`() {
        let bytes: [UInt8] = [0xFB, 0xEF, 0xFF]
        #expect(Base64.encode(bytes, .standard, isPadded: true) == "++//")
        #expect(Base64.encode(bytes, .url, isPadded: true) == "--__")
        #expect(Base64.decode("++//".utf8, .standard, padding: .required) == bytes)
        #expect(Base64.decode("--__".utf8, .url, padding: .absent) == bytes)
        #expect(Base64.decode("++//".utf8, .url, padding: .absent) == nil)
        #expect(Base64.decode("--__".utf8, .standard, padding: .optional) == nil)
    }

    @Test(arguments: ["Zg", "Zg=", "Zg===", "Zh==", "Z===", "====", "Zm9v=", "Zm 9v", "Zm9_", "Zg==Zg==", "é==="])
    func `another spelling is refused where padding is required`(text: String) {
        #expect(Base64.decode(text.utf8, .standard, padding: .required) == nil)
    }

    @Test(arguments: ["Z", "Zg==", "Zh", "Zm9", "Zm9/", "Zm9+", "="])
    func `another spelling is refused where there is to be no padding`(text: String) {
        #expect(Base64.decode(text.utf8, .url, padding: .absent) == nil)
    }

    @Test(arguments: ["Z", "Zg=", "Zh", "Zh==", "Zm9v====", "Zm8==", "="])
    func `padding that may be left out is whole where it is there`(text: String) {
        #expect(Base64.decode(text.utf8, .url, padding: .optional) == nil)
    }

    @Test
    func `every byte comes back`() {
        for count in 254...256 {
            let bytes = (0..<count).map { UInt8($0) }
            let text = Base64.encode(bytes, .url, isPadded: false)
            #expect(Base64.decode(text.utf8, .url, padding: .absent) == bytes)
        }
    }
}

struct UUIDTextTests {
    @Test
    func `a UUID holds its version, its variant and the other bits as they came`() {
        let bytes = (0..<16).map { UInt8($0 * 7) }
        #expect(UUIDText.version4(of: bytes) == "00070e15-1c23-4a31-b83f-464d545b6269")
        #expect(UUIDText.version4(of: bytes + [1]) == "00070e15-1c23-4a31-b83f-464d545b6269")
        let ones = [UInt8](repeating: 0xFF, count: 16)
        #expect(UUIDText.version4(of: ones) == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(UUIDText.version4(of: []) == "00000000-0000-4000-8000-000000000000")
    }
}
