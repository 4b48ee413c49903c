import Conformance
import WireJSON

/// Which part of a run it is, and what makes all parts into the run.
package struct EncodedShard: Decodable, Sendable, Equatable {
    /// Counted from 1.
    package var index: Int
    package var total: Int
    /// SHA-256 of all case files.
    package var corpus: String
    /// The command of the run without shard and selection.
    package var command: String
    /// What all shards together were to run, in corpus order.
    package var plan: [EncodedPlanFile]
    /// The list of known failures; missing where it is empty.
    package var knownFailures: [EncodedKnownFailureListing]?

    init(_ record: ShardRecord) {
        index = record.shard.index
        total = record.shard.total
        corpus = record.corpus
        command = record.command
        plan = record.plan.map(EncodedPlanFile.init)
        knownFailures = record.knownFailures.map(EncodedKnownFailureListing.init).nonEmpty
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("index", index)
        members.add("total", total)
        members.add("corpus", corpus)
        members.add("command", command)
        members.add("plan", JSONFragment(list: plan.map(\.json)))
        members.add("knownFailures", (knownFailures ?? []).map(\.json))
        return members.object
    }

    /// What the result of a shard says of it.
    func decoded(at pointer: JSONPointer) throws(ResultsReader.Problem) -> ShardRecord {
        guard let shard = Shard(index: index, of: total) else {
            throw .malformed(pointer: pointer, expected: "one of the shards", actual: "\(index)/\(total)")
        }
        return ShardRecord(
            shard: shard,
            corpus: corpus,
            command: command,
            plan: plan.map { ShardRecord.File(path: $0.file, cases: $0.cases) },
            knownFailures: (knownFailures ?? []).map(\.decoded)
        )
    }
}

/// The cases of one file that were to be run.
package struct EncodedPlanFile: Decodable, Sendable, Equatable {
    package var file: String
    package var cases: [String]

    init(_ file: ShardRecord.File) {
        self.file = file.path
        cases = file.cases
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("file", file)
        members.add("cases", cases)
        return members.object
    }
}

/// An entry of the list of known failures as the run asked it.
package struct EncodedKnownFailureListing: Decodable, Sendable, Equatable {
    /// A glob over the ids of cases.
    package var `case`: String
    package var reason: String
    package var link: String?
    package var until: String
    /// How the first finding begins.
    package var message: String
    package var position: EncodedPosition
    /// Whether it holds for the target.
    package var holds: Bool
    /// Whether its last day was over.
    package var ended: Bool
    /// How many cases of the whole corpus it names.
    package var cases: Int

    init(_ listing: KnownFailureListing) {
        `case` = listing.pattern
        reason = listing.reason
        link = listing.link
        until = listing.until
        message = listing.message
        position = EncodedPosition(listing.position)
        holds = listing.isOfTarget
        ended = listing.isEnded
        cases = listing.cases
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("case", `case`)
        members.add("reason", reason)
        members.add("link", link)
        members.add("until", until)
        members.add("message", message)
        members.add("position", position.json)
        members.add("holds", holds)
        members.add("ended", ended)
        members.add("cases", cases)
        return members.object
    }

    fileprivate var decoded: KnownFailureListing {
        KnownFailureListing(
            pattern: `case`,
            reason: reason,
            link: link,
            until: until,
            message: message,
            position: position.decoded,
            isOfTarget: holds,
            isEnded: ended,
            cases: cases
        )
    }
}
