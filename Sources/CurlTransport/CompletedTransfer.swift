import Conformance

/// A whole answer as the loop hands it over; its headers are read where it is wanted, not on the loop's thread.
struct CompletedTransfer: Sendable {
    var status: Int
    var httpVersion: String
    var headerBytes: [UInt8]
    var body: [UInt8]
    var marks: TimeMarks

    var response: TransferResponse {
        TransferResponse(
            status: status,
            httpVersion: httpVersion,
            headers: HeaderList(answerLines: headerBytes),
            body: body,
            timings: marks.timings,
            reusedConnection: !marks.opensConnection
        )
    }
}
