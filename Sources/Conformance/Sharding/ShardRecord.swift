import WireJSON

/// What the result of a shard says beside its own cases, so that all shards can be made into the run they are parts of.
package struct ShardRecord: Sendable, Hashable {
    /// The cases of one file, in corpus order.
    package struct File: Sendable, Hashable {
        package var path: String
        package var cases: [String]

        package init(path: String, cases: [String]) {
            self.path = path
            self.cases = cases
        }
    }

    package var shard: Shard
    /// SHA-256, in hexadecimal, of all files of the corpus.
    package var corpus: String
    /// The command of the run without shard and selection, which reports show to repeat a case.
    package var command: String
    /// What all shards together were to run, in corpus order.
    package var plan: [File]
    /// The list of known failures, as the run asks it.
    package var knownFailures: [KnownFailureListing]

    package init(
        shard: Shard,
        corpus: String,
        command: String = "stytch-conformance run",
        plan: [File],
        knownFailures: [KnownFailureListing] = []
    ) {
        self.shard = shard
        self.corpus = corpus
        self.command = command
        self.plan = plan
        self.knownFailures = knownFailures
    }

    /// How many cases all shards together were to run.
    package var plannedCount: Int { plan.reduce(0) { $0 + $1.cases.count } }
}

extension ShardRecord {
    /// What the result of a shard is to say.
    ///
    /// - Parameters:
    ///   - shard: Which part it is.
    ///   - corpus: With all its files.
    ///   - command: Of the run, without shard and selection.
    ///   - plan: Of the whole selection.
    ///   - target: As `--target` names it.
    ///   - day: The day of the run in UTC.
    ///   - sha256: The digest of bytes, in hexadecimal.
    package init(
        _ shard: Shard,
        of corpus: Corpus,
        command: String,
        plan: RunPlan,
        target: String,
        day: String,
        sha256: ([UInt8]) -> String
    ) {
        var files: [File] = []
        let positions = corpus.positionsOfEntries()
        for item in plan.items {
            let path = positions[item.entry].file
            if files.last?.path.utf8.elementsEqual(path.utf8) != true { files.append(File(path: path, cases: [])) }
            files[files.count - 1].cases.append(corpus.entries[item.entry].id)
        }
        let list = KnownFailureList(
            corpus.knownFailures,
            target: target,
            day: day,
            position: { corpus.position(of: $0) }
        )
        self.init(
            shard: shard,
            corpus: Self.digest(of: corpus, sha256),
            command: command,
            plan: files,
            knownFailures: list.listings(of: corpus.entries)
        )
    }

    /// Of the files alone: what `--variable` says may be a secret, of which nothing is told.
    package static func digest(of corpus: Corpus, _ sha256: ([UInt8]) -> String) -> String {
        let files = corpus.files.filter { !$0.path.utf8.elementsEqual(SourceFile.variablesPath.utf8) }
        let digests = files.map { sha256($0.document.bytes) }
        return sha256(Array(digests.joined(separator: "\n").utf8))
    }
}

extension RunPlan {
    /// The part of the plan that is a shard's; `durations` by the UTF-8 of ids, nil to count cases alone.
    package func part(_ shard: Shard, of entries: [CaseEntry], durations: [[UInt8]: Duration]? = nil) -> RunPlan {
        let ids = items.map { entries[$0.entry].id }
        let parts = ShardSplit.parts(of: ids, into: shard.total, durations: durations)
        var part = self
        part.items = zip(items, parts).filter { $0.1 == shard.index }.map(\.0)
        return part
    }

    /// The same decisions about other items: those that another plan of the same corpus has.
    package func keeping(_ other: RunPlan) -> RunPlan {
        let kept = Set(other.items.map(\.entry))
        var plan = self
        plan.items = items.filter { kept.contains($0.entry) }
        return plan
    }
}
