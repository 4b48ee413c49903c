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
