import CCurl

/// Facts of the libcurl that is linked, and the options that only newer ones know.
enum CurlLibrary {
    /// Whether libcurl is ready; it is set up once for the whole process.
    ///
    /// > Source: curl's page for curl_global_init
    static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    /// Whether it was built to speak HTTP/2.
    static let speaksHTTP2: Bool = {
        guard let facts = curl_version_info(CURLVERSION_FIRST) else { return false }
        return facts.pointee.features & Int32(CURL_VERSION_HTTP2) != 0
    }()

    /// Whether it can use a plain HTTP/2 connection for one request only, as 7.88 can: it fails at the second.
    ///
    /// > Source: curl's pull request 10643, which 8.0.0 brought
    static let losesPlainHTTP2: Bool = {
        guard let facts = curl_version_info(CURLVERSION_FIRST) else { return false }
        return (0x07_5800..<0x08_0000).contains(facts.pointee.version_num)
    }()

    // The headers of an older libcurl lack these names, and an older library answers CURLE_UNKNOWN_OPTION; so they stand here by number.

    /// CURLOPT_PROTOCOLS_STR, since 7.85.
    static let protocolNamesOption = CURLoption(rawValue: 10_318)
    /// CURLOPT_PROTOCOLS, a set of bits, for what is older.
    static let protocolBitsOption = CURLoption(rawValue: 181)
    /// CURLOPT_QUICK_EXIT, since 7.87: ending a transfer does not wait for a name look-up that hangs.
    static let quickExitOption = CURLoption(rawValue: 322)
}
