import CurlTransport

extension ConnectionOptions {
    /// The words that reach the same target in the same way again.
    var repeatWords: [String] {
        var words: [String] = []
        if httpVersion != .automatic { words += ["--http-version", httpVersion.rawValue] }
        if let authorityFile { words += ["--cacert", authorityFile] }
        if let certificateFile { words += ["--cert", certificateFile] }
        if let keyFile { words += ["--key", keyFile] }
        if minimumTLS != .tls12 { words += ["--tls-min", minimumTLS.rawValue] }
        switch proxy {
        case nil: break
        case .some(.none): words += ["--proxy", "none"]
        case .address(let address): words += ["--proxy", address]
        }
        if let unproxiedHosts { words += ["--noproxy", unproxiedHosts] }
        for pin in connectTo { words += ["--connect-to", pin.text] }
        if compressed { words.append("--compressed") }
        if connectTimeout != Self.standardConnectTimeout { words += ["--connect-timeout", connectTimeout.text] }
        if bodyLimit != Self.standardBodyLimit { words += ["--body-limit", bodyLimit.text] }
        return words
    }

    /// The same for curl itself; limits of time and size are left out.
    var curlWords: [String] {
        var words: [String] = []
        switch httpVersion {
        case .automatic: break
        case .http1: words.append("--http1.1")
        case .http2: words.append("--http2-prior-knowledge")
        }
        for (option, file) in [("--cacert", authorityFile), ("--cert", certificateFile), ("--key", keyFile)] {
            if let file { words += [option, file] }
        }
        if minimumTLS == .tls13 { words.append("--tlsv1.3") }
        switch proxy {
        case nil: if let unproxiedHosts { words += ["--noproxy", unproxiedHosts] }
        case .some(.none): words += ["--noproxy", "*"]
        case .address(let address):
            words += ["--proxy", address]
            if let unproxiedHosts { words += ["--noproxy", unproxiedHosts] }
        }
        for pin in connectTo { words += ["--connect-to", pin.text] }
        if compressed { words.append("--compressed") }
        return words
    }
}
