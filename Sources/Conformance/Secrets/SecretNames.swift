import WireJSON

extension Corpus {
    /// The names under which values are secret: those of the catalogue, and every variable that stands for one of them.
    ///
    /// `"session_token": "{{token}}"` makes `token` secret, and so does `"auth": { "bearer": "{{token}}" }`.
    package var secretNames: [String] {
        var names = SecretNames(catalogue.secrets)
        var count = -1
        while count < names.all.count {
            count = names.all.count
            for file in files { names.collect(file.document.root) }
        }
        return names.all
    }
}

/// Names that are secret, growing as files are read.
private struct SecretNames {
    private(set) var all: [String]
    private var known: Set<[UInt8]>

    init(_ names: [String]) {
        all = names
        known = Set(names.map { Array($0.utf8) })
    }

    mutating func collect(_ view: JSONView) {
        for member in view.members {
            let key = member.key
            if known.contains(Array(key.utf8)) || ["basic", "bearer"].contains(key) || SecretList.isSecretHeader(key) {
                take(member.value)
            }
            collect(member.value)
        }
        for element in view.elements { collect(element) }
    }

    /// Takes the names of all placeholders of a value.
    private mutating func take(_ view: JSONView) {
        if let text = view.string {
            for part in text.split(separator: "{{").dropFirst(text.hasPrefix("{{") ? 0 : 1) {
                let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
                if !name.isEmpty, known.insert(Array(name.utf8)).inserted { all.append(String(name)) }
            }
        }
        for member in view.members { take(member.value) }
        for element in view.elements { take(element) }
    }
}
