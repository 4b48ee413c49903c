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

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Takes the names of all placeholders of a value.
    private mutating func take(_ view: JSONView) {
        if let text = view.string {
            var rest = text[...]
            while let open = rest.exactRange(of: "{{") {
                rest = rest[open.upperBound...]
                let name = rest.utf8.prefix(while: Self.isOfName)
                if !name.isEmpty, known.insert(Array(name)).inserted { all.append(String(Substring(name))) }
            }
        }
        for member in view.members { take(member.value) }
        for element in view.elements { take(element) }
    }
}
