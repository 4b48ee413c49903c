/// What the transport's codes mean to this program.
enum TransportWords {
    private static let noConnection = [
        "CURLE_COULDNT_CONNECT", "CURLE_COULDNT_RESOLVE_HOST", "CURLE_COULDNT_RESOLVE_PROXY",
    ]

    /// Whether a code, such as `curl 7 CURLE_COULDNT_CONNECT`, says that no connection came about.
    static func namesNoConnection(_ code: String) -> Bool {
        noConnection.contains { code.contains($0) }
    }
}

/// Words for a POSIX shell.
enum ShellWord {
    /// A word as a shell reads it back.
    static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "/-_.:=,@%+".utf8.contains(byte)
            }
        }
        if plain, !word.isEmpty { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
