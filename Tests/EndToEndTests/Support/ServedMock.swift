import CurlTransport
import Foundation
import Testing
import WireJSON

@testable import Conformance

/// The built program as a mock with TLS, and how to reach it as if it were a live project.
struct ServedMock {
    let program: BuiltProgram.Talking
    let baseURL: String
    let projectID: String
    let secret: String
    let port: Int
    let authorityFile: String

    /// Serves while `body` runs, and ends by SIGINT.
    static func serving<Value>(_ body: (ServedMock) async throws -> Value) async throws -> Value {
        let program = try BuiltProgram.Talking(["serve", "--tls", "--port", "0", "--json"])
        let line = try #require(await program.lines(1).first)
        let root = try JSONDocument(line).root
        let mock = ServedMock(
            program: program,
            baseURL: try #require(root["baseURL"]?.string),
            projectID: try #require(root["projectID"]?.string),
            secret: try #require(root["secret"]?.string),
            port: try #require(root["port"]?.value.number.flatMap { Int($0.token) }),
            authorityFile: try #require(root["caFile"]?.string)
        )
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(mock))
        } catch {
            result = .failure(error)
        }
        #expect(await program.end(by: SIGINT) == 130)
        return try result.get()
    }

    /// What makes a run take this for Stytch's host of test projects: it then asks for no offers, and makes no projects.
    var asTest: [String] {
        [
            "run", "--cases", Checkout.cases, "--target", "test", "--cacert", authorityFile,
            "--connect-to", "test.stytch.com:443:127.0.0.1:\(port)",
        ]
    }

    var credentials: [String: String] { ["STYTCH_PROJECT_ID": projectID, "STYTCH_SECRET": secret] }

    /// Moves the clock of the project; the server's own stands.
    func advance(milliseconds: Int) async throws {
        var options = CurlOptions()
        options.authorityFile = authorityFile
        let request = TransferRequest(
            method: "POST",
            url: "\(baseURL)/mock/projects/\(projectID)/advance",
            body: Array("{\"milliseconds\": \(milliseconds)}".utf8)
        )
        let response = try await withCurlTransport(options) { try await $0.send(request) }
        #expect(response.status == 200)
    }

    /// The e-mail addresses of the users who are there at this moment.
    func emails() async throws -> [String] {
        var options = CurlOptions()
        options.authorityFile = authorityFile
        let url = "\(baseURL)/mock/projects/\(projectID)"
        let response = try await withCurlTransport(options) {
            try await $0.send(TransferRequest(method: "GET", url: url))
        }
        #expect(response.status == 200)
        let users = try #require(try JSONDocument(response.body).root["users"])
        let emails = users.elements.compactMap { $0["emails"] }
        return emails.flatMap { $0.elements.compactMap(\.string) }
    }
}
