import Dispatch
import Synchronization
import Testing

@testable import MockStytch

struct KeyRingTests {
    @Test
    func `a key is made when it is first asked for, and once`() async throws {
        let template = try await TestKeys.ring.key(at: 0)
        let made = Mutex<[String]>([])
        let ring = KeyRing(identifiers: .system) { id in
            made.withLock { $0.append(id) }
            return template
        }
        #expect(made.withLock(\.count) == 0)
        _ = try await ring.key(at: 0)
        #expect(made.withLock(\.count) == 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await ring.key(at: 2) } }
            try await group.waitForAll()
        }
        #expect(made.withLock(\.count) == 3)
        #expect(made.withLock { Set($0).count } == 3)
    }

    @Test
    func `each place has a key of its own, and keeps it`() async throws {
        let ring = TestKeys.ring
        let ids = try await TestKeys.ids(2)
        #expect(ids[0] != ids[1])
        #expect(try await ring.key(at: 0).id == ids[0])
        #expect(ring.directory.key(at: 1)?.id == ids[1])
    }

    @Test(.timeLimit(.minutes(10)))
    func `a key that is there does not wait for one in the making`() async throws {
        let template = try await TestKeys.ring.key(at: 0)
        let slow = SlowMaker(template)
        let ring = slow.ring
        slow.allowOne()
        _ = try await ring.key(at: 0)
        async let second = ring.key(at: 1)
        await slow.begins(count: 2)
        _ = try await ring.key(at: 0)
        slow.allowOne()
        _ = try await second
    }

    @Test(.timeLimit(.minutes(10)))
    func `keys in the making hold up no task`() async throws {
        let template = try await TestKeys.ring.key(at: 0)
        // More than there are threads for tasks on most machines.
        let makers = (0..<64).map { _ in SlowMaker(template) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for maker in makers { group.addTask { _ = try await maker.ring.key(at: 0) } }
            for maker in makers { await maker.begins(count: 1) }
            #expect(await Task.detached { 1 }.value == 1)
            for maker in makers { maker.allowOne() }
            try await group.waitForAll()
        }
    }

    @Test
    func `a key that could not be made is tried again`() async throws {
        struct Planned: Error {}
        let template = try await TestKeys.ring.key(at: 0)
        let isBroken = Mutex(true)
        let ring = KeyRing(identifiers: .system) { _ in
            if isBroken.withLock({ $0 }) { throw Planned() }
            return template
        }
        await #expect(throws: Planned.self) { try await ring.key(at: 0) }
        isBroken.withLock { $0 = false }
        #expect(try await ring.key(at: 0).id == template.id)
    }
}

/// A ring each of whose keys waits, with its thread, until it is allowed.
private struct SlowMaker {
    let ring: KeyRing
    private let allowance: DispatchSemaphore
    private let begun: AsyncStream<Void>

    init(_ template: SigningKey) {
        let allowance = DispatchSemaphore(value: 0)
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        self.allowance = allowance
        self.begun = begun
        ring = KeyRing(identifiers: .system) { _ in
            begin.yield()
            allowance.wait()
            return template
        }
    }

    /// Lets one key be made.
    func allowOne() {
        allowance.signal()
    }

    /// Waits until the making of so many keys has begun.
    func begins(count: Int) async {
        var left = count
        for await _ in begun {
            left -= 1
            if left == 0 { return }
        }
    }
}
