/// HTTP archives among other files.
package enum HARFile {
    /// Whether a file looks as if it were the archive of a run: it names this program where that writes its name.
    package static func begins(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(200).filter { $0 > 0x20 }
        return start.starts(with: Array(#"{"log":{"version":"1.2","creator":{"name":"stytch-conformance""#.utf8))
    }
}
