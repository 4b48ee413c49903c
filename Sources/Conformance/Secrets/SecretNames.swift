import WireJSON

extension Corpus {
    /// The names under which values are secret: those of the catalogue, and every variable that stands for one of them.
    ///
    /// `"session_token": "{{token}}"` makes `token` secret, and so do `"auth": { "bearer": "{{token}}" }` and a header field such as
    /// `"X-Token": "{{token}}"`. What stands for a variable is found within its file, and in what fragments are given.
    package var secretNames: [String] {
        var names = SecretNames(catalogue.secrets)
        var count = -1
        while count < names.count {
            count = names.count
            for (number, file) in files.enumerated() { names.collect(file.document.root, ofFile: number) }
        }
        return names.all
    }
}

/// Names that are secret, growing as files are read.
private struct SecretNames {
    private(set) var all: [String]
    /// Those that are secret wherever they stand.
    private let known: Set<[UInt8]>
    /// Variables of each file that are secret, by its number.
    private var ofFiles: [Int: Set<[UInt8]>] = [:]
    private var ofAnyFile: Set<[UInt8]> = []
    /// How many were found; of two files two.
    private(set) var count = 0

    init(_ names: [String]) {
        all = names
        known = Set(names.map { Array($0.utf8) })
    }

    /// Takes the names within a view, which stands under the key `object` in the file of this number.
    mutating func collect(_ view: JSONView, of object: String? = nil, ofFile number: Int) {
        for member in view.members {
            let key = member.key
            if isSecret(key, of: object, ofFile: number) || ["basic", "bearer"].contains(key)
                || SecretList.isSecretField(key, of: object)
            {
                take(member.value, named: key, ofFile: number)
            }
            collect(member.value, of: key, ofFile: number)
        }
        for element in view.elements { collect(element, ofFile: number) }
    }

    /// What a fragment is given has the fragment's names; everything else has those of its own file.
    private func isSecret(_ key: String, of object: String?, ofFile number: Int) -> Bool {
        let key = Array(key.utf8)
        if known.contains(key) || ofFiles[number]?.contains(key) == true { return true }
        return object?.utf8.elementsEqual("with".utf8) == true && ofAnyFile.contains(key)
    }

    /// Takes the names of all variables of a value.
    ///
    /// Not of what is told of a token or a password: what it claims, and its id.
    private mutating func take(_ view: JSONView, named name: String, ofFile number: Int) {
        if let text = view.string {
            for case .placeholder(.variable(let variable), _) in PlaceholderText.parts(of: text) ?? [] {
                add(variable, ofFile: number)
            }
        }
        for member in view.members where !member.keyIs("$jwt") && !member.keyIs(name + "_id") {
            take(member.value, named: name, ofFile: number)
        }
        for element in view.elements { take(element, named: name, ofFile: number) }
    }

    private mutating func add(_ variable: String, ofFile number: Int) {
        let name = Array(variable.utf8)
        guard !known.contains(name), ofFiles[number, default: []].insert(name).inserted else { return }
        count += 1
        if ofAnyFile.insert(name).inserted { all.append(variable) }
    }
}
