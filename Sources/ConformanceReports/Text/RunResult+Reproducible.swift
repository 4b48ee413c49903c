package import Conformance
package import WireJSON

extension RunResult {
    /// The same result as if it had begun at `moment` and nothing had taken any time, so that equal runs write equal reports.
    ///
    /// The id of the run becomes `reproducible`, and the mock's address, whose port is another each time, `http://mock`.
    /// What a server made up (ids, tokens) stays as it came. How many connections were opened and which were used again depends on
    /// what meets when, so it is left at zero. The order in which cases began leaves no mark either.
    package func reproducible(at moment: Timestamp) -> RunResult {
        var copy = self
        copy.started = moment
        copy.duration = .zero
        copy.clockOffset = .zero
        copy.runID = "reproducible"
        copy.baseURL = shown(baseURL)
        copy.order = .corpus
        copy.times = []
        copy.transfers.newConnections = 0
        copy.transfers.reusedConnections = 0
        for index in copy.cases.indices {
            copy.cases[index].duration = .zero
            copy.cases[index].startedAfter = .zero
            copy.cases[index].moveStart(from: started.text, to: moment.text)
            for exchange in copy.cases[index].exchanges.indices {
                makeReproducible(&copy.cases[index].exchanges[exchange])
            }
            for attempt in copy.cases[index].attempts.indices {
                copy.cases[index].attempts[attempt].duration = .zero
                copy.cases[index].attempts[attempt].startedAfter = .zero
                if var exchange = copy.cases[index].attempts[attempt].exchange {
                    makeReproducible(&exchange)
                    copy.cases[index].attempts[attempt].exchange = exchange
                }
            }
        }
        return copy
    }

    private func makeReproducible(_ exchange: inout ExchangeRecord) {
        exchange.timings = TransferTimings()
        exchange.reusedConnection = false
        if exchange.sentAgainAfter != nil { exchange.sentAgainAfter = .zero }
        exchange.url = shown(exchange.url)
        exchange.curl = shown(exchange.curl)
    }

    private func shown(_ text: String) -> String {
        guard target.utf8.elementsEqual("mock".utf8), !baseURL.isEmpty else { return text }
        return text.replacingExactly(baseURL, with: "http://mock")
    }
}
