@testable import Conformance

/// Waits, without a clock, until the task is cancelled.
func waitForCancellation() async {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    await withTaskCancellationHandler {
        for await _ in stream {}
    } onCancel: {
        continuation.finish()
    }
}

extension TransportError {
    /// Cancelled requests fail as the real transport's do.
    static let cancelled = TransportError(code: .cancelled, message: "cancelled", nothingWasSent: false)
}
