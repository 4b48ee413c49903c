/// Why no whole answer came.
package struct TransportError: Error, Sendable, Hashable {
    /// What went wrong, to switch on and to group a report by; it never holds a changing value.
    package struct Code: Sendable, Hashable {
        /// The C library's number, or nil for a failure of our own (`closed`, `cancelled`).
        package var number: Int32?
        /// The C library's name, such as `CURLE_COULDNT_CONNECT`, or our own word.
        package var name: String

        package init(number: Int32?, name: String) {
            self.number = number
            self.name = name
        }

        package static let closed = Code(number: nil, name: "closed")
        package static let cancelled = Code(number: nil, name: "cancelled")
        package static let bodyTooLarge = Code(number: nil, name: "body-too-large")
    }

    /// What helps where a request took longer than it might.
    package static let longerTimeout = "give a longer --timeout if the server is slow by nature"

    package var code: Code
    /// One line: what happened, with the address's host and port, without secrets.
    package var message: String
    /// What a person can do about it.
    package var hint: String?
    /// Whether it is certain that no byte of the request left this machine, so that sending again is safe.
    package var nothingWasSent: Bool
    package var timings: TransferTimings

    package init(
        code: Code,
        message: String,
        hint: String? = nil,
        nothingWasSent: Bool,
        timings: TransferTimings = TransferTimings()
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.nothingWasSent = nothingWasSent
        self.timings = timings
    }
}
