import Conformance
import WireJSON

/// How long the answers of one operation took.
package struct EncodedTimes: Decodable, Sendable, Equatable {
    package var operation: String
    /// How many answers there were.
    package var answers: Int
    package var longestMicroseconds: Int64
    /// A sample stands for so many answers.
    package var every: Int
    /// From the start of the run to the end of each answer that is kept.
    package var endedAfterMicroseconds: [Int64]
    /// How long each of these took, in the same order, without making the connection.
    package var tookMicroseconds: [Int64]

    init(_ times: OperationTimes) {
        operation = times.operation
        answers = times.answers
        longestMicroseconds = Quantity.microseconds(times.longest)
        every = times.every
        endedAfterMicroseconds = times.samples.map { Quantity.microseconds($0.endedAfter) }
        tookMicroseconds = times.samples.map { Quantity.microseconds($0.took) }
    }

    var json: JSONFragment {
        var members = JSONMembers()
        members.add("operation", operation)
        members.add("answers", answers)
        members.add("longestMicroseconds", longestMicroseconds)
        members.add("every", every)
        members.add("endedAfterMicroseconds", JSONFragment(numbers: endedAfterMicroseconds))
        members.add("tookMicroseconds", JSONFragment(numbers: tookMicroseconds))
        return members.object
    }
}
