import CCurl

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The sockets that libcurl wants to hear of, and waiting for them; used on the loop's thread only.
///
/// One `poll` tells which sockets are ready, and libcurl is told of those alone, so that a request costs the same however many others
/// are in flight.
final class SocketWatch {
    /// A socket that is ready, as it was when that was found out.
    struct Event {
        let socket: curl_socket_t
        /// `CURL_CSELECT_IN`, `CURL_CSELECT_OUT` and `CURL_CSELECT_ERR`, as they apply.
        let actions: Int32
        fileprivate let registration: UInt32
    }

    /// What `poll` is asked; the first is the pipe that ends a wait.
    private var asked: [pollfd]
    /// Tells a socket from an earlier one of the same number; one for each of `asked`.
    private var registrations: [UInt32] = [0]
    /// Where each socket stands in `asked`, by its number; -1 where it does not.
    private var places: [Int32] = []
    private var lastRegistration: UInt32 = 0

    /// - Parameter wakeSocket: What becomes readable to end a wait early.
    init(wakeSocket: Int32) {
        asked = [pollfd(fd: wakeSocket, events: Int16(POLLIN), revents: 0)]
    }

    /// Takes what libcurl says of a socket: `CURL_POLL_IN`, `CURL_POLL_OUT`, both, none, or `CURL_POLL_REMOVE`.
    func note(_ socket: curl_socket_t, _ wish: Int32) {
        guard socket >= 0 else { return }
        let number = Int(socket)
        if number >= places.count {
            places.append(contentsOf: repeatElement(-1, count: max(64, number + 1 - places.count)))
        }
        guard wish != CURL_POLL_REMOVE else {
            remove(number)
            return
        }
        var events: Int32 = 0
        if wish & CURL_POLL_IN != 0 { events |= Int32(POLLIN) }
        if wish & CURL_POLL_OUT != 0 { events |= Int32(POLLOUT) }
        if places[number] >= 0 {
            asked[Int(places[number])].events = Int16(events)
        } else {
            lastRegistration &+= 1
            places[number] = Int32(asked.count)
            asked.append(pollfd(fd: socket, events: Int16(events), revents: 0))
            registrations.append(lastRegistration)
        }
    }

    /// Waits until a socket is ready, the wait is ended from outside, or time is over.
    ///
    /// - Parameters:
    ///   - milliseconds: The longest wait; -1 is no limit, 0 only looks.
    ///   - events: What is ready; replaced.
    /// - Returns: Whether the wait was ended from outside.
    func wait(milliseconds: Int32, _ events: inout [Event]) -> Bool {
        events.removeAll(keepingCapacity: true)
        guard poll(&asked, nfds_t(asked.count), milliseconds) > 0 else { return false }
        for place in 1..<asked.count where asked[place].revents != 0 {
            let found = Int32(asked[place].revents)
            var actions: Int32 = 0
            if found & Int32(POLLIN | POLLHUP) != 0 { actions |= CURL_CSELECT_IN }
            if found & Int32(POLLOUT) != 0 { actions |= CURL_CSELECT_OUT }
            if found & Int32(POLLERR | POLLNVAL) != 0 { actions |= CURL_CSELECT_ERR }
            events.append(
                Event(socket: asked[place].fd, actions: actions, registration: registrations[place])
            )
        }
        return asked[0].revents != 0
    }

    /// Whether the socket is still the one that was ready: another may have been opened under its number since.
    func isCurrent(_ event: Event) -> Bool {
        let place = places[Int(event.socket)]
        return place >= 0 && registrations[Int(place)] == event.registration
    }

    /// The last one takes the place that becomes free.
    private func remove(_ number: Int) {
        let place = Int(places[number])
        guard place >= 0 else { return }
        places[number] = -1
        let last = asked.count - 1
        if place != last {
            asked[place] = asked[last]
            registrations[place] = registrations[last]
            places[Int(asked[place].fd)] = Int32(place)
        }
        asked.removeLast()
        registrations.removeLast()
    }
}
