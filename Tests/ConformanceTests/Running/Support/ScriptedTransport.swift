import Synchronization
import Testing
import WireJSON

@testable import Conformance

/// A transport in memory: a closure answers each request, and what was asked is kept.
final class ScriptedTransport: Transport {
    typealias Answering =
        @Sendable (_ request: TransferRequest, _ number: Int) async throws(TransportError) -> TransferResponse

    private let requests = Mutex<[TransferRequest]>([])
    private let answer: Answering
    let executor: (any TaskExecutor)?

    init(executor: (any TaskExecutor)? = nil, _ answer: @escaping Answering) {
        self.answer = answer
        self.executor = executor
    }

    func send(_ request: TransferRequest) async throws(TransportError) -> TransferResponse {
        let number = requests.withLock { requests in
            requests.append(request)
            return requests.count
        }
        return try await answer(request, number)
    }

    var sent: [TransferRequest] {
        requests.withLock { $0 }
    }

    /// `GET /v1/sessions?user_id=u`, in the order of sending.
    var lines: [String] {
        sent.map { "\($0.method) \($0.url.dropFirst(TestRun.baseURL.count))" }
    }
}

extension TransferResponse {
    static func json(_ status: Int, _ body: String, headers: [(String, String)] = []) -> TransferResponse {
        TransferResponse(
            status: status,
            headers: HeaderList(
                [HeaderList.Field(name: "Content-Type", value: "application/json")]
                    + headers.map { HeaderList.Field(name: $0.0, value: $0.1) }
            ),
            body: Array(body.utf8)
        )
    }
}

extension TransportError {
    static let refused = TransportError(
        code: Code(number: 7, name: "CURLE_COULDNT_CONNECT"),
        message: "nothing listens on 127.0.0.1:9",
        hint: "start the mock with 'stytch-conformance serve'",
        nothingWasSent: true
    )
    static let broken = TransportError(
        code: Code(number: 56, name: "CURLE_RECV_ERROR"),
        message: "the connection was reset",
        nothingWasSent: false
    )
    static let slow = TransportError(
        code: Code(number: 28, name: "CURLE_OPERATION_TIMEDOUT"),
        message: "no whole answer within 10 s",
        nothingWasSent: false
    )
}
