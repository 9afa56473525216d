/// A description as JSON: every field but `name` and `item` may be left out, and a field that does not exist is an error, for it is
/// a misspelt one.
extension Platform {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, generators, evidence, isQuestion, post, comments, trackbacks, furtherPages
    }

    init(from decoder: any Decoder) throws {
        let fields = try Fields<CodingKeys>(decoder)
        name = try fields.container.decode(String.self, forKey: .name)
        generators = try fields.value(.generators, else: [String]()).map { $0.lowercased() }
        evidence = try fields.value(.evidence, else: [])
        isQuestion = try fields.value(.isQuestion, else: false)
        post = try fields.value(.post, else: PostRules())
        comments = try fields.value(.comments, else: [])
        trackbacks = try fields.value(.trackbacks, else: [])
        furtherPages = try fields.value(.furtherPages, else: [])
    }
}

extension PostRules {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case shape, item, title, body, excluded, author, date, byline
    }

    init(from decoder: any Decoder) throws {
        let fields = try Fields<CodingKeys>(decoder)
        shape = try fields.value(.shape, else: .element)
        item = try fields.value(.item, else: [])
        title = try fields.value(.title, else: [])
        body = try fields.value(.body, else: [])
        excluded = try fields.value(.excluded, else: [])
        author = try fields.value(.author, else: [])
        date = try fields.value(.date, else: [])
        byline = try fields.value(.byline, else: [])
    }
}

extension CommentRules {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case shape, item, idPrefixes, idAttribute, body, excluded, byline, author, authorLink, date, permalink, parentLink, parentAttribute
        case depthClass, depthElement, depthAttribute, pingback, trackback
    }

    init(from decoder: any Decoder) throws {
        let fields = try Fields<CodingKeys>(decoder)
        self.init(item: try fields.container.decode(String.self, forKey: .item))
        shape = try fields.value(.shape, else: .element)
        idPrefixes = try fields.value(.idPrefixes, else: [])
        idAttribute = try fields.value(.idAttribute, else: nil)
        body = try fields.value(.body, else: [])
        excluded = try fields.value(.excluded, else: [])
        byline = try fields.value(.byline, else: [])
        author = try fields.value(.author, else: [])
        authorLink = try fields.value(.authorLink, else: [])
        date = try fields.value(.date, else: [])
        permalink = try fields.value(.permalink, else: [])
        parentLink = try fields.value(.parentLink, else: [])
        parentAttribute = try fields.value(.parentAttribute, else: nil)
        depthClass = try fields.value(.depthClass, else: nil)
        depthElement = try fields.value(.depthElement, else: nil)
        depthAttribute = try fields.value(.depthAttribute, else: nil)
        pingback = try fields.value(.pingback, else: [])
        trackback = try fields.value(.trackback, else: [])
    }
}

/// The fields of a JSON object of which all keys are known.
private struct Fields<Key: CodingKey & CaseIterable & RawRepresentable> where Key.RawValue == String {
    let container: KeyedDecodingContainer<Key>

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: Key.self)
        let known = Set(Key.allCases.map(\.rawValue))
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "there is no field \"\(key.stringValue)\"; the fields are \(known.sorted().joined(separator: ", "))"))
        }
    }

    func value<Value: Decodable>(_ key: Key, else none: Value) throws -> Value {
        try container.decodeIfPresent(Value.self, forKey: key) ?? none
    }
}
