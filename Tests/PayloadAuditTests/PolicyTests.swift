import PayloadAudit
import Testing
import WireJSON

private func policy(_ text: String) throws -> (AuditPolicy, [PolicyMistake]) {
    var reader = PolicyReader(table) { word, names in names.first { $0.hasPrefix(word.prefix(4)) } }
    let read = reader.read(try JSONDocument(text))
    return (read.policy, read.mistakes)
}

private let drifting = #"{"request_id":"r","status_code":200,"keys":[],"new":1}"#
private let broken = #"{"request_id":"r","status_code":"200","keys":[]}"#

@Suite struct PolicyTests {
    @Test func `without a policy, what breaks fails and drift is reported`() {
        #expect(report([drifting]).failures == [])
        #expect(report([broken]).failures == ["1 finding at 1 place (breaking)"])
    }

    @Test func `gates are severities and codes`() throws {
        let (strict, mistakes) = try policy(#"{"failOn":["drift","alternate-spelling"]}"#)
        #expect(mistakes.isEmpty)
        #expect(report([drifting], policy: strict).failures == ["1 finding at 1 place (drift)"])
        #expect(report([broken], policy: strict).failures == [])
        let (code, _) = try policy(#"{"failOn":["wrong-type"]}"#)
        #expect(report([broken], policy: code).failures == ["1 finding at 1 place (breaking)"])
    }

    @Test func `the first rule that applies sets the severity`() throws {
        let (rules, mistakes) = try policy(
            #"""
            {"failOn":["breaking","drift"],"rules":[
              {"model":"sessions.GetJWKSResponse","pointer":"/new","severity":"ignored","reason":"known since June"},
              {"code":"wrong-type","pointer":"/status_code/**","severity":"note"},
              {"code":"wrong-type","severity":"breaking"}]}
            """#
        )
        #expect(mistakes.isEmpty)
        let found = report([drifting, broken], policy: rules)
        #expect(found.findings.map(\.severity) == [.note, .ignored])
        #expect(found.failures == [])
        #expect(!AuditText.text(found, files: 2).contains("unknown-field"))
    }

    @Test func `a rule of another model, code or pointer does not apply`() throws {
        let (rules, _) = try policy(
            #"{"failOn":["drift"],"rules":[{"model":"users.User","severity":"ignored"},{"code":"unknown-enum","severity":"ignored"},{"pointer":"/ne","severity":"ignored"}]}"#
        )
        #expect(report([drifting], policy: rules).failures == ["1 finding at 1 place (drift)"])
    }

    @Test(arguments: [
        (#"[]"#, "0: expected a policy as an object, found array"),
        (#"{"failOn":"drift"}"#, "10: expected an array, found string"),
        (#"{"failOn":["drif"]}"#, "11: there is no severity or code 'drif'; did you mean 'drift'?"),
        (#"{"rule":[]}"#, "1: a policy has no key 'rule'; did you mean 'rules'?"),
        (
            #"{"rules":[{"severity":"bad"}]}"#,
            "22: there is no severity 'bad'; one of 'breaking', 'drift', 'note', 'ignored'"
        ),
        (
            #"{"rules":[{"code":"wrong-type"}]}"#,
            "10: expected the key 'severity'; one of 'breaking', 'drift', 'note', 'ignored'"
        ),
        (
            #"{"rules":[{"pointer":"x","severity":"note"}]}"#,
            "21: expected '/' at the start of a pointer, found 'x'; write a pointer such as '/user/emails/*'"
        ),
        (
            #"{"rules":[{"severity":"note"}]}"#,
            "10: a rule for everything; say at least one of 'code', 'model' and 'pointer'"
        ),
        (#"{"rules":[],"rules":[]}"#, "12: the key 'rules' comes twice"),
        (#"{"rules":[{"model":7,"severity":"note"}]}"#, "19: expected a string, found number"),
    ])
    func `a mistake is told with its place and what was meant`(text: String, mistake: String) throws {
        let (_, mistakes) = try policy(text)
        #expect(mistakes.map { "\($0.offset): \($0.message)\($0.hint.map { "; \($0)" } ?? "")" } == [mistake])
    }
}
