import Testing
import WireJSON

@testable import Conformance

@Suite struct RequestBuilderTests {
    private func build(_ step: RequestStep, _ values: [JSONValue?] = []) throws -> TransferRequest {
        let names = values.indices.map { CaseVariable.captured("variable_\($0)") }
        return try RequestBuilder(
            baseURL: "https://test.stytch.com",
            project: ProjectAccess(id: "project-1", secret: "secret-1"),
            userAgent: "stytch-conformance/1.0.0",
            bindings: Bindings(variables: names, values: values, now: TestClock.start)
        ).request(step, timeout: .seconds(3), bodyLimit: 99)
    }

    private func step(_ change: (inout RequestStep) -> Void) -> RequestStep {
        var step = RequestStep(
            operation: nil,
            method: "POST",
            path: [.literal("/v1/sessions")],
            expectations: StepExpectations([])
        )
        change(&step)
        return step
    }

    @Test func `values are percent-encoded into path and query`() throws {
        let request = try build(
            step {
                $0.path = [.literal("/v1/users/"), .value(.hole(.variable(0))), .literal("/x")]
                $0.query = [
                    TemplateMember(key: "a b", value: .constant("\u{E9}&=")),
                    TemplateMember(key: "n", value: .constant(.number(JSONNumber(token: "1.50") ?? 0))),
                    TemplateMember(key: "t", value: .constant(true)),
                    TemplateMember(key: "none", value: .constant(nil)),
                    TemplateMember(key: "empty", value: .constant("")),
                    TemplateMember(key: "list", value: .constant(["x", 2])),
                ]
            },
            ["u/1?#"]
        )
        #expect(
            request.url
                == "https://test.stytch.com/v1/users/u%2F1%3F%23/x?a%20b=%C3%A9%26%3D&n=1.50&t=true&empty=&list=x&list=2"
        )
        #expect(request.timeout == .seconds(3))
        #expect(request.bodyLimit == 99)
        #expect(request.body == nil)
    }

    @Test func `dots alone in a path are no steps`() throws {
        let request = try build(
            step { $0.path = [.literal("/v1/"), .value(.constant("..")), .literal("/"), .value(.constant("."))] }
        )
        #expect(request.url == "https://test.stytch.com/v1/%2E%2E/%2E")
    }

    @Test func `every request has a content type, a user agent and the project's credentials`() throws {
        // base64 of "project-1:secret-1"
        #expect(
            try build(step { _ in }).headers
                == HeaderList([
                    .init(name: "Content-Type", value: "application/json"),
                    .init(name: "User-Agent", value: "stytch-conformance/1.0.0"),
                    .init(name: "Authorization", value: "Basic cHJvamVjdC0xOnNlY3JldC0x"),
                ])
        )
    }

    @Test func `headers replace the defaults and null takes them out`() throws {
        let request = try build(
            step {
                $0.headers = [
                    HeaderTemplate(name: "content-type", value: .constant("text/plain")),
                    HeaderTemplate(name: "User-Agent", value: nil),
                    HeaderTemplate(name: "X-Number", value: .constant(7)),
                ]
                $0.authorization = .none
            }
        )
        #expect(
            request.headers
                == HeaderList([
                    .init(name: "content-type", value: "text/plain"), .init(name: "X-Number", value: "7"),
                ])
        )
    }

    @Test func `other credentials are sent as given`() throws {
        let basic = try build(step { $0.authorization = .basic(user: .constant("u"), password: .constant("p:w")) })
        // base64 of "u:p:w"
        #expect(basic.headers["authorization"] == "Basic dTpwOnc=")
        let bearer = try build(step { $0.authorization = .bearer(.hole(.variable(0))) }, ["tok"])
        #expect(bearer.headers["authorization"] == "Bearer tok")
    }

    @Test func `bodies keep number tokens and the order of members`() throws {
        let big = JSONNumber(token: "9007199254740993.10") ?? 0
        let template = Template.object([
            TemplateMember(key: "z", value: .constant(.number(big))),
            TemplateMember(key: "a", value: .text([.literal("x-"), .hole(.variable(0))])),
            TemplateMember(key: "m", value: .array([.hole(.variable(1)), .constant(nil)])),
        ])
        let request = try build(step { $0.body = .json(template) }, [5, ["k": true]])
        #expect(
            String(decoding: request.body ?? [], as: UTF8.self)
                == "{\"z\":9007199254740993.10,\"a\":\"x-5\",\"m\":[{\"k\":true},null]}"
        )
        #expect(try build(step { $0.body = .bytes([0xFF]) }).body == [0xFF])
        #expect(try build(step { $0.body = .text(.constant("{\"a\": ")) }).body == Array("{\"a\": ".utf8))
    }

    @Test func `what has no value or cannot stand in text is refused`() {
        #expect(throws: TemplateProblem.unset("variable_0")) {
            try build(step { $0.body = .json(.hole(.variable(0))) }, [nil])
        }
        #expect(throws: TemplateProblem.notText("variable_0")) {
            try build(step { $0.body = .json(.text([.literal("x"), .hole(.variable(0))])) }, [[1]])
        }
        #expect(throws: TemplateProblem.noAnswer) { try build(step { $0.body = .json(.hole(.status)) }) }
    }
}

@Suite struct PercentEncodingTests {
    @Test func `only letters, digits and four marks stay`() {
        #expect(PercentEncoding.encode("aZ09-._~") == "aZ09-._~")
        #expect(PercentEncoding.encode("+/= \u{1F600}") == "%2B%2F%3D%20%F0%9F%98%80")
        #expect(PercentEncoding.decode("a%2Bb%zz%4") == "a+b%zz%4")
        #expect(PercentEncoding.decode("%FF") == nil)
    }
}
