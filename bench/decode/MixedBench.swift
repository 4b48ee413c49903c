// Stored answers, one a line: what 'decode' does with them against Foundation's JSONDecoder into the same models.
//
//     mixed FILE --decode        the reading, auditing and merging of 'decode', on every processor
//     mixed FILE --each          the same with every line decoded, as if no answer came again
//     mixed FILE --audit         the audit alone, on one thread
//     mixed FILE --foundation    JSONDecoder, on one thread
//
// Prints wall and processor time, and how much the peak of memory is above that at the start.
import Foundation
import PayloadAudit
import SessionModels
import WireJSON

/// What the program's own file says of names; here all input is lines.
enum DecodeInputs {
    static func isLines(_ name: String) -> Bool { true }
}

/// A stored answer, as JSONDecoder sees it.
struct Stored<Model: Decodable>: Decodable {
    let operation: String
    let status: Int
    let body: Model
}

/// The models by operation: one closure for each, so that choosing costs nothing.
let decoders: [String: @Sendable (JSONDecoder, Data) -> Bool] = [
    "sessions.authenticate": decodes(Sessions.AuthenticateResponse.self),
    "sessions.get": decodes(Sessions.GetResponse.self),
    "sessions.revoke": decodes(Sessions.RevokeResponse.self),
    "sessions.migrate": decodes(Sessions.MigrateResponse.self),
    "sessions.get_jwks": decodes(Sessions.GetJWKSResponse.self),
    "sessions.exchange_access_token": decodes(Sessions.ExchangeAccessTokenResponse.self),
    "sessions.attest": decodes(Sessions.AttestResponse.self),
    "passwords.session.reset": decodes(Passwords.Session.ResetResponse.self),
    "passwords.create": decodes(Passwords.CreateResponse.self),
    "passwords.authenticate": decodes(Passwords.AuthenticateResponse.self),
    "users.get": decodes(Users.GetResponse.self),
    "users.delete": decodes(Users.DeleteResponse.self),
]

func decodes<Model: Decodable & SendableMetatype>(_ model: Model.Type) -> @Sendable (JSONDecoder, Data) -> Bool {
    { decoder, data in (try? decoder.decode(Stored<Model>.self, from: data)) != nil }
}

func operations() -> [AuditOperation] {
    let models = [
        "sessions.authenticate": "sessions.AuthenticateResponse", "sessions.get": "sessions.GetResponse",
        "sessions.revoke": "sessions.RevokeResponse", "sessions.migrate": "sessions.MigrateResponse",
        "sessions.get_jwks": "sessions.GetJWKSResponse", "sessions.attest": "sessions.AttestResponse",
        "sessions.exchange_access_token": "sessions.ExchangeAccessTokenResponse",
        "passwords.session.reset": "passwords.session.ResetResponse", "users.get": "users.GetResponse",
        "passwords.create": "passwords.CreateResponse", "users.delete": "users.DeleteResponse",
        "passwords.authenticate": "passwords.AuthenticateResponse",
    ]
    return models.map { AuditOperation(name: $0.key, method: "GET", path: "/", model: $0.value) }
}

/// Hands every line of a file to a function, with the time that reading takes.
func forEachLine(of path: String, _ body: (Data) -> Void) {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    var rest = Data()
    while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
        rest += piece
        var start = rest.startIndex
        while let end = rest[start...].firstIndex(of: 0x0A) {
            body(rest[start..<end])
            start = end + 1
        }
        rest = Data(rest[start...])
    }
}

func runFoundation(_ path: String) -> Int {
    let decoder = JSONDecoder()
    var (count, refused) = (0, 0)
    forEachLine(of: path) { line in
        autoreleased {
            // The operation stands at the start of a line: {"operation":"…"
            let name = String(decoding: line.dropFirst(14).prefix { $0 != 0x22 }, as: UTF8.self)
            count += 1
            if decoders[name]?(decoder, Data(line)) != true { refused += 1 }
        }
    }
    print("  \(refused) of \(count) refused")
    return count
}

func autoreleased(_ body: () -> Void) { body() }

func runAudit(_ path: String) -> Int {
    var auditor = Auditor(ModelTable(operations: operations()), AuditOptions(), book: AnswerBook())
    var cutter = LineChunks()
    guard let file = FileHandle(forReadingAtPath: path) else { return 0 }
    while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
        if let chunk = cutter.take([UInt8](piece)) { auditor.audit(chunk, of: path) }
    }
    if let chunk = cutter.end() { auditor.audit(chunk, of: path) }
    return auditor.tally.payloads
}

func runDecode(_ path: String, recognises: Bool) async -> Int {
    let table = ModelTable(operations: operations())
    let session = DecodeSession(table: table, options: AuditOptions(), stop: StopPipe(), recognises: recognises)
    let outcome = await session.perform([path])
    let report = AuditReport(outcome.tally, table, AuditPolicy())
    print("  \(report.findings.count) findings at \(report.coverage.count) models, \(outcome.tally.broken) broken")
    return outcome.tally.payloads
}

func usage() -> (user: Double, system: Double, peakKiB: Int) {
    var usage = rusage()
    #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
        getrusage(RUSAGE_SELF, &usage)
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime), seconds(usage.ru_stime), Int(usage.ru_maxrss))
}

@main
struct Main {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("usage: mixed FILE --decode|--each|--audit|--foundation")
            exit(2)
        }
        let start = (clock: ContinuousClock.now, usage: usage())
        let count =
            switch arguments[2] {
            case "--decode": await runDecode(arguments[1], recognises: true)
            case "--each": await runDecode(arguments[1], recognises: false)
            case "--audit": runAudit(arguments[1])
            default: runFoundation(arguments[1])
            }
        let wall = ContinuousClock.now - start.clock
        let end = usage()
        let processor = end.user + end.system - start.usage.user - start.usage.system
        let grown = end.peakKiB - start.usage.peakKiB
        print("  \(count) lines, \(wall) wall, \(processor) s processor, \(grown) KiB above the start")
    }
}
