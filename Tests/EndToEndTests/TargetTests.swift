import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct TargetTests {
    @Test(arguments: [
        (["--target", "live"], SmallCorpus.credentials, "'live' is the live host"),
        (
            ["--target", "https://API.stytch.com/"], SmallCorpus.credentials,
            "'https://API.stytch.com' is the live host"
        ),
        (["--target", "HTTPS://api.stytch.com"], SmallCorpus.credentials, "'https://api.stytch.com' is the live host"),
    ])
    func `a live project is refused unless it is allowed`(
        arguments: [String],
        environment: [String: String],
        words: String
    ) async throws {
        let ended = try await BuiltProgram.run(["run"] + arguments, environment: environment)
        #expect(ended.status == 2)
        #expect(
            ended.error
                == "error: \(words)\n  hint: cases create and delete users; give --allow-live if that is meant, or --target test\n"
        )
    }

    @Test
    func `credentials of a live project are refused unless that is allowed`() async throws {
        let ended = try await BuiltProgram.run(
            ["run", "--target", "test"],
            environment: ["STYTCH_PROJECT_ID": "project-live-1", "STYTCH_SECRET": "secret-live-1"]
        )
        #expect(ended.status == 2)
        #expect(
            ended.error == """
                error: STYTCH_PROJECT_ID names a live project
                  hint: cases create and delete users; give --allow-live if that is meant, \
                or set STYTCH_PROJECT_ID and STYTCH_SECRET to a test project's

                """
        )
    }

    @Test
    func `credentials come from the environment, and their absence is said`() async throws {
        let ended = try await BuiltProgram.run(["run", "--target", "test"], environment: ["STYTCH_SECRET": ""])
        #expect(ended.status == 2)
        #expect(
            ended.error.hasPrefix(
                "error: the target 'test' needs STYTCH_PROJECT_ID and STYTCH_SECRET in the environment\n  hint: "
            )
        )
    }

    @Test
    func `an address is asked what it offers, and without projects needs credentials`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try SmallCorpus.server()
            defer { server.stop() }
            let ended = try await BuiltProgram.run(["run", "--target", server.baseURL], in: folder)
            #expect(ended.status == 2)
            #expect(ended.error.contains("needs STYTCH_PROJECT_ID and STYTCH_SECRET in the environment"))
            #expect(!folder.holds("reports/junit.xml"))
        }
    }

    @Test
    func `of the credentials only what is missing is asked for`() async throws {
        let ended = try await BuiltProgram.run(
            ["run", "--target", "test"],
            environment: ["STYTCH_PROJECT_ID": "project-test-1"]
        )
        #expect(ended.status == 2)
        #expect(ended.error.hasPrefix("error: the target 'test' needs STYTCH_SECRET in the environment\n  hint: "))
    }

    @Test
    func `an address that nothing listens on ends with status 3`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let socket = try LocalServer.boundSocket()
            defer { close(socket.descriptor) }
            let ended = try await BuiltProgram.run(["run", "--target", "http://127.0.0.1:\(socket.port)"], in: folder)
            #expect(ended.status == 3)
            #expect(ended.error.hasPrefix("error: the target 'http://127.0.0.1:\(socket.port)' could not be reached: "))
        }
    }

    @Test
    func `the secret never leaves the program, in whichever report or stream`() async throws {
        try await withTemporaryFolder { folder in
            try SmallCorpus.write(to: folder)
            let server = try LocalServer { line in
                line.contains(" /mock/offers ")
                    ? .answer(status: 404, body: "") : .answer(status: 500, body: "{\"echo\":\"secret-test-abcdef\"}")
            }
            defer { server.stop() }
            let environment = ["STYTCH_PROJECT_ID": "project-test-1", "STYTCH_SECRET": "secret-test-abcdef"]
            let ended = try await BuiltProgram.run(
                ["run", "--verbose", "--target", server.baseURL],
                in: folder,
                environment: environment
            )
            #expect(ended.status == 1)
            // The second is base64 of 'project-test-1:secret-test-abcdef'.
            for secret in ["secret-test-abcdef", "cHJvamVjdC10ZXN0LTE6c2VjcmV0LXRlc3QtYWJjZGVm"] {
                #expect(!ended.output.contains(secret))
                #expect(!ended.error.contains(secret))
                #expect(try !folder.text("reports/junit.xml").contains(secret))
                #expect(try !folder.text("reports/results.json").contains(secret))
            }
        }
    }
}
