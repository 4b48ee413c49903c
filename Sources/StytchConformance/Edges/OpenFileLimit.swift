import Foundation

/// How many files and sockets the system lets this program have open at once.
enum OpenFileLimit {
    #if canImport(Glibc)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif

    /// The limit as it is now; nil where there is none, or the system does not tell.
    static var current: Int? {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return nil }
        return Int(exactly: limit.rlim_cur).flatMap { $0 < Int(Int32.max) ? $0 : nil }
    }

    /// Raises the limit as far as the system lets this user; it stays as it is where that is refused.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        #if canImport(Darwin)
            let before = limit.rlim_cur
        #endif
        limit.rlim_cur = limit.rlim_max
        guard setrlimit(resource, &limit) != 0 else { return }
        #if canImport(Darwin)
            // What is told as the bound may be more than what is taken.
            limit.rlim_cur = min(limit.rlim_max, max(before, rlim_t(OPEN_MAX)))
            _ = setrlimit(resource, &limit)
        #endif
    }
}
