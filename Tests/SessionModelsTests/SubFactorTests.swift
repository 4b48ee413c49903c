import SessionModels
import Testing
import WireJSON

struct SubFactorTests {
    @Test
    func `there are 36 sub factors on the Go page and 5 later ones`() {
        #expect(SubFactorRow.ofThePage.count == 36)
        #expect(SubFactorRow.ofLaterVersions.count == 5)
        #expect(Set((SubFactorRow.ofThePage + SubFactorRow.ofLaterVersions).map(\.key)).count == 41)
    }

    @Test(arguments: SubFactorRow.ofThePage + SubFactorRow.ofLaterVersions)
    func `each decodes with all its fields, alone in its factor, and encodes to itself`(row: SubFactorRow) throws {
        let text = row.factor(row.object)
        let factor = try decode(Sessions.AuthenticationFactor.self, from: text)
        #expect(row.isFound(factor))
        #expect(factor.subFactors.count == 1)
        try expectRoundTrip(Sessions.AuthenticationFactor.self, text)
    }

    @Test(arguments: SubFactorRow.ofThePage + SubFactorRow.ofLaterVersions)
    func `each misses just the fields that are always sent`(row: SubFactorRow) throws {
        #expect(
            try findings(Sessions.AuthenticationFactor.self, in: row.factor("{}"))
                == row.required.map { "missing-field /\(row.key)/\($0)" }
        )
    }

    @Test(arguments: SubFactorRow.ofThePage + SubFactorRow.ofLaterVersions)
    func `each counts as absent when it is null`(row: SubFactorRow) throws {
        let factor = try decode(Sessions.AuthenticationFactor.self, from: row.factor("null"))
        #expect(factor.subFactors.isEmpty)
    }

    @Test(arguments: SubFactorRow.ofThePage + SubFactorRow.ofLaterVersions)
    func `each is found where it is no object`(row: SubFactorRow) throws {
        #expect(
            try findings(Sessions.AuthenticationFactor.self, in: row.factor("[]")) == ["wrong-type /\(row.key)"]
        )
    }

    @Test(arguments: [
        ("git_lab_oauth_factor", "gitlab_oauth_factor"),
        ("linked_in_oauth_factor", "linkedin_oauth_factor"),
        ("tik_tok_oauth_factor", "tiktok_oauth_factor"),
    ])
    func `the other spelling decodes, is reported, and encodes to the first`(first: String, other: String) throws {
        let factor = try decode(
            Sessions.AuthenticationFactor.self,
            from: """
                {"type": "oauth", "delivery_method": "x", "\(other)": {"id": "i", "provider_subject": "p"}}
                """,
            finding: ["unknown-enum /delivery_method", "alternate-spelling /\(other)"]
        )
        #expect(factor.subFactors.count == 1)
        #expect(
            try encoded(factor)
                == json(
                    """
                    {"type": "oauth", "delivery_method": "x", "\(first)": {"id": "i", "provider_subject": "p"}}
                    """
                )
        )
    }

    @Test
    func `two objects in one factor are both kept`() throws {
        let text = """
            { "type": "otp", "delivery_method": "email",
              "email_factor": {"email_id": "e", "email_address": "a@example.com"},
              "phone_number_factor": {"phone_id": "p", "phone_number": "+1"} }
            """
        let factor = try decode(Sessions.AuthenticationFactor.self, from: text)
        #expect(factor.subFactors.count == 2)
        #expect(factor.emailFactor?.emailID == "e")
        #expect(factor.phoneNumberFactor?.phoneID == "p")
        try expectRoundTrip(Sessions.AuthenticationFactor.self, text)
    }

    @Test
    func `an object of a kind that no version knows is drift`() throws {
        let factor = try decode(
            Sessions.AuthenticationFactor.self,
            from: #"{"type": "otp", "delivery_method": "email", "retina_factor": {"id": "r"}}"#,
            finding: ["unknown-field /retina_factor"]
        )
        #expect(factor.subFactors.isEmpty)
    }

    @Test
    func `factors of two providers with equal fields are not equal`() throws {
        let one = Sessions.AuthenticationFactor(
            type: .oauth,
            deliveryMethod: .oauthGoogle,
            subFactors: [Sessions.GoogleOAuthFactor(id: "i", providerSubject: "p")]
        )
        var other = one
        other.subFactors = [Sessions.SlackOAuthFactor(id: "i", providerSubject: "p")]
        #expect(one != other)
        #expect(one.slackOAuthFactor == nil)
        #expect(other.slackOAuthFactor?.id == "i")
        #expect(Set([one, other, one]).count == 2)
    }
}
