import WireJSON

extension CorpusReading {
    /// Reads every suite: its opening once, then every expansion of every case.
    ///
    /// Suites are read side by side where the options say so. Where one has a mistake, all are read again one after the other: then what is
    /// told, and how much work a load may do, does not depend on which came first.
    mutating func readSuites() {
        let readings = suitesToRead()
        if readings.count > 1 {
            let work = library.work.copy()
            let read = options.sideBySide(readings.count) { place in
                var reading = readings[place]
                reading.read()
                return reading
            }
            if !read.contains(where: \.hasMistakes) {
                for reading in read { take(reading) }
                return
            }
            library.work = work
            library.knownExpectations = KnownExpectations()
        }
        for var reading in readings where !isOver {
            reading.library = library
            reading.problems = problems
            reading.read()
            problems = reading.problems
            take(reading)
        }
    }

    private mutating func take(_ reading: SuiteReading) {
        guard let suite = reading.suite else { return }
        library.suites.append(suite)
        if entries.isEmpty { entries = reading.entries } else { entries.append(contentsOf: reading.entries) }
    }

    /// The suites in their order, each with its share of the cases that may stay compiled.
    private func suitesToRead() -> [SuiteReading] {
        let suites = parsed.compactMap { file -> (id: String, file: ParsedFile, cases: Int)? in
            guard case .suite(let id) = file.role else { return nil }
            return (id, file, file.root["cases"]?.elements.reduce(0) { count, _ in count + 1 } ?? 0)
        }
        var left = CaseLibrary.mostKeptCases(of: suites.reduce(0) { $0 + $1.cases })
        return suites.enumerated().map { place, suite in
            defer { left -= min(left, suite.cases) }
            return SuiteReading(
                library: library,
                id: suite.id,
                file: suite.file,
                place: Int32(place),
                keepableCases: left
            )
        }
    }
}
