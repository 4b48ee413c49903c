import WireJSON

/// Turning what happened into what may be shown.
extension CaseJournal {
    func shown(
        _ found: [(step: Int, finding: RawFinding)],
        _ redactor: Redactor,
        position: (SourceLocation) -> FilePosition
    ) -> [Finding] {
        found.map { step, raw in
            let values = ShownText.pair(redactor.redactMarking(raw.expected), redactor.redactMarking(raw.actual))
            return Finding(
                code: raw.code,
                detail: raw.detail,
                subject: redactor.redact(raw.subject),
                expected: values.expected,
                actual: values.actual,
                note: raw.note.map { ShownText.value(redactor.redactMarking($0)) },
                position: raw.location.map(position),
                step: step,
                requirements: raw.requirements
            )
        }
    }

    func shownExchanges(
        _ redactor: Redactor,
        curlWords: [String] = [],
        sha256: ([UInt8]) -> String
    ) -> [ExchangeRecord] {
        exchanges.map { exchange in
            let request = exchange.request
            let response = exchange.response
            let requestBody = request.body.map {
                Self.shownBody($0, request.headers, redactor, sha256)
            }
            let responseBody = response.map {
                Self.shownBody($0.body, $0.headers, redactor, sha256)
            }
            return ExchangeRecord(
                step: exchange.step,
                operation: exchange.operation,
                method: request.method,
                url: redactor.redact(request.url),
                requestHeaders: Self.shown(request.headers, redactor),
                requestBody: requestBody?.text,
                requestSHA256: requestBody?.sha256,
                status: response?.status,
                httpVersion: response?.httpVersion,
                responseHeaders: response.map { Self.shown($0.headers, redactor) } ?? [],
                responseBody: responseBody?.text,
                responseSHA256: responseBody?.sha256,
                responseBytes: response?.body.count ?? 0,
                timings: exchange.timings,
                reusedConnection: response?.reusedConnection ?? false,
                sentAgainAfter: exchange.sentAgainAfter,
                curl: CurlCommand.text(
                    request,
                    sendsProjectCredentials: exchange.sendsProjectCredentials,
                    words: curlWords,
                    redactor
                )
            )
        }
    }

    private static func shownBody(
        _ bytes: [UInt8],
        _ headers: HeaderList,
        _ redactor: Redactor,
        _ sha256: ([UInt8]) -> String
    ) -> ShownText.Body {
        ShownText.body(
            bytes,
            contentType: headers["content-type"],
            encoding: headers["content-encoding"],
            redactor,
            sha256: sha256
        )
    }

    private static func shown(_ headers: HeaderList, _ redactor: Redactor) -> [HeaderList.Field] {
        headers.fields.map {
            HeaderList.Field(name: redactor.redact($0.name), value: redactor.redact($0.value))
        }
    }

    func cause(_ problem: CaseTrouble, _ redactor: Redactor, position: (SourceLocation) -> FilePosition) -> ErrorCause {
        ErrorCause(
            kind: problem.kind,
            message: redactor.redact(problem.message),
            hint: problem.hint.map(redactor.redact),
            code: problem.code,
            position: problem.location.map(position)
        )
    }
}
