/// A compiled `$regex`: all ways through it are followed at once, so a match takes at most text length times program
/// length steps, and never more than a budget allows.
struct RegexProgram: Sendable {
    private enum Instruction: Sendable {
        case scalar(UInt32)
        case anyScalar
        case set(Int)
        case start
        case end
        case jump(Int)
        case split(Int, Int)
        case match
    }

    private var instructions: [Instruction] = []
    private var sets: [ScalarSet] = []
    private var isAnchored: Bool

    init(_ node: RegexNode) {
        isAnchored = node.isAnchoredAtStart
        append(node)
        instructions.append(.match)
    }

    private mutating func append(_ node: RegexNode) {
        switch node {
        case .empty: break
        case .scalar(let value): instructions.append(.scalar(value))
        case .anyScalar: instructions.append(.anyScalar)
        case .set(let set):
            instructions.append(.set(sets.count))
            sets.append(set)
        case .start: instructions.append(.start)
        case .end: instructions.append(.end)
        case .sequence(let nodes): for node in nodes { append(node) }
        case .alternatives(let nodes): append(alternatives: nodes)
        case .repeated(let node, let atLeast, let atMost): append(node, atLeast: atLeast, atMost: atMost)
        }
    }

    private mutating func append(alternatives nodes: [RegexNode]) {
        var ends: [Int] = []
        for (index, node) in nodes.enumerated() {
            guard index < nodes.count - 1 else {
                append(node)
                break
            }
            let fork = instructions.count
            instructions.append(.split(fork + 1, fork + 1))
            append(node)
            ends.append(instructions.count)
            instructions.append(.jump(0))
            instructions[fork] = .split(fork + 1, instructions.count)
        }
        for end in ends {
            instructions[end] = .jump(instructions.count)
        }
    }

    private mutating func append(_ node: RegexNode, atLeast: Int, atMost: Int?) {
        for _ in 0..<atLeast {
            append(node)
        }
        guard let atMost else {
            let fork = instructions.count
            instructions.append(.split(fork + 1, fork + 1))
            append(node)
            instructions.append(.jump(fork))
            instructions[fork] = .split(fork + 1, instructions.count)
            return
        }
        var forks: [Int] = []
        for _ in atLeast..<max(atMost, atLeast) {
            forks.append(instructions.count)
            instructions.append(.split(0, 0))
            append(node)
        }
        for fork in forks {
            instructions[fork] = .split(fork + 1, instructions.count)
        }
    }

    /// Whether any part of the text matches; nil where the budget ran out before that was known.
    func matches(_ text: String, within budget: inout RegexBudget) -> Bool? {
        var run = Run(size: instructions.count, mostSteps: budget.allowance(forBytes: text.utf8.count))
        defer { budget.spend(run.steps, onBytes: text.utf8.count) }
        var position = 0
        var scalars = text.unicodeScalars.makeIterator()
        var current = scalars.next()
        while true {
            let isEnd = current == nil
            if position == 0 || !isAnchored {
                if follow(0, &run, isStart: position == 0, isEnd: isEnd) { return true }
            }
            guard let scalar = current, !(isAnchored && run.current.isEmpty) else { return false }
            guard run.steps < run.mostSteps else { return nil }
            current = scalars.next()
            position += 1
            if step(over: scalar.value, &run, isEnd: current == nil) { return true }
        }
    }

    /// The states that are alive, and the room to work them out.
    private struct Run {
        var current: [Int] = []
        var next: [Int] = []
        var pending: [Int] = []
        /// The round in which a state was last added; a state is added once a round.
        var seen: [Int32]
        var round: Int32 = 1
        /// States looked at.
        ///
        /// One scalar adds at most a few for each instruction, so a look at the bound once a scalar
        /// keeps near it.
        var steps: Int
        let mostSteps: Int

        /// Clearing the room is work too, which many short texts would have for nothing.
        init(size: Int, mostSteps: Int) {
            seen = [Int32](repeating: 0, count: size)
            steps = size / 8
            self.mostSteps = mostSteps
        }
    }

    private func step(over scalar: UInt32, _ run: inout Run, isEnd: Bool) -> Bool {
        swap(&run.current, &run.next)
        run.current.removeAll(keepingCapacity: true)
        run.round += 1
        run.steps += run.next.count
        var index = 0
        while index < run.next.count {
            let state = run.next[index]
            index += 1
            let isAlive =
                switch instructions[state] {
                case .scalar(let value): value == scalar
                case .anyScalar: scalar != 0x0A
                case .set(let set): sets[set].contains(scalar)
                case .start, .end, .jump, .split, .match: false
                }
            if isAlive, follow(state + 1, &run, isStart: false, isEnd: isEnd) { return true }
        }
        return false
    }

    /// Adds a state and all that it leads to without reading; true where the match is complete.
    private func follow(_ state: Int, _ run: inout Run, isStart: Bool, isEnd: Bool) -> Bool {
        run.pending.append(state)
        while let state = run.pending.popLast() {
            run.steps += 1
            guard run.seen[state] != run.round else { continue }
            run.seen[state] = run.round
            switch instructions[state] {
            case .match:
                run.pending.removeAll(keepingCapacity: true)
                return true
            case .jump(let target): run.pending.append(target)
            case .split(let first, let second):
                run.pending.append(second)
                run.pending.append(first)
            case .start: if isStart { run.pending.append(state + 1) }
            case .end: if isEnd { run.pending.append(state + 1) }
            case .scalar, .anyScalar, .set: run.current.append(state)
            }
        }
        return false
    }
}
