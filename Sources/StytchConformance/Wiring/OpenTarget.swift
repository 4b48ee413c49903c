import Conformance
import CurlTransport
import MockStytch
import Synchronization

/// Opens the transport and, where it is asked for, the mock; both are closed when `body` has returned or thrown.
///
/// - Throws: what `body` throws; `CommandFailure` with status 3 where the target does not answer at all, and with status 2
///   where it needs credentials that are not there.
func withOpenTarget<Value>(
    _ configuration: TargetConfiguration,
    timeout: Duration,
    lanes: Int,
    stopper: Stopper,
    _ body: (Target, CurlClient) async throws -> Value
) async throws -> Value {
    let options = configuration.connection
    switch configuration.place {
    case .mock(let flaw):
        return try await withMockServer(MockServerOptions(flaw: flaw)) { mock in
            try await withCurlTransport(options, lanes: lanes) { client in
                let probe = OfferProbe(baseURL: mock.baseURL, name: configuration.name, timeout: timeout)
                let offers = try await probe.offers(over: client, stopper)
                let target = Target(
                    name: configuration.name,
                    baseURL: mock.baseURL,
                    projectID: mock.projectID,
                    secret: mock.secret,
                    offers: offers.union(configuration.offers),
                    isMock: true
                )
                return try await body(target, client)
            }
        }
    case .remote(let baseURL):
        return try await withCurlTransport(options, lanes: lanes) { client in
            let probe = OfferProbe(baseURL: baseURL, name: configuration.name, timeout: timeout)
            let said = configuration.asksForOffers ? try await probe.offers(over: client, stopper) : []
            return try await body(try remoteTarget(configuration, baseURL, said), client)
        }
    }
}

private func remoteTarget(
    _ configuration: TargetConfiguration,
    _ baseURL: String,
    _ said: Set<String>
) throws -> Target {
    let offers = said.union(configuration.offers)
    guard configuration.credentials != nil || offers.contains(Offer.projects.rawValue) else {
        throw CommandFailure.missingCredentials(configuration.missingCredentials, for: configuration.name)
    }
    return Target(
        name: configuration.name,
        baseURL: baseURL,
        projectID: configuration.credentials?.projectID ?? "",
        secret: configuration.credentials?.secret ?? "",
        offers: offers,
        // A target that makes projects is a mock, of ours or of someone who follows docs/mock.md.
        isMock: said.contains(Offer.projects.rawValue)
    )
}

/// The first request to a target: what it offers beside the API.
struct OfferProbe {
    var baseURL: String
    var name: String
    var timeout: Duration

    /// The words of `GET /mock/offers`; none where it is answered by anything but a list.
    func offers(over transport: some Transport, _ stopper: Stopper) async throws -> Set<String> {
        let request = TransferRequest(method: "GET", url: baseURL + "/mock/offers", timeout: timeout)
        let sending = Task<Result<TransferResponse, TransportError>, Never> {
            do throws(TransportError) {
                return .success(try await transport.send(request))
            } catch {
                return .failure(error)
            }
        }
        stopper.onStop { sending.cancel() }
        switch await sending.value {
        case .success(let response):
            guard !PlainToTLS.isSaid(by: response) else { throw PlainToTLS.failure(name) }
            return response.status == 200 ? Target.offers(parsing: response.body) ?? [] : []
        case .failure(let error):
            if let request = stopper.request {
                throw CommandFailure(request.status, "stopped by \(request.name) before a case began")
            }
            throw CommandFailure(
                .outOfReach,
                "the target '\(name)' could not be reached: \(error.message)",
                hint: PlainToTLS.hint(error, baseURL)
            )
        }
    }
}

/// Hands a signal on to whatever is at work when it comes.
final class Stopper: Sendable {
    private struct State {
        var request: SignalWatch.Request?
        var actions: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    /// The signal, once one has come.
    var request: SignalWatch.Request? { state.withLock { $0.request } }

    /// Calls `action` when a signal comes, at once where one has come already.
    func onStop(_ action: @escaping @Sendable () -> Void) {
        let isOver = state.withLock { state in
            state.actions.append(action)
            return state.request != nil
        }
        if isOver { action() }
    }

    /// Says that a signal has come.
    func stop(_ request: SignalWatch.Request) {
        let actions = state.withLock { state in
            state.request = state.request ?? request
            return state.actions
        }
        for action in actions { action() }
    }
}
