import Conformance
import Foundation

/// How the program ends; other programs rely on these numbers.
enum ExitStatus: Int32, CaseIterable {
    /// All as expected.
    case success = 0
    /// Something unexpected was found.
    case unexpected = 1
    /// Options or case files are wrong; nothing was sent.
    case wrongInput = 2
    /// The target could not be reached, or a report not be written.
    case outOfReach = 3
    /// The selection matches no case, or there is nothing to decode.
    case nothingSelected = 4
    /// A comparison found a regression.
    case regression = 5
    /// A fault of our own.
    case ourFault = 70
    case hungUp = 129
    case interrupted = 130
    case terminated = 143

    /// The status that stands for the larger harm.
    static func worst(_ statuses: [ExitStatus]) -> ExitStatus {
        let order: [ExitStatus] = [
            .interrupted, .terminated, .hungUp, .ourFault, .outOfReach, .wrongInput, .nothingSelected, .regression,
            .unexpected,
        ]
        return order.first(where: statuses.contains) ?? .success
    }

    /// What a run's result alone amounts to.
    init(_ result: RunResult) {
        var statuses: [ExitStatus] = []
        let notable = result.notableCases
        if notable.contains(where: { result.failsRun($0.verdict) }) || !result.knownFailureProblems.isEmpty {
            statuses.append(.unexpected)
        }
        if notable.contains(where: \.isOurFault) { statuses.append(.ourFault) }
        if result.targetWasOutOfReach { statuses.append(.outOfReach) }
        self = .worst(statuses)
    }

    /// Ends the program.
    func exit() -> Never {
        Foundation.exit(rawValue)
    }
}

extension RunResult {
    /// Whether no request of the whole run reached the target.
    var targetWasOutOfReach: Bool {
        let unreached = cases.filter(\.foundNoTarget)
        return !unreached.isEmpty && cases.allSatisfy { $0.exchangeCount == 0 || $0.foundNoTarget }
    }
}

extension CaseResult {
    /// Whether the engine itself failed.
    fileprivate var isOurFault: Bool {
        (attempts.map(\.outcome) + [outcome]).contains { outcome in
            if case .errored(let cause) = outcome { cause.kind == .internal } else { false }
        }
    }

    /// Whether there was no connection to the target.
    fileprivate var foundNoTarget: Bool {
        guard case .errored(let cause) = outcome, let code = cause.code else { return false }
        return TransportWords.namesNoConnection(code)
    }
}
