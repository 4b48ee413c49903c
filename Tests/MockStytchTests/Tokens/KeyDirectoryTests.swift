import Testing
import WireJSON

@testable import MockStytch

struct KeyDirectoryTests {
    private func header(_ text: String) -> String {
        Base64.encode(Array(text.utf8), .url, isPadded: false)
    }

    private func flaw(_ token: String, trusting: [String]) -> TokenFlaw? {
        do throws(TokenFlaw) {
            _ = try TestKeys.ring.directory.claims(of: token, trusting: trusting)
            return nil
        } catch {
            return error
        }
    }

    @Test
    func `a token of a known key is read`() async throws {
        let ids = try await TestKeys.ids(1)
        let token = try await TestKeys.ring.key(at: 0).sign(["sub": "user-1"])
        let claims = try TestKeys.ring.directory.claims(of: token, trusting: ids)
        #expect(claims == ["sub": "user-1"])
    }

    @Test
    func `every change of the signature's last letter is noticed`() async throws {
        let ids = try await TestKeys.ids(1)
        let token = try await TestKeys.ring.key(at: 0).sign(["sub": "user-1"])
        let last = try #require(token.last)
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" where letter != last {
            #expect(flaw(String(token.dropLast()) + String(letter), trusting: ids) != nil)
        }
    }

    @Test
    func `each thing that can be wrong with a token has its own name`() async throws {
        let ids = try await TestKeys.ids(2)
        let token = try await TestKeys.ring.key(at: 0).sign(["sub": "user-1"])
        let other = try await TestKeys.ring.key(at: 1).sign(["sub": "user-1"])
        let parts = token.split(separator: ".").map(String.init)
        let otherParts = other.split(separator: ".").map(String.init)
        let none = header(#"{"alg":"none","kid":"\#(ids[0])"}"#)
        let symmetric = header(#"{"alg":"HS256","kid":"\#(ids[0])"}"#)
        let nameless = header(#"{"alg":"RS256"}"#)
        #expect(flaw("garbage", trusting: ids) == .malformed)
        #expect(flaw("\(token).x", trusting: ids) == .malformed)
        #expect(flaw("\(parts[0]).\(parts[1])", trusting: ids) == .malformed)
        #expect(flaw("\(none).\(parts[1]).", trusting: ids) == .algorithm)
        #expect(flaw("\(symmetric).\(parts[1]).\(parts[2])", trusting: ids) == .algorithm)
        #expect(flaw("\(nameless).\(parts[1]).\(parts[2])", trusting: ids) == .unknownKey)
        #expect(flaw(other, trusting: [ids[0]]) == .unknownKey)
        #expect(flaw("\(parts[0]).\(parts[1]).\(otherParts[2])", trusting: ids) == .signature)
        #expect(flaw("\(parts[0]).\(header(#"{"sub":"user-2"}"#)).\(parts[2])", trusting: ids) == .signature)
        #expect(flaw(other, trusting: ids) == nil)
    }
}
