import Foundation

extension LocalFiles {
    /// What tells a file from all others of the machine, whatever it is called.
    struct FileNumber: Hashable {
        private let device: UInt64
        private let number: UInt64

        /// Asks the system, following links; nil where it cannot tell.
        init?(_ path: String) {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            device = UInt64(truncatingIfNeeded: found.st_dev)
            number = UInt64(truncatingIfNeeded: found.st_ino)
        }
    }

    /// What stands in a folder.
    enum Kind {
        case file
        case folder
        /// A link that leads to a folder.
        case linkedFolder
        /// A pipe, a device or a socket.
        case special
        /// The system does not tell, as where a link leads nowhere.
        case unknown

        /// Asks the system.
        init(of path: String) {
            var found = stat()
            guard lstat(path, &found) == 0 else {
                self = .unknown
                return
            }
            let isLink = found.st_mode & S_IFMT == S_IFLNK
            guard !isLink || stat(path, &found) == 0 else {
                self = .unknown
                return
            }
            switch found.st_mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = isLink ? .linkedFolder : .folder
            default: self = .special
            }
        }
    }
}
