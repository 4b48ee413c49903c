import Hummingbird
import HummingbirdCore
import NIOCore

/// What Hummingbird hands to the responder besides the request; keeps the channel, which faults cut.
struct MockContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Whether the other end is on this machine.
    var isLoopback: Bool {
        Self.isLoopback((channel.remoteAddress ?? channel.parent?.remoteAddress)?.ipAddress)
    }

    /// Whether an IP address is one of loopback's; none is not.
    static func isLoopback(_ address: String?) -> Bool {
        guard let address else { return false }
        return address.hasPrefix("127.") || address.isExactly("::1") || address.hasPrefix("::ffff:127.")
    }
}
