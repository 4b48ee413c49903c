import Synchronization
import WireJSON

/// What all cases of a run share; nothing in it changes but the set of unique values, the clock and the keys.
struct RunScope: Sendable {
    let material: RunMaterial
    let target: Target
    let transport: any Transport
    let models: [String: ModelCheck]
    let tokens: TokenCheck
    let environment: RunEnvironment
    let settings: RunSettings
    let interruption: Interruption
    let unique = UniqueValues()
    let clock: TargetClock
    let sharedProject: ProjectAccess
    let sharedKeys = SharedKeys()
    /// The id of each suite by its number, so that its cases share one text.
    let suiteIDs: [Int32: String]

    init(
        material: RunMaterial,
        target: Target,
        transport: any Transport,
        models: [String: ModelCheck],
        tokens: TokenCheck,
        environment: RunEnvironment,
        settings: RunSettings,
        interruption: Interruption
    ) {
        self.material = material
        self.target = target
        self.transport = transport
        self.models = models
        self.tokens = tokens
        self.environment = environment
        self.settings = settings
        self.interruption = interruption
        clock = TargetClock(isMeasuring: !target.isMock)
        sharedProject = ProjectAccess(id: target.projectID, secret: target.secret)
        var suiteIDs: [Int32: String] = [:]
        for entry in material.entries where suiteIDs[entry.suite] == nil {
            suiteIDs[entry.suite] = entry.suiteID
        }
        self.suiteIDs = suiteIDs
    }
}

/// The keys of a project that all cases share, so that they are fetched once.
final class SharedKeys: Sendable {
    private let context = Mutex<TokenContext?>(nil)

    var current: TokenContext? {
        context.withLock { $0 }
    }

    func replace(with new: TokenContext) {
        context.withLock { $0 = new }
    }
}
