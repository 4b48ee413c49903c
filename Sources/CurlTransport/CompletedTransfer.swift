import Conformance

/// A whole answer as the loop hands it over.
struct CompletedTransfer: Sendable {
    var status: Int
    var httpVersion: String
    var head: AnswerHead
    var body: [UInt8]
    var marks: TimeMarks

    var response: TransferResponse {
        TransferResponse(
            status: status,
            httpVersion: httpVersion,
            headers: head.headers,
            body: body,
            timings: marks.timings,
            reusedConnection: !marks.opensConnection
        )
    }
}
