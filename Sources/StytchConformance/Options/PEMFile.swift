import WireJSON

/// A PEM file that an option names, looked into before anything is sent.
struct PEMFile {
    /// What such a file may be needed for.
    enum Content {
        case certificate
        case privateKey
    }

    private let path: String
    private let option: String
    private let labels: [String]

    /// - Throws: `CommandFailure` with status 2 where the file is not there or cannot be read.
    init(_ path: String, option: String) throws {
        guard !path.isEmpty else { throw CommandFailure(.wrongInput, "'\(option)' needs a path, found ''") }
        guard LocalFiles.exists(path) else {
            throw CommandFailure(.wrongInput, "the file '\(path)' of \(option) does not exist")
        }
        guard !LocalFiles.isFolder(path) else {
            throw CommandFailure(.wrongInput, "'\(path)' of \(option) is a folder")
        }
        do {
            let text = String(decoding: try LocalFiles.bytes(of: path), as: UTF8.self)
            labels = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.compactMap { Self.label(Substring($0)) }
        } catch {
            throw CommandFailure(.wrongInput, "\(option): \(error.message)")
        }
        self.path = path
        self.option = option
    }

    /// - Throws: `CommandFailure` with status 2 where the file does not hold what is needed, in a form that can be used.
    func expect(_ content: Content) throws {
        switch content {
        case .certificate:
            guard labels.contains(where: { $0.hasSuffix("CERTIFICATE") }) else {
                throw CommandFailure(
                    .wrongInput,
                    "the file '\(path)' of \(option) holds no certificate in PEM form",
                    hint: "it must have a line -----BEGIN CERTIFICATE-----"
                )
            }
        case .privateKey:
            guard let label = labels.first(where: { $0.hasSuffix("PRIVATE KEY") }) else {
                throw CommandFailure(
                    .wrongInput,
                    "the file '\(path)' of \(option) holds no private key in PEM form",
                    hint: "it must have a line -----BEGIN PRIVATE KEY-----; --key names a file of its own"
                )
            }
            guard !label.hasPrefix("ENCRYPTED"), !labels.contains(Self.oldEncryption) else {
                throw CommandFailure(
                    .wrongInput,
                    "the private key in '\(path)' of \(option) has a passphrase",
                    hint: "give a key without one, readable by you alone"
                )
            }
        }
    }

    private static let oldEncryption = "Proc-Type: 4,ENCRYPTED"

    /// What stands between `-----BEGIN ` and `-----`, or the line by which an older form says that it is encrypted.
    ///
    /// > Source: RFC 7468 §2, RFC 1421 §4.6.1.1
    private static func label(_ line: Substring) -> String? {
        if line.hasPrefix(oldEncryption) { return oldEncryption }
        guard line.hasPrefix("-----BEGIN "), let end = line.dropFirst(11).exactRange(of: "-----") else { return nil }
        return String(line.dropFirst(11)[..<end.lowerBound])
    }
}
