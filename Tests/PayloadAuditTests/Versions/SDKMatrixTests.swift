import PayloadAudit
import Testing
import WireJSON

struct SDKMatrixTests {
    @Test func `over all stored answers, no version from v9 to v18 reads the thumbprint`() throws {
        let matrix = try Self.ofStoredAnswers()
        let row = try #require(matrix.rows.first { $0.subject.label == "/keys/*/x5tS256" })
        #expect(
            matrix.table.versions.indices.map { row.worst(at: $0).state } == Array(repeating: SDKState.lost, count: 20)
        )
        #expect(matrix.table.versions.indices.allSatisfy { row.worst(at: $0).reason == .otherName })
        #expect(row.count == 6)
    }

    @Test func `the tallies of stored answers rise with the versions`() throws {
        let matrix = try Self.ofStoredAnswers()
        #expect(matrix.payloads == 143)
        #expect(matrix.unknown == 0)
        #expect(!matrix.isCut)
        for tally in matrix.tallies { #expect(tally.whole + tally.losing + tally.failing == 143) }
        let whole = matrix.tallies.map(\.whole)
        #expect(whole == whole.sorted())
        let first = try #require(whole.first)
        let last = try #require(whole.last)
        #expect(first < 40)
        #expect(last > 90)
    }

    @Test func `two matrices merged are the one of all payloads`() throws {
        let answers = try StoredAnswer.all()
        let table = try SDKFieldTable.go()
        var (one, other) = (SDKMatrix(table), SDKMatrix(table))
        for (place, answer) in answers.enumerated() {
            if place % 2 == 0 {
                one.add(answer.body?.root, as: answer.model)
            } else {
                other.add(answer.body?.root, as: answer.model)
            }
        }
        one.merge(other)
        let all = try Self.ofStoredAnswers()
        #expect(one.json == all.json)
    }

    @Test func `a matrix says its states as JSON`() throws {
        let text = """
            {"sdk": "s", "versions": ["v1.0.0", "v2.0.0"], "answers": {"N": "v2.0.0"},
             "enums": {"E": {"words": ["a"], "later": {"b": "v2.0.0"}}},
             "types": {"T": {"old": "string", "new": {"type": "int32", "since": "v2.0.0"}, "word": "E"}}}
            """
        var matrix = SDKMatrix(try SDKFieldTable(JSONDocument(text)))
        matrix.add(try JSONDocument(#"{"old": "x", "new": "1", "word": "b"}"#).root, as: "T")
        matrix.add(try JSONDocument(#"{"new": 1}"#).root, as: "T")
        matrix.add(try JSONDocument("{}").root, as: "U")
        let expected = """
            {"format":"stytch-conformance/decode-matrix","version":1,\
            "sdk":"s","versions":["v1.0.0","v2.0.0"],"payloads":2,"unknownModels":1,"isCut":false,\
            "totals":[{"version":"v1.0.0","whole":0,"losing":2,"failing":0},\
            {"version":"v2.0.0","whole":1,"losing":0,"failing":1}],\
            "rows":[{"model":"T","pointer":"/new","count":2,"states":["lost","fails"],\
            "reasons":["unknown-field","wrong-type"]},\
            {"model":"T","pointer":"/old","count":1,"states":["kept","kept"],"reasons":[null,null]},\
            {"model":"T","pointer":"/word","count":1,"states":["kept","kept"],"reasons":[null,null]},\
            {"model":"T","pointer":"/word","word":"b","count":1,"states":["kept","kept"],\
            "reasons":["unnamed-word",null]}]}
            """
        #expect(matrix.json.text() == expected)
    }

    @Test func `keys without end make no rows without end`() throws {
        var matrix = SDKMatrix(try SDKFieldTable.go())
        let members = (0..<5_000).map { "\"k\($0)\": 1" }.joined(separator: ",")
        matrix.add(try JSONDocument("{\(members)}").root, as: "users.User")
        #expect(matrix.rows.count == SDKMatrix.mostRows)
        #expect(matrix.isCut)
    }

    private static func ofStoredAnswers() throws -> SDKMatrix {
        var matrix = SDKMatrix(try SDKFieldTable.go())
        for answer in try StoredAnswer.all() {
            matrix.add(answer.body?.root, as: answer.model)
        }
        return matrix
    }
}

struct SDKVersionReportTests {
    @Test func `one version lists each reason of a field by itself, the worst first`() throws {
        var matrix = SDKMatrix(try SDKFieldTable.go())
        let bodies = [
            #"{"custom_claims": {"a": 9007199254740993}, "roles": ["r"]}"#, #"{"custom_claims": {"a": 1e400}}"#,
            #"{"custom_claims": {"a": 0.1}}"#, #"{"started_at": ""}"#,
        ]
        for body in bodies { matrix.add(try JSONDocument(body).root, as: "sessions.Session") }
        let version = try #require(SDKVersion("v15.4.0"))
        let report = try #require(SDKVersionReport(matrix, version))
        #expect(
            report.text == """
                stytch-go v15.4.0, 4 payloads: 1 read whole, 1 lose something, 2 fail

                fails
                  sessions.Session /custom_claims/{*}  1x  number-does-not-fit: the number does not fit the field
                  sessions.Session /started_at  1x  bad-time: the text is no RFC 3339 time

                lost
                  sessions.Session /custom_claims/{*}  1x  digits: a float64 does not hold all digits
                  sessions.Session /roles  1x  unknown-field: the version does not know the field

                """
        )
        #expect(report.fails)
    }

    @Test func `a version between two has the report of the earlier, and one of which nothing is known has none`()
        throws
    {
        let matrix = SDKMatrix(try SDKFieldTable.go())
        let between = try #require(SDKVersionReport(matrix, SDKVersion(major: 15, minor: 5, patch: 0)))
        #expect(
            between.text
                == "stytch-go v15.5.0 (reads as v15.4.0), 0 payloads: 0 read whole, 0 lose something, 0 fail\n"
        )
        #expect(between.json.text().contains(#""sdk":"stytch-go","sdkVersion":"v15.5.0","readsAs":"v15.4.0","#))
        #expect(SDKVersionReport(matrix, SDKVersion(major: 8, minor: 0, patch: 0)) == nil)
    }
}
