import Testing
import WireJSON

struct ByteWordTests {
    private func word(_ bytes: [UInt8], at place: Int = 0) -> ByteWord {
        bytes.withUnsafeBufferPointer { ByteWord($0, at: place) }
    }

    @Test(arguments: [
        ("abcdefgh", 8), ("éééé", 4), ("a€b€", 4), ("𝒳𝒴", 2), ("\u{0}\u{7F}\u{80}\u{7FF}ab", 6),
    ])
    func `the scalars that begin in a word are counted`(text: String, count: Int) {
        #expect(word(Array(text.utf8)).scalarCount == count)
    }

    @Test
    func `a word begins anywhere`() {
        #expect(word(Array("a€bcdefghi".utf8), at: 1).scalarCount == 6)
        #expect(word(Array("a€bcdefghi".utf8), at: 2).scalarCount == 6)
    }

    @Test
    func `a word holds each of its bytes and no other`() {
        let bytes: [UInt8] = [0x00, 0x01, 0x0A, 0x0B, 0x7F, 0x80, 0x8A, 0xFF]
        let held = (UInt8.min...UInt8.max).filter { word(bytes).holds($0) }
        #expect(held == bytes)
    }
}
