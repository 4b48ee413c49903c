import CurlTransport

extension ConnectionOptions {
    /// The options as the transport takes them.
    ///
    /// - Parameters:
    ///   - target: Where requests go.
    ///   - jobs: How many cases are at work at once.
    ///   - environment: Where proxies are named.
    /// - Returns: Options that the transport can be opened with.
    /// - Throws: `CommandFailure` with status 2 where an option cannot work with this target, a number is out of range, or a file is
    ///   not what its option needs.
    func curlOptions(for target: TargetChoice, jobs: Int, _ environment: ProcessEnvironment) throws -> CurlOptions {
        try checkUse(with: target)
        var options = CurlOptions()
        options.httpVersion = httpVersion
        options.minimumTLS = minimumTLS
        options.authorityFile = authorityFile
        options.clientCertificate = try clientCertificate()
        if let authorityFile { try PEMFile(authorityFile, option: "--cacert").expect(.certificate) }
        options.connectTimeout = connectTimeout.duration
        options.connections = try limits(jobs: jobs)
        options.asksForCompression = compressed
        options.pins = connectTo
        options.proxy = try proxyPolicy(environment)
        if let baseURL = target.baseURL { try checkProxy(options, baseURL: baseURL) }
        return options
    }

    /// Refuses what would do nothing, since whoever gives it counts on it.
    private func checkUse(with target: TargetChoice) throws {
        let ofTLS = [
            ("--cacert", authorityFile != nil), ("--cert", certificateFile != nil), ("--key", keyFile != nil),
            ("--tls-min", minimumTLS != .tls12),
        ].filter(\.1).map(\.0)
        var ofRemote = connectTo.isEmpty ? [] : ["--connect-to"]
        if case .address = proxy { ofRemote.append("--proxy") }
        if httpVersion == .http2 { ofRemote.append("--http-version 2") }
        if target == .mock, let option = (ofTLS + ofRemote).first {
            throw CommandFailure(
                .wrongInput,
                "'\(option)' has no use with the mock inside the program, which speaks plain HTTP/1.1 on this machine",
                hint: "give --target too"
            )
        }
        if let baseURL = target.baseURL, !baseURL.hasPrefix("https://"), let option = ofTLS.first {
            throw CommandFailure(
                .wrongInput,
                "'\(option)' has no use with '\(target.name)', which has no TLS",
                hint: "give a --target that begins with https://"
            )
        }
        if httpVersion == .http2, !HTTPVersionPolicy.isHTTP2Available {
            throw CommandFailure(.wrongInput, "'--http-version 2' needs a libcurl that was built with HTTP/2")
        }
    }

    private func clientCertificate() throws -> ClientCertificate? {
        guard let certificateFile else {
            guard keyFile == nil else { throw CommandFailure(.wrongInput, "'--key' needs '--cert' too") }
            return nil
        }
        try PEMFile(certificateFile, option: "--cert").expect(.certificate)
        try PEMFile(keyFile ?? certificateFile, option: keyFile == nil ? "--cert" : "--key").expect(.privateKey)
        return ClientCertificate(certificateFile: certificateFile, keyFile: keyFile ?? certificateFile)
    }

    private func limits(jobs: Int) throws -> ConnectionLimits {
        var limits = ConnectionLimits()
        // Fewer than are at work would close and open connections all the time.
        limits.kept = keepConnections ?? max(limits.kept, jobs)
        guard (1...10_000).contains(limits.kept) else {
            throw CommandFailure(.wrongInput, "'--keep-connections' must be from 1 to 10000, found \(limits.kept)")
        }
        limits.idleAge = keepIdle.duration
        limits.lifetime = keepLifetime?.duration
        return limits
    }

    private func proxyPolicy(_ environment: ProcessEnvironment) throws -> ProxyPolicy {
        let exceptions = (unproxiedHosts ?? "").unicodeScalars.split { $0 == "," || $0 == " " }.map { String($0) }
        if unproxiedHosts != nil, exceptions.isEmpty {
            throw CommandFailure(.wrongInput, "'--noproxy' needs at least one host, found ''", hint: "* is every host")
        }
        switch proxy {
        case nil: return .environment(environment.variables, except: exceptions)
        case .some(.none): return .none
        case .address(let address):
            guard !ProxyPolicy.holdsUser(address) else {
                throw CommandFailure(
                    .wrongInput,
                    "'--proxy' must not hold a user or a password, which others on this machine could read",
                    hint: "set http_proxy and https_proxy in the environment instead"
                )
            }
            let spared = ProxyPolicy.exceptions(of: environment.variables)
            return .explicit(address, except: spared + exceptions)
        }
    }

    /// A proxy that a variable names badly, where the target would be reached through it.
    private func checkProxy(_ options: CurlOptions, baseURL: String) throws {
        guard let proxy = options.proxy(forURL: baseURL), !ProxyPolicy.isAddress(proxy) else { return }
        let names = baseURL.hasPrefix("https://") ? "https_proxy or all_proxy" : "http_proxy or all_proxy"
        throw CommandFailure(
            .wrongInput,
            "the environment variable \(names) holds no address of a proxy",
            hint: "write it as http://host:port, or give --proxy none to go straight"
        )
    }
}
