import Conformance
import SessionJWT
import SessionModels
import WireJSON

/// What the engine is handed: it knows no session type and no cryptography itself.
enum Checks {
    /// Every model, by its name; they learn from the answers of one run.
    static var models: [String: ModelCheck] {
        Dictionary(
            ModelCatalog.all.map { entry in
                let check = LearnedCheck(entry)
                return (entry.name, { check.findings(in: $0) })
            }
        ) { first, _ in first }
    }

    /// What every model declares.
    static var declared: DeclaredModels {
        DeclaredModels { name in ModelCatalog.all.first { $0.name == name }?.declared() }
    }

    /// Verifies JWTs with the keys that a target publishes.
    static let tokens = TokenCheck { keySet in
        guard let keys = try? JSONWebKeySet(parsing: keySet) else { return nil }
        let verifier = TokenVerifier(keys: keys)
        return { token, requirements in
            let wanted = TokenRequirements(
                issuers: requirements.issuers,
                audience: requirements.audience,
                now: requirements.now,
                leeway: requirements.leeway,
                maximumAge: requirements.maximumAge
            )
            switch verifier.verify(token, wanted) {
            case .success(let verified): return .verified(header: verified.header, claims: verified.claims)
            case .failure(let refusal): return .refused(refusal.rawValue)
            }
        }
    }
}
