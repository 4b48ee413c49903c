import Synchronization
import WireJSON

/// The values that no two answers of a run may share, kept as fingerprints so that long runs stay small.
final class UniqueValues: Sendable {
    /// 128 bits of two differently seeded hashes: two values of one run share one with a chance that may be neglected.
    private struct Fingerprint: Hashable {
        var low: Int
        var high: Int
    }

    /// A part of the set with a lock of its own, so that cases seldom wait for each other.
    private final class Shard: Sendable {
        let owners = Mutex<[Fingerprint: Int32]>([:])
    }

    private let shards: [Shard]

    init() {
        shards = (0..<16).map { _ in Shard() }
    }

    /// Enters a value for a case, or gives the case that had it before.
    func insert(_ value: JSONView, at pointer: Int, ofCase index: Int) -> Int? {
        let fingerprint = Self.digest(value, pointer)
        return shards[fingerprint.low & 15].owners.withLock { owners in
            if let owner = owners[fingerprint] { return Int(owner) }
            owners[fingerprint] = Int32(truncatingIfNeeded: index)
            return nil
        }
    }

    private static func digest(_ value: JSONView, _ pointer: Int) -> Fingerprint {
        var text = value.value.text(.canonical)
        var low = Hasher()
        low.combine(pointer)
        var high = Hasher()
        high.combine(-1 - pointer)
        text.withUTF8 { bytes in
            low.combine(bytes: UnsafeRawBufferPointer(bytes))
            high.combine(bytes: UnsafeRawBufferPointer(bytes))
        }
        return Fingerprint(low: low.finalize(), high: high.finalize())
    }
}
