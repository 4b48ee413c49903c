import SessionModels
import Testing
import WireJSON

/// What the models declare, found by asking them.
@Suite struct DeclaredFieldTests {
    private func fields(_ name: String) throws -> [DeclaredField] {
        try #require(ModelCatalog.entry(named: name)).declared().fields
    }

    private func field(_ model: String, _ pointer: String) throws -> DeclaredField {
        let wanted = try JSONPointer(pointer)
        return try #require(try fields(model).first { $0.pointer == wanted })
    }

    @Test func `every model can be asked, and all but the two words have fields`() {
        let empty = ModelCatalog.all.filter { $0.declared().fields.isEmpty }.map(\.name)
        #expect(empty == ["sessions.AuthenticationFactorType", "sessions.AuthenticationFactorDeliveryMethod"])
    }

    @Test func `a session declares every kind of factor by its first spelling`() throws {
        let factor = try JSONPointer("/authentication_factors/*")
        let members = try fields("sessions.Session").filter {
            $0.isMember && $0.pointer.count == 3 && $0.pointer.tokens.prefix(2).elementsEqual(factor.tokens)
        }
        #expect(members.filter { $0.kinds == .object }.count == 41)
        #expect(
            members.compactMap(\.spellingOf) == [
                "git_lab_oauth_factor", "linked_in_oauth_factor", "tik_tok_oauth_factor",
            ]
        )
    }

    @Test func `a field is found with type, words, openness and whether it may be absent`() throws {
        #expect(try field("users.User", "/status").words == ["pending", "active"])
        #expect(try field("users.User", "/created_at").expected == ["RFC 3339 time"])
        #expect(try field("users.User", "/created_at").isOptional)
        #expect(try !field("users.User", "/emails").isOptional)
        #expect(try field("users.User", "/trusted_metadata").isOpenMap)
        #expect(try field("sessions.JWK", "/x5t_s256").spellingOf == "x5tS256")
        #expect(try !field("sessions.JWK", "/x5tS256").isOptional)
    }

    @Test func `an error declares the members of both forms`() throws {
        #expect(
            try fields("errors.Error").map(\.pointer.description) == [
                "/status_code", "/request_id", "/error_type", "/error_message", "/error_url", "/error_details",
                "/error", "/error_description", "/error_uri",
            ]
        )
    }

    @Test func `what decodes without a finding has no member that is not declared`() throws {
        let document = try JSONDocument(
            #"{"request_id":"r","status_code":200,"jwks":[],"keys":[{"kty":"RSA","use":"sig","key_ops":[],"alg":"RS256","kid":"k","x5c":[],"x5tS256":"","n":"","e":""}]}"#
        )
        let entry = try #require(ModelCatalog.entry(named: "sessions.GetJWKSResponse"))
        let model = entry.declared()
        var shape = ObservedShape(model.shapeSettings)
        shape.fold(document)
        let declared = Set(model.fields.map(\.pointer))
        let undeclared = shape.fields.map(\.pointer).filter { $0 != .root && !declared.contains($0) }
        let unknown = entry.decode(document.root).filter { $0.code == .unknownField }.map(\.pointer)
        #expect(undeclared == unknown)
    }
}
