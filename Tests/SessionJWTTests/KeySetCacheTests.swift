import SessionJWT
import Testing
import WireJSON

struct KeySetCacheTests {
    let main: SigningKey
    let other: SigningKey
    let server: KeyServer

    init() throws {
        main = try SigningKey.main.get()
        other = try SigningKey.other.get()
        server = KeyServer([main])
    }

    private func outcome(_ cache: KeySetCache, _ token: String) async throws -> String {
        let requirements = TokenRequirements(
            projectID: "project-test-1",
            now: try #require(Timestamp("2025-06-30T09:41:00Z"))
        )
        switch try await cache.verify(token, requirements) {
        case .success: return "accepted"
        case .failure(let refusal): return refusal.rawValue
        }
    }

    @Test
    func `nothing is fetched before the first token, and once for many`() async throws {
        let cache = server.cache()
        #expect(server.asked == 0)
        let token = try main.token(claims: claims())
        for _ in 0..<5 { #expect(try await outcome(cache, token) == "accepted") }
        #expect(server.asked == 1)
        #expect(await cache.fetchCount == 1)
        #expect(try await cache.keys().keyIDs == ["jwk-test-1"])
    }

    @Test
    func `an unknown key makes the set be fetched again, but not within five minutes`() async throws {
        let cache = server.cache()
        #expect(try await outcome(cache, main.token(claims: claims())) == "accepted")
        server.serve([main, other])
        let token = try other.token(claims: claims())
        #expect(try await outcome(cache, token) == "unknown_key")
        server.advance(.seconds(300) - .nanoseconds(1))
        #expect(try await outcome(cache, token) == "unknown_key")
        #expect(server.asked == 1)
        server.advance(.nanoseconds(1))
        #expect(try await outcome(cache, token) == "accepted")
        #expect(try await outcome(cache, main.token(claims: claims())) == "accepted")
        #expect(server.asked == 2)
    }

    @Test
    func `a key that nobody knows costs one fetch in five minutes, however many tokens name it`() async throws {
        let cache = server.cache()
        let token = try other.token(claims: claims())
        for _ in 0..<10 { #expect(try await outcome(cache, token) == "unknown_key") }
        #expect(server.asked == 1)
        server.advance(.seconds(300))
        for _ in 0..<10 { #expect(try await outcome(cache, token) == "unknown_key") }
        #expect(server.asked == 2)
    }

    @Test
    func `only an unknown key is a reason to fetch`() async throws {
        let cache = server.cache(KeySetCache.Policy(minimumAge: .zero))
        let header = #"{"alg":"RS256","typ":"JWT"}"#
        let forged = try other.token(header: #"{"alg":"RS256","kid":"jwk-test-1"}"#, claims: claims())
        #expect(try await outcome(cache, main.token(header: header, claims: claims())) == "unknown_key")
        #expect(try await outcome(cache, forged) == "signature")
        #expect(try await outcome(cache, main.token(claims: claims(["iss": #""x""#]))) == "issuer")
        #expect(try await outcome(cache, "no token") == "malformed")
        #expect(server.asked == 1)
    }

    @Test
    func `after an hour the set is fetched again, and a key that is gone is not trusted any more`() async throws {
        let cache = server.cache()
        let token = try main.token(claims: claims())
        #expect(try await outcome(cache, token) == "accepted")
        server.serve([other])
        server.advance(.seconds(3599))
        #expect(try await outcome(cache, token) == "accepted")
        #expect(server.asked == 1)
        server.advance(.seconds(1))
        #expect(try await outcome(cache, token) == "unknown_key")
        #expect(server.asked == 2)
    }

    @Test
    func `without a maximum age a set stays`() async throws {
        let cache = server.cache(KeySetCache.Policy(maximumAge: nil))
        _ = try await cache.keys()
        server.advance(.seconds(1_000_000))
        _ = try await cache.keys()
        #expect(server.asked == 1)
    }

    @Test
    func `a fetch that fails leaves the set that is there, and the next one comes after five minutes`() async throws {
        let cache = server.cache()
        let token = try main.token(claims: claims())
        #expect(try await outcome(cache, token) == "accepted")
        server.fail()
        server.advance(.seconds(3600))
        for _ in 0..<3 { #expect(try await outcome(cache, token) == "accepted") }
        #expect(server.asked == 2)
        server.serve("[]")
        server.advance(.seconds(300))
        #expect(try await outcome(cache, token) == "accepted")
        #expect(server.asked == 3)
        #expect(await cache.fetchCount == 1)
    }

    @Test
    func `without any set each token asks anew, and is told why there is none`() async throws {
        let cache = server.cache()
        let token = try main.token(claims: claims())
        server.fail()
        await #expect(throws: KeyServer.Gone.self) { try await outcome(cache, token) }
        server.serve("[]")
        let error = await #expect(throws: KeySetError.self) { try await outcome(cache, token) }
        #expect(error?.code == .notAKeySet)
        server.serve([main])
        #expect(try await outcome(cache, token) == "accepted")
        #expect(server.asked == 3)
    }

    @Test
    func `tokens that come at once share one fetch`() async throws {
        let cache = server.cache()
        let token = try main.token(claims: claims())
        server.hold()
        async let first = outcome(cache, token)
        async let second = outcome(cache, token)
        async let third = outcome(cache, token)
        while server.asked == 0 { await Task.yield() }
        server.open()
        let outcomes = try await [first, second, third]
        #expect(outcomes == ["accepted", "accepted", "accepted"])
        #expect(server.asked == 1)
    }

    @Test
    func `being cancelled takes the set from nobody else`() async throws {
        let cache = server.cache()
        let token = try main.token(claims: claims())
        server.hold()
        let cancelled = Task { try await self.outcome(cache, token) }
        while server.asked == 0 { await Task.yield() }
        cancelled.cancel()
        async let other = self.outcome(cache, token)
        server.open()
        let outcome = try await other
        #expect(outcome == "accepted")
        #expect(server.asked == 1)
    }
}
