import Testing
import WireJSON

/// Text is taken apart at a separator whatever combines with it.
struct ScalarTextTests {
    private static let mark = "\u{301}"

    private static func scalars(_ parts: some Sequence<some StringProtocol>) -> [[Unicode.Scalar]] {
        parts.map { Array($0.unicodeScalars) }
    }

    @Test func `a separator with a combining mark behind it is a separator`() {
        let text = "a/\(Self.mark)b//c"
        #expect(Self.scalars(text.scalarSplit(separator: "/")) == Self.scalars(["a", "\(Self.mark)b", "c"]))
        #expect(
            Self.scalars(text.scalarSplit(separator: "/", omittingEmptySubsequences: false))
                == Self.scalars(["a", "\(Self.mark)b", "", "c"])
        )
        #expect(
            Self.scalars(text.dropFirst().scalarSplit(separator: "/", maxSplits: 1))
                == Self.scalars(["\(Self.mark)b", "/c"])
        )
    }

    @Test func `a return and a line feed are two separators`() {
        let lines = "a\r\nb".scalarSplit(separator: "\n", omittingEmptySubsequences: false)
        #expect(Self.scalars(lines) == Self.scalars(["a\r", "b"]))
    }

    @Test(arguments: [
        ("it's", "'", "_", "it_s"), ("'\u{301}'", "'", "_", "_\u{301}_"), ("aaa", "aa", "b", "ba"),
        ("abc", "", "x", "abc"),
        ("e\u{301}", "\u{E9}", "x", "e\u{301}"), ("\u{E9}", "e\u{301}", "x", "\u{E9}"), ("x://y://", "://", "", "xy"),
    ])
    func `a text is replaced where its bytes stand`(text: String, needle: String, with: String, expected: String) {
        #expect(text.replacingExactly(needle, with: with).utf8.elementsEqual(expected.utf8))
    }

    @Test func `a place is found byte by byte`() throws {
        let text = "abc://\(Self.mark)d"
        let place = try #require(text.exactRange(of: "://"))
        #expect(text[..<place.lowerBound] == "abc")
        #expect(text[place.upperBound...].utf8.elementsEqual("\(Self.mark)d".utf8))
        #expect("e\(Self.mark)".exactRange(of: "\u{E9}") == nil)
        #expect("abc".exactRange(of: "") == nil)
        #expect("ab".exactRange(of: "abc") == nil)
    }

    @Test func `a text begins and ends with bytes, not with characters`() {
        #expect("=\(Self.mark)x".beginsExactly(with: "="))
        #expect(!"\u{E9}x".beginsExactly(with: "e\(Self.mark)"))
        #expect("x\u{E9}".endsExactly(with: "\u{E9}"))
        #expect(!"x\u{E9}".endsExactly(with: "e\(Self.mark)"))
        #expect("/a/\(Self.mark)b".rest(behind: "/a/")?.utf8.elementsEqual("\(Self.mark)b".utf8) == true)
        #expect("/a".rest(behind: "/b") == nil)
        #expect("/a".rest(behind: "/a") == "")
    }
}
