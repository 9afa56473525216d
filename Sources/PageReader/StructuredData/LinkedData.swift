internal import Markup

/// The JSON-LD of a page: its objects, with references between them by `@id`.
struct LinkedData {
    /// The objects that stand at the top of a script or in its `@graph`.
    let roots: [LooseJSON]
    /// Every object that says more of itself than its `@id`.
    private let byID: [String: LooseJSON]

    /// How many objects of a page are looked at.
    private static let mostObjects = 20_000

    init(_ scripts: [String]) {
        var roots: [LooseJSON] = []
        for value in scripts.compactMap({ LooseJSON.read($0) }) {
            for object in value.list {
                guard let graph = object["@graph"] else {
                    roots.append(object)
                    continue
                }
                roots += graph.list
                if object["@type"] != nil { roots.append(object) }
            }
        }
        self.roots = roots
        var byID: [String: LooseJSON] = [:]
        var pending = Array(roots.reversed())
        var seen = 0
        while let value = pending.popLast(), seen < Self.mostObjects {
            seen += 1
            switch value {
            case .array(let values): pending += values
            case .object(let members):
                // What says its type says more of itself than a reference with a name.
                if members.count > 1, let id = value["@id"]?.text,
                    byID[id] == nil || byID[id]?["@type"] == nil && value["@type"] != nil
                {
                    byID[id] = value
                }
                pending += members.sorted { $0.key < $1.key }.map(\.value)
            default: continue
            }
        }
        self.byID = byID
    }

    /// The object that a reference stands for; any other value as it is.
    func resolved(_ value: LooseJSON) -> LooseJSON {
        guard case .object(let members) = value, members.count <= 2, let id = value["@id"]?.text else { return value }
        return byID[id] ?? value
    }

    /// The values of a member, references followed.
    func values(_ key: String, of object: LooseJSON) -> [LooseJSON] {
        (object[key]?.list ?? []).map(resolved)
    }

    /// The types of an object, without the vocabulary's address.
    static func types(of object: LooseJSON) -> [String] {
        (object["@type"]?.list ?? []).compactMap(\.text).map { type in
            type.split { $0.isOne(of: "/#:") }.last.map(String.init) ?? type
        }
    }

    /// Whether an object is of one of some types.
    static func isOf(_ types: Set<String>, _ object: LooseJSON) -> Bool {
        Self.types(of: object).contains { types.contains($0) }
    }
}
