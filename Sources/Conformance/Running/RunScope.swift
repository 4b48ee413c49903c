import Synchronization
import WireJSON

/// What all cases of a run share, as one lane of the transport sees it.
///
/// Nothing in it changes but the set of unique values, the clock, the keys and the bounds on requests, which all lanes have in common, and
/// the reader, which each lane has for itself. It is a class because every case holds it: a value of its size would be copied with each of
/// its references counted.
final class RunScope: Sendable {
    let material: RunMaterial
    let target: Target
    let transport: any Transport
    let models: [String: ModelCheck]
    let tokens: TokenCheck
    let environment: RunEnvironment
    let settings: RunSettings
    let interruption: Interruption
    let unique: UniqueValues
    let clock: TargetClock
    let sharedProject: ProjectAccess
    let sharedKeys: SharedKeys
    let limiter: RateLimiter?
    let cap: RequestCap?
    let knownFailures: KnownFailureList
    let shapesOfAnswers: ShapesOfAnswers
    let guarded: GuardedSecrets
    /// Reads the answers of this lane.
    let reader = LearningReader()
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
        interruption: Interruption,
        guarded: GuardedSecrets
    ) {
        self.material = material
        self.target = target
        self.transport = transport
        self.models = models
        self.tokens = tokens
        self.environment = environment
        self.settings = settings
        self.interruption = interruption
        self.guarded = guarded
        unique = UniqueValues()
        clock = TargetClock(isMeasuring: !target.isMock)
        sharedProject = ProjectAccess(id: target.projectID, secret: target.secret)
        sharedKeys = SharedKeys()
        limiter = settings.rate.map { RateLimiter(perSecond: $0, start: environment.uptime()) }
        cap = settings.mostRequests.map { RequestCap($0) }
        shapesOfAnswers = ShapesOfAnswers(material.catalogue, material.declared)
        knownFailures = KnownFailureList(
            material.knownFailures,
            target: target.name,
            day: environment.now().day,
            position: material.position
        )
        var suiteIDs: [Int32: String] = [:]
        for entry in material.entries where suiteIDs[entry.suite] == nil {
            suiteIDs[entry.suite] = entry.suiteID
        }
        self.suiteIDs = suiteIDs
    }

    /// The scope of a whole run, seen from one lane of its transport.
    private init(_ whole: RunScope, lane: any Transport) {
        material = whole.material
        target = whole.target
        transport = lane
        models = whole.models
        tokens = whole.tokens
        environment = whole.environment
        settings = whole.settings
        interruption = whole.interruption
        unique = whole.unique
        clock = whole.clock
        sharedProject = whole.sharedProject
        sharedKeys = whole.sharedKeys
        limiter = whole.limiter
        cap = whole.cap
        knownFailures = whole.knownFailures
        shapesOfAnswers = whole.shapesOfAnswers
        guarded = whole.guarded
        suiteIDs = whole.suiteIDs
    }

    /// Why no further case or attempt begins; nil while the run goes on.
    var stopReason: String? { interruption.reason ?? cap?.reason }

    /// The same scope for each lane of its transport.
    var lanes: [RunScope] {
        transport.lanes.map { RunScope(self, lane: $0) }
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
