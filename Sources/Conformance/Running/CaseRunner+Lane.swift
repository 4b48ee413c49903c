/// Keeping long work off the thread that sends and receives.
extension CaseRunner {
    /// The most bytes of answers that are worked on where the requests of other cases wait meanwhile: some hundred microseconds.
    private static var mostBytesOnLane: Int { 64 * 1024 }

    /// Where to work on so many bytes: nil is here, on the lane.
    func executor(forBytes count: Int) -> (any TaskExecutor)? {
        count > Self.mostBytesOnLane && scope.transport.executor != nil ? globalConcurrentExecutor : nil
    }
}
