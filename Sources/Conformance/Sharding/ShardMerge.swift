/// The shards of a run made into the run itself, or why they are none.
package enum ShardMerge {
    /// One file with the result of a shard.
    package struct Part: Sendable {
        /// The path of the file, for people.
        package var name: String
        /// The version of the program that wrote it.
        package var program: String
        package var result: RunResult

        package init(name: String, program: String, result: RunResult) {
            self.name = name
            self.program = program
            self.result = result
        }
    }

    /// Why shards are no whole run: each line says one thing that is missing or does not fit.
    package struct Refusal: Error, Sendable, Equatable {
        package var lines: [String]
        /// The shards that are missing, in their order.
        package var shards: [Shard] = []

        /// Whether something is missing that can be run again.
        package var isOfMissing: Bool { lines.contains { $0.utf8.starts(with: "missing: ".utf8) } }

        package init(_ lines: [String], shards: [Shard] = []) {
            self.lines = lines
            self.shards = shards
        }
    }

    /// The most lines about cases.
    static let namedCases = 100
    /// The most cases that are missing and named, each on a line of its own.
    static let namedMissing = 10
    /// The most shards that are missing and named.
    static let namedShards = 20

    /// Makes parts into the run that they are parts of, whatever their order.
    ///
    /// Times are those of the parts side by side: the run begins with the first of them and ends with the last.
    ///
    /// - Throws: `Refusal` where a shard or a case is missing or there twice, or where the parts are not of one run.
    package static func merge(_ parts: [Part]) throws(Refusal) -> RunResult {
        let members = try members(of: parts)
        try checkAgreement(members)
        try checkShards(members)
        let cases = try checkCases(members)
        return result(members, cases)
    }

    /// A part with what it says of its shard.
    struct Member {
        var part: Part
        var record: ShardRecord

        var result: RunResult { part.result }
        /// `shard 2/5 ('two.json')`.
        var words: String { "shard \(record.shard) ('\(part.name)')" }
    }

    /// The parts by their numbers.
    private static func members(of parts: [Part]) throws(Refusal) -> [Member] {
        var members: [Member] = []
        var lines: [String] = []
        for part in parts {
            if let record = part.result.shard {
                members.append(Member(part: part, record: record))
            } else {
                lines.append("'\(part.name)' is of a whole run, not of a shard")
            }
        }
        guard lines.isEmpty else { throw Refusal(lines) }
        guard !members.isEmpty else { throw Refusal(["there is no result of a shard"]) }
        return members.sorted { one, other in
            one.record.shard.index == other.record.shard.index
                ? one.part.name.utf8.lexicographicallyPrecedes(other.part.name.utf8)
                : one.record.shard.index < other.record.shard.index
        }
    }

    // MARK: Whether they are of one run

    private static func checkAgreement(_ members: [Member]) throws(Refusal) {
        guard let first = members.first else { return }
        let lines = members.dropFirst().flatMap { differences($0, first) }
        guard lines.isEmpty else { throw Refusal(lines) }
    }

    private static func differences(_ member: Member, _ first: Member) -> [String] {
        func line(_ what: String, _ own: String, _ others: String) -> String {
            "\(member.words) \(what): expected \(others), as in \(first.words), got \(own)"
        }
        let (own, other) = (member.result, first.result)
        var lines: [String] = []
        if member.record.shard.total != first.record.shard.total {
            lines.append(
                line("is one of another number", "\(member.record.shard.total)", "\(first.record.shard.total)")
            )
        }
        if !member.part.program.isSame(as: first.part.program) {
            lines.append(
                line("was run by another version of the program", member.part.program, first.part.program)
            )
        }
        if !own.target.isSame(as: other.target) {
            lines.append(line("ran against another target", "'\(own.target)'", "'\(other.target)'"))
        } else if !member.record.command.isSame(as: first.record.command) {
            lines.append(
                line("was run in another way", "'\(member.record.command)'", "'\(first.record.command)'")
            )
        }
        if own.selection != other.selection {
            lines.append(line("was asked for other cases", own.selection.words, other.selection.words))
        }
        if !member.record.corpus.isSame(as: first.record.corpus) {
            lines.append(
                line(
                    "read other case files, or the same with other contents",
                    "digest \(member.record.corpus.prefix(12))",
                    "digest \(first.record.corpus.prefix(12))"
                )
            )
        } else if member.record.plan != first.record.plan {
            lines.append(line("was to run other cases", planWords(member.record), planWords(first.record)))
        }
        return lines
    }

    private static func planWords(_ record: ShardRecord) -> String {
        let (cases, files) = (record.plannedCount, record.plan.count)
        let counts = "\(cases) case\(cases == 1 ? "" : "s") of \(files) file\(files == 1 ? "" : "s")"
        return "\(counts), the first of them '\(record.plan.first?.path ?? "")'"
    }

    // MARK: Whether nothing is missing

    private static func checkShards(_ members: [Member]) throws(Refusal) {
        guard let first = members.first else { return }
        var lines: [String] = []
        for (one, other) in zip(members, members.dropFirst()) where one.record.shard == other.record.shard {
            lines.append("shard \(one.record.shard) is there twice: '\(one.part.name)' and '\(other.part.name)'")
        }
        let there = Set(members.map(\.record.shard.index))
        let missing = (1...first.record.shard.total).filter { !there.contains($0) }
        let shards = missing.compactMap { Shard(index: $0, of: first.record.shard.total) }
        if !shards.isEmpty {
            let more = shards.count > namedShards ? " and \(shards.count - namedShards) more" : ""
            let names = shards.prefix(namedShards).map { "\($0)" }.joined(separator: ", ")
            lines.append("missing: shard\(shards.count == 1 ? "" : "s") \(names)\(more)")
            lines += missingCases(members)
        }
        guard lines.isEmpty else { throw Refusal(lines, shards: shards) }
    }

    /// What no part has, told once.
    private static func missingCases(_ members: [Member]) -> [String] {
        let there = Set(members.flatMap { $0.result.cases.map { Array($0.id.utf8) } })
        let planned = members.first?.record.plan.flatMap(\.cases) ?? []
        let missing = planned.filter { !there.contains(Array($0.utf8)) }
        guard !missing.isEmpty else { return [] }
        let more = missing.count > namedMissing ? ["  and \(missing.count - namedMissing) more"] : []
        return ["missing: \(missing.count) of \(planned.count) cases:"]
            + missing.prefix(namedMissing).map { "  '\($0)'" }
            + more
    }

    /// The cases by the UTF-8 of their ids, each with the number of its part; all that were planned and no other.
    private static func checkCases(_ members: [Member]) throws(Refusal) -> [[UInt8]: (member: Int, place: Int)] {
        var found: [[UInt8]: (member: Int, place: Int)] = [:]
        let planned = Set((members.first?.record.plan ?? []).flatMap { $0.cases.map { Array($0.utf8) } })
        var lines: [String] = []
        for (number, member) in members.enumerated() {
            for (place, result) in member.result.cases.enumerated() {
                let key = Array(result.id.utf8)
                if let other = found[key] {
                    lines.append(
                        "case '\(result.id)' is in \(members[other.member].words) and \(member.words): "
                            + "the run was split in different ways"
                    )
                } else if !planned.contains(key) {
                    lines.append("case '\(result.id)' of \(member.words) was not planned")
                }
                found[key] = (number, place)
            }
        }
        lines += missingCases(members)
        guard lines.isEmpty else { throw Refusal(Array(lines.prefix(namedCases))) }
        return found
    }
}

extension String {
    /// Whether two texts have the same bytes.
    func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension Selection {
    /// `--filter 'a/*'`, or `all`.
    var words: String {
        let words =
            paths.map { "'\($0)'" } + filters.map { "--filter '\($0)'" } + tags.map { "--tag '\($0)'" }
            + (ids.map { ["\($0.count) by name"] } ?? [])
        return words.isEmpty ? "all" : words.joined(separator: " ")
    }
}
