import Foundation

/// Does what blocks on a thread of its own, and gives what came of it.
///
/// Swift's pool has a thread a core: a test that blocks one holds up every other test, until their time limits pass.
package func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}

/// Lends what was opened to `body` and closes it on a thread of its own, whether `body` returns or throws.
package func lending<Lent: Sendable, Value>(
    _ open: @escaping @Sendable () throws -> Lent,
    close: @escaping @Sendable (Lent) -> Void,
    _ body: (Lent) async throws -> Value
) async throws -> Value {
    let lent = try await onOwnThread(open)
    do {
        let value = try await body(lent)
        try await onOwnThread { close(lent) }
        return value
    } catch {
        try await onOwnThread { close(lent) }
        throw error
    }
}
