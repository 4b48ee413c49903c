// Reading, decoding and findings against Foundation's JSONDecoder: the same bytes into the same model, on one thread.
//
//     decode ANSWER.json [ROUNDS] [TIMES]
//     decode ANSWER.json --only NAME TIMES      one contender alone, for a profiler
import Foundation
import SessionModels
import WireJSON

typealias Model = Sessions.GetResponse

/// One way to make a value of the bytes; a fault of the answer stops the program, as its figures would mean nothing.
struct Contender {
    let name: String
    let words: String
    let once: () -> Int
}

func contenders(_ bytes: [UInt8]) -> [Contender] {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    let document = checked("the answer is JSON") { try JSONDocument(bytes) }
    return [
        Contender(name: "foundation", words: "JSONDecoder") {
            checked("JSONDecoder decodes the answer") { try decoder.decode(Model.self, from: data) }.sessions.count
        },
        Contender(name: "reader", words: "reader, tracing decoder and findings") {
            let document = checked("the answer is JSON") { try JSONDocument(bytes) }
            return sessions(in: document)
        },
        Contender(name: "reading", words: "reader alone") {
            checked("the answer is JSON") { try JSONDocument(bytes) }.root.offset + 1
        },
        Contender(name: "decoding", words: "tracing decoder and findings alone") { sessions(in: document) },
        Contender(name: "folding", words: "observed shape alone") { [shape = FoldedShape()] in shape.fold(document) },
    ]
}

/// A shape that goes on from time to time, as that of a run does.
final class FoldedShape {
    private var shape = ObservedShape()

    func fold(_ document: JSONDocument) -> Int {
        shape.fold(document)
        return shape.count
    }
}

func sessions(in document: JSONDocument) -> Int {
    let decoded = TracingDecoder().decode(Model.self, from: document.root)
    guard let value = decoded.value, decoded.findings.isEmpty else {
        stop("expected no findings, found \(decoded.findings.count)")
    }
    return value.sessions.count
}

/// User and system time of this process so far, in nanoseconds: waiting for a processor does not count.
func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}

func measure(_ contender: Contender, times: Int) -> Int {
    let start = processorTime()
    for _ in 0..<times where contender.once() == 0 { stop("expected a value from \(contender.words)") }
    return processorTime() - start
}

func compare(_ contenders: [Contender], rounds: Int, times: Int) {
    var figures: [[Int]] = contenders.map { _ in [] }
    for round in 0...rounds {
        for (place, contender) in contenders.enumerated() {
            let time = measure(contender, times: times)
            // The first round warms caches and metadata.
            if round > 0 { figures[place].append(time) }
        }
    }
    let medians = figures.map { $0.sorted()[$0.count / 2] }
    print("median of \(rounds) rounds of \(times), processor time")
    for (contender, median) in zip(contenders, medians) {
        let each = decimal(median / (times * 100), unit: 10)
        let ratio = decimal(median * 1000 / max(medians[0], 1), unit: 1000)
        print("  \(each) us  \(ratio) of JSONDecoder  \(contender.words)")
    }
}

/// A number of parts as a decimal, as wide as `1234.5` at least: 123 of 10 is `12.3`.
func decimal(_ parts: Int, unit: Int) -> String {
    let digits = String(unit).utf8.count - 1
    let rest = String(parts % unit)
    let whole = String(parts / unit)
    return String(repeating: " ", count: max(0, 4 - whole.utf8.count)) + whole + "."
        + String(repeating: "0", count: digits - rest.utf8.count) + rest
}

func checked<Value>(_ claim: String, _ body: () throws -> Value) -> Value {
    do { return try body() } catch { stop("expected that \(claim): \(error)") }
}

func stop(_ words: String) -> Never {
    print("decode: \(words)")
    exit(1)
}

@main
struct Main {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let path = arguments.first else { stop("usage: decode ANSWER.json [ROUNDS] [TIMES]") }
        let bytes = checked("'\(path)' can be read") { [UInt8](try Data(contentsOf: URL(filePath: path))) }
        let all = contenders(bytes)
        let numbers = arguments.dropFirst().compactMap { Int($0) }
        if arguments.dropFirst().first == "--only" {
            guard let chosen = all.first(where: { arguments.contains($0.name) }), let times = numbers.first, times > 0
            else {
                stop("expected one of \(all.map(\.name).joined(separator: ", ")) and a number of times")
            }
            print("\(chosen.words): \(measure(chosen, times: times) / times) ns")
            return
        }
        compare(all, rounds: max(1, numbers.first ?? 11), times: max(1, numbers.dropFirst().first ?? 5_000))
    }
}
