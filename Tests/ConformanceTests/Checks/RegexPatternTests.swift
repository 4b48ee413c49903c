import Conformance
import Testing

/// A pattern with texts that it finds something in and texts that it does not.
struct RegexRow: CustomTestStringConvertible, Sendable {
    var pattern: String
    var matching: [String]
    var others: [String]

    init(_ pattern: String, _ matching: [String], _ others: [String] = []) {
        self.pattern = pattern
        self.matching = matching
        self.others = others
    }

    var testDescription: String { pattern }
}

@Suite struct RegexPatternTests {
    @Test(arguments: [
        RegexRow("", ["", "a"]),
        RegexRow(".", ["a", "\na"], ["", "\n"]),
        RegexRow(
            "^application/json",
            ["application/json", "application/json; charset=utf-8"],
            ["text/html", "x application/json"]
        ),
        RegexRow("abc", ["abc", "xxabcxx"], ["ab", "acb"]),
        RegexRow("abc$", ["abc", "xabc"], ["abcx", "bc"]),
        RegexRow("^abc$", ["abc"], ["abcd", "xabc", "abc\n"]),
        RegexRow("a.c", ["abc", "a\u{1F600}c"], ["a\nc", "ac"]),
        RegexRow("^[a-c]+$", ["abc"], ["abd", ""]),
        RegexRow("^[^a-c]$", ["d", "\n", "\u{E9}"], ["a", "dd"]),
        RegexRow("^[-a]$", ["-", "a"], ["b"]),
        RegexRow("^[a\\]\\-\\d]$", ["]", "-", "5", "a"], ["\\", "b"]),
        RegexRow("^\\d+$", ["0123456789"], ["\u{0661}", ""]),
        RegexRow("^\\w+$", ["aZ_9"], ["\u{E9}", "-"]),
        RegexRow("^\\s$", [" ", "\t", "\n", "\r"], ["\u{A0}", "x"]),
        RegexRow("^\\D\\W\\S$", ["a-b", "\u{E9} x"], ["1-b", "aab", "a- "]),
        RegexRow("^\\n\\t\\u{1F600}\\x41\\.\\/\\$$", ["\n\t\u{1F600}A./$"], ["n"]),
        RegexRow("^(a|bc|)d$", ["ad", "bcd", "d"], ["bd", "cd"]),
        RegexRow("^(?:ab)+$", ["ab", "abab"], ["aba", ""]),
        RegexRow("^a*$", ["", "aaa"], ["b"]),
        RegexRow("^a*?b+?c??$", ["b", "aabbc"], ["a"]),
        RegexRow("^a{2}$", ["aa"], ["a", "aaa"]),
        RegexRow("^a{2,}$", ["aa", "aaaaa"], ["a"]),
        RegexRow("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
        RegexRow("^a{0}b$", ["b"], ["ab"]),
        RegexRow("^(a{2}){2}$", ["aaaa"], ["aaa", "aaaaa"]),
        RegexRow(
            "^[^.]+(\\.([0-9]{6}|[0-9]{9}))?Z$",
            ["2026-11-21T09:30:00Z", "2026-11-21T09:30:00.123456Z", "2026-11-21T09:30:00.123456789Z"],
            ["2026-11-21T09:30:00.123Z", "2026-11-21T09:30:00"]
        ),
        RegexRow("a^b|c$d", [], ["ab", "cd", "a", "c"]),
        RegexRow("^", ["", "x"]),
        RegexRow("$", ["", "x"]),
        RegexRow("(^a|b)c", ["ac", "xbc"], ["xac"]),
        RegexRow("]}", ["]}"], ["]"]),
        RegexRow("\u{E9}", ["caf\u{E9}"], ["cafe\u{301}"]),
        RegexRow("(a?){3}$", ["", "aaa"]),
    ])
    func `a pattern matches where a part of the text does`(row: RegexRow) throws {
        let regex = try RegexPattern(row.pattern)
        #expect(row.matching.filter { !Self.finds(regex, in: $0) } == [])
        #expect(row.others.filter { Self.finds(regex, in: $0) } == [])
    }

    @Test(arguments: [
        ("a(b", 1, "the group is not closed; ')' is missing"),
        ("ab)", 2, "')' closes no group; write '\\)' for the character"),
        ("*a", 0, "nothing stands before '*' to repeat; write '\\*' for the character"),
        ("a|+", 2, "nothing stands before '+' to repeat; write '\\+' for the character"),
        ("{2}", 0, "nothing stands before '{' to repeat; write '\\{' for the character"),
        ("a{x}", 1, "'{' must begin a repeat such as '{2}' or '{2,5}'; write '\\{' for the character"),
        ("a{2", 1, "the repeat is not closed; '}' is missing"),
        ("a{3,2}", 1, "the bounds of the repeat are the wrong way round"),
        ("a{99999999999999999999}", 1, "the repeat count is more than 10000"),
        ("a**", 2, "a repeat cannot be repeated; put the first in a group"),
        ("a++", 2, "a possessive repeat is not offered"),
        ("^*", 0, "an anchor cannot be repeated"),
        ("[a", 0, "the class is not closed; ']' is missing"),
        ("[]", 0, "the class is empty; write '\\]' for the character"),
        ("[z-a]", 1, "the ends of the range are the wrong way round"),
        ("[\\d-z]", 1, "a range needs a character at both ends"),
        ("[[:alpha:]]", 1, "the POSIX class '[:' is not offered; write '\\[' for the character"),
        ("a\\", 1, "the pattern ends in '\\'; write '\\\\' for the character"),
        ("(a)\\1", 3, "the back-reference '\\1' is not offered"),
        ("\\bword", 0, "the word boundary '\\b' is not offered"),
        ("\\Aword", 0, "the anchor '\\A' is not offered; use '^' and '$'"),
        ("\\p{L}", 0, "the Unicode class '\\p' is not offered"),
        ("\\q", 0, "the escape '\\q' is not known"),
        ("\\x4", 0, "'\\x' wants two hexadecimal digits"),
        ("\\u{110000}", 0, "'\\u' wants the form '\\u{1F600}', one to six hexadecimal digits of a scalar"),
        ("(?=a)", 0, "look-ahead is not offered; groups are '( )' and '(?: )'"),
        ("(?!a)", 0, "look-ahead is not offered; groups are '( )' and '(?: )'"),
        ("(?<=a)", 0, "look-behind is not offered; groups are '( )' and '(?: )'"),
        ("(?<name>a)", 0, "a named group is not offered; groups are '( )' and '(?: )'"),
        ("(?>a)", 0, "an atomic group is not offered; groups are '( )' and '(?: )'"),
        ("(?i)a", 0, "a flag group is not offered; groups are '( )' and '(?: )'"),
        ("(a+)+", 4, "a repeat without end stands in another one; give one of them an upper bound such as '{1,100}'"),
        (
            "((a|b*)c){2,}", 9,
            "a repeat without end stands in another one; give one of them an upper bound such as '{1,100}'"
        ),
        ("((a{1000}){1000}){1000}", 0, "the pattern comes to more than 10000 steps"),
    ])
    func `what is not offered or malformed is refused by name and place`(source: String, offset: Int, message: String) {
        let error = #expect(throws: RegexPatternError.self) { try RegexPattern(source) }
        #expect(error?.message == message)
        #expect(error?.offset == offset)
    }

    @Test func `a source of 64 KiB is taken and one byte more is refused`() throws {
        let long = "^" + String(repeating: "a", count: 65_535)
        #expect(try Self.finds(RegexPattern(long), in: String(repeating: "a", count: 65_535)))
        #expect(try !Self.finds(RegexPattern(long), in: String(repeating: "a", count: 65_534)))
        #expect(throws: RegexPatternError(message: "the pattern has 65537 bytes; at most 65536 are taken", offset: 0)) {
            try RegexPattern(long + "a")
        }
    }

    @Test func `groups may stand 250 deep and no deeper`() throws {
        let deep = String(repeating: "(", count: 250) + "a" + String(repeating: ")", count: 250)
        #expect(try Self.finds(RegexPattern(deep), in: "a"))
        #expect(throws: RegexPatternError(message: "groups stand more than 250 deep", offset: 250)) {
            try RegexPattern("(\(deep))")
        }
    }

    @Test func `patterns that make backtracking explode are matched in linear time`() throws {
        let text = String(repeating: "a", count: 20_000)
        #expect(try !Self.finds(RegexPattern("^(a|a|aa)*b$"), in: text))
        #expect(try !Self.finds(RegexPattern("(a?){60}a{60}b"), in: String(text.prefix(2_000))))
    }

    private static func finds(_ regex: RegexPattern, in text: String) -> Bool {
        var budget = RegexBudget()
        return regex.matches(text, within: &budget) ?? false
    }

    @Test func `patterns are equal by the scalars of their source`() throws {
        #expect(try RegexPattern("a+") == RegexPattern("a+"))
        #expect(try RegexPattern("\u{E9}") != RegexPattern("e\u{301}"))
        #expect(
            RegexPatternError(message: "the class is empty", offset: 2).description
                == "the class is empty (at character 3)"
        )
    }
}
