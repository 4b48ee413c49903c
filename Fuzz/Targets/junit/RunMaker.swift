import Conformance
import WireJSON

/// Makes any run that the types allow, out of bytes.
struct RunMaker {
    private var input: FuzzInput

    init(_ input: FuzzInput) {
        self.input = input
    }

    mutating func run() -> RunResult {
        var run = RunResult(
            target: text(),
            baseURL: text(),
            runID: text(),
            started: Timestamp(secondsSince1970: Int64(input.anyNumber() >> 28)),
            duration: duration(),
            cases: []
        )
        if input.bool() { run.interruption = text() }
        while !input.isEmpty, run.cases.count < 8 { run.cases.append(testCase(like: run.cases.last)) }
        return run
    }

    /// Sometimes in the file of the one before, sometimes of its name.
    private mutating func testCase(like previous: CaseResult?) -> CaseResult {
        let suite = previous.flatMap { input.bool() ? $0.suite : nil } ?? text()
        let id = previous.flatMap { input.number(below: 8) == 0 ? $0.id : nil } ?? suite + "/" + text()
        let file = previous.flatMap { input.bool() ? $0.position.file : nil } ?? text()
        var result = CaseResult(
            id: id,
            suite: suite,
            position: FilePosition(file: file, line: input.number(below: 99), column: 1),
            outcome: outcome()
        )
        result.duration = duration()
        result.startedAfter = duration()
        for _ in 0..<input.number(below: 4) { result.findings.append(finding()) }
        for _ in 0..<input.number(below: 4) { result.exchanges.append(exchange()) }
        result.exchangeCount = result.exchanges.count
        return result
    }

    private mutating func outcome() -> Outcome {
        switch input.number(below: 5) {
        case 0: .passed
        case 1: .failed
        case 2:
            .errored(
                ErrorCause(
                    kind: input.element(of: ErrorCause.Kind.allCases, else: .transport),
                    message: text(),
                    hint: optionalText(),
                    code: optionalText(),
                    position: input.bool() ? FilePosition(file: text(), line: 1, column: 2) : nil
                )
            )
        case 3: .skipped(text())
        default: .notRun(text())
        }
    }

    private mutating func finding() -> Finding {
        Finding(
            code: input.element(of: Finding.Code.allCases, else: .body),
            subject: text(),
            expected: text(),
            actual: text(),
            note: optionalText(),
            position: input.bool() ? FilePosition(file: text(), line: 3, column: 4) : nil,
            step: input.number(below: 3)
        )
    }

    private mutating func exchange() -> ExchangeRecord {
        var record = ExchangeRecord(step: input.number(below: 3), operation: nil, method: text(), url: text())
        for _ in 0..<input.number(below: 3) {
            record.requestHeaders.append(HeaderList.Field(name: text(), value: text()))
            record.responseHeaders.append(HeaderList.Field(name: text(), value: text()))
        }
        record.requestBody = optionalText()
        if input.bool() {
            record.status = input.anyNumber()
            record.httpVersion = optionalText()
            record.responseBody = optionalText()
            record.responseBytes = input.anyNumber()
        }
        record.timings.total = duration()
        record.curl = text()
        return record
    }

    private mutating func optionalText() -> String? {
        input.bool() ? text() : nil
    }

    /// Mostly as the input has it; at times repeated, so that limits are reached: seldom, as that takes its time.
    private mutating func text() -> String {
        let text = input.text(atMost: 60)
        let times = input.number(below: 64)
        return times == 15 ? String(repeating: text, count: 1 + input.number(below: 64)) : text
    }

    private mutating func duration() -> Duration {
        switch input.number(below: 4) {
        case 0: .zero
        case 1: .microseconds(input.anyNumber() >> 24)
        case 2: .milliseconds(input.number(below: 256))
        default: .seconds(input.anyNumber() >> 24)
        }
    }
}
