import Testing

@testable import Conformance

/// What a `$regex` may cost, in steps: no test here looks at a clock.
@Suite struct RegexBudgetTests {
    /// 64 KiB of one letter.
    private static let text = String(repeating: "a", count: 65_536)

    @Test func `the worst pattern gives up on a body of 1 MiB within the steps of a budget`() throws {
        let regex = try RegexPattern("a{9999}b")
        var budget = RegexBudget(steps: 1_000_000)
        #expect(regex.matches(String(repeating: "a", count: 1_048_576), within: &budget) == nil)
        // 16 for each byte and the store; the last scalar may go over by a few steps for each instruction.
        #expect((17_777_216...17_827_216).contains(budget.spent))
        #expect(budget.left <= 0)
    }

    @Test(arguments: ["a{9999}b", "(a|aa|a?){1,800}b", "([ab]{1,50}){1,90}c", "(a?){3000}a{3000}b"])
    func `patterns that follow thousands of ways at once give up`(source: String) throws {
        let regex = try RegexPattern(source)
        var budget = RegexBudget(steps: 100_000)
        #expect(regex.matches(Self.text, within: &budget) == nil)
        #expect((1_148_576...1_198_576).contains(budget.spent))
    }

    @Test func `a check may cost sixteen million steps beyond sixteen for each byte`() {
        let budget = RegexBudget()
        #expect(budget.allowance(forBytes: 0) == 16_000_000)
        #expect(budget.allowance(forBytes: 1_048_576) == 32_777_216)
    }

    @Test(arguments: [
        ("^[^.]+Z$", 393_217), ("(foo|bar|baz|qux)", 720_905), ("^a*$", 327_685), ("[b-z]", 131_073),
    ])
    func `a plain pattern on a long text costs no more than the bytes bring along`(row: (String, Int)) throws {
        let regex = try RegexPattern(row.0)
        var budget = RegexBudget(steps: 0)
        #expect(regex.matches(Self.text, within: &budget) != nil)
        #expect(budget.spent == row.1)
        #expect(budget.left == 0)
    }

    @Test func `what one match costs beyond its bytes is gone for the next`() throws {
        let regex = try RegexPattern("a{50}b")
        var budget = RegexBudget(steps: 20_000)
        let text = String(Self.text.prefix(200))
        #expect(regex.matches(text, within: &budget) == false)
        #expect(budget.left == 5_293)
        #expect(regex.matches(text, within: &budget) == nil)
        #expect(budget.left <= 0)
    }

    @Test(arguments: ["", "a", "ab", "aab", "aabaaab", "abcabd", "\u{E9}a"])
    func `letters are found where they stand`(literal: String) {
        let search = LiteralSearch(Array(literal.utf8))
        #expect(search.isIn(literal.utf8))
        #expect(search.isIn("aaba\(literal)b".utf8))
        #expect(search.isIn("x".utf8) == (literal == ""))
        #expect(!LiteralSearch(Array((literal + "!").utf8)).isIn("\(literal)\(literal)".utf8))
    }

    @Test func `letters alone cost no steps, however often they begin to match`() throws {
        let regex = try RegexPattern(String(repeating: "a", count: 60_000) + "b")
        var budget = RegexBudget(steps: 0)
        #expect(regex.matches(Self.text, within: &budget) == false)
        #expect(regex.matches(Self.text + "b", within: &budget) == true)
        #expect(budget.spent == 0)
    }
}

/// A pattern that was given up makes one clear finding, whatever it stands in.
@Suite struct RegexSurrenderTests {
    private static let costly = #"{ "$regex": "(a|aa|a?){1,800}b" }"#
    private static let text = "\"" + String(repeating: "a", count: 20_000) + "\""
    private static let checking = Checking(regexBudget: RegexBudget(steps: 100_000))

    @Test func `a pattern that is given up is one finding with what it cost`() throws {
        let findings = try Self.checking.raw(Self.costly, Self.text)
        #expect(findings.count == 1)
        #expect(findings.first?.subject == "body")
        #expect(findings.first?.expected == #"text that matches "(a|aa|a?){1,800}b""#)
        #expect(findings.first?.actual.hasPrefix("gave up after 42") == true)
        #expect(
            findings.first?.note
                == "the pattern follows too many ways at once: anchor it with '^', or use smaller repeat counts"
        )
    }

    @Test(arguments: [
        #"{ "$not": \#(costly) }"#,
        #"{ "$anyOf": [\#(costly), { "$type": "string" }] }"#,
        #"{ "$allOf": [\#(costly), \#(costly), { "$regex": "^a" }, { "$regex": "(a|b)(c|d)" }] }"#,
    ])
    func `what is not known is neither a match nor none`(pattern: String) throws {
        let findings = try Self.checking.raw(pattern, Self.text)
        #expect(findings.map(\.expected) == [#"text that matches "(a|aa|a?){1,800}b""#])
    }

    @Test func `a list of costly texts costs no more than one`() throws {
        let texts = Array(repeating: Self.text, count: 8).joined(separator: ",")
        let findings = try Self.checking.raw(#"{ "$each": \#(Self.costly) }"#, "[\(texts)]")
        #expect(findings.map(\.subject) == ["body /0"])
    }
}
