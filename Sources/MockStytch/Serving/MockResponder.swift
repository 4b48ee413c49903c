import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Hummingbird's side of the mock: takes requests apart, and hands answers on with what is wrong with them.
struct MockResponder: HTTPResponder {
    let api: MockAPI
    let control: MockControl
    /// In bytes.
    static let maximumBodySize = 1_048_576

    func respond(to request: Request, context: MockContext) async throws -> Response {
        var incoming = try await Self.incoming(request)
        // To others than this machine the control paths look like any unknown path.
        if incoming.target?.path.first?.isExactly("mock") == true, context.isLoopback {
            return FaultyResponse(reply: await control.reply(to: incoming)).response
        }
        if let (source, token) = api.outsideQuestion(of: incoming) {
            incoming.userinfo = await source.reply(about: token)
        }
        let reply = api.reply(to: incoming)
        // The fault that a case asked for is a late answer.
        if case .delay(let milliseconds) = reply.fault { try await Task.sleep(for: .milliseconds(milliseconds)) }
        let response = FaultyResponse(reply: reply, channel: context.channel)
        return incoming.method == "HEAD" ? response.headResponse : response.response
    }

    private static func incoming(_ request: Request) async throws -> IncomingRequest {
        IncomingRequest(
            method: request.method.rawValue,
            target: RequestTarget(request.head.path ?? ""),
            authorization: request.headers[values: .authorization],
            body: try await body(of: request)
        )
    }

    private static func body(of request: Request) async throws -> IncomingRequest.Body {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > maximumBodySize {
            return .tooLarge
        }
        do {
            return .bytes(Array((try await request.body.collect(upTo: maximumBodySize)).readableBytesView))
        } catch is NIOTooManyBytesError {
            return .tooLarge
        }
    }
}
