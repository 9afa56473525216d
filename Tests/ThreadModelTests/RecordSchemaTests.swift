import Foundation
import Testing
import ThreadModel

@Suite("The JSON Schemas describe the records that are written")
struct RecordSchemaTests {
    /// The parts of JSON Schema that the schemas of records use.
    private final class Schema: Decodable {
        var dialect: String?
        var reference: String?
        var properties: [String: Property]?
        var required: [String]?
        var items: Schema?
        var definitions: [String: Schema]?
        var choices: [String]?

        enum CodingKeys: String, CodingKey {
            case dialect = "$schema"
            case reference = "$ref"
            case definitions = "$defs"
            case choices = "enum"
            case properties, required, items
        }

        func resolved(in root: Schema) -> Schema {
            guard let name = reference?.split(separator: "/").last else { return self }
            return root.definitions?[String(name)] ?? self
        }

        /// The paths of all properties.
        func paths(in root: Schema, below path: String = "") -> Set<String> {
            let schema = resolved(in: root)
            var paths = schema.items?.paths(in: root, below: path + "[]") ?? []
            for (key, property) in schema.properties ?? [:] {
                paths.insert(path + "." + key)
                paths.formUnion(property.schema?.paths(in: root, below: path + "." + key) ?? [])
            }
            return paths
        }
    }

    /// A schema, or `false`.
    private struct Property: Decodable {
        var schema: Schema?

        init(from decoder: any Decoder) throws {
            let isBool = (try? decoder.singleValueContainer().decode(Bool.self)) != nil
            schema = isBool ? nil : try Schema(from: decoder)
        }
    }

    private func schema(_ kind: RecordSchema) throws -> Schema {
        try JSONDecoder().decode(Schema.self, from: Data(kind.text.utf8))
    }

    private func fullRecord(_ kind: RecordSchema) throws -> JSONValue {
        switch kind {
        case .thread: try RecordEncoder.encode(FullRecord.thread)
        case .expansion: try RecordEncoder.encode(FullRecord.expansion)
        }
    }

    /// The paths of all members.
    private func paths(of value: JSONValue, below path: String = "") -> Set<String> {
        switch value {
        case .object(let members):
            members.reduce(into: []) { paths, member in
                paths.insert(path + "." + member.key)
                paths.formUnion(self.paths(of: member.value, below: path + "." + member.key))
            }
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(paths(of: $1, below: path + "[]")) }
        default: []
        }
    }

    @Test("a schema is JSON of draft 2020-12 and ends with a line end", arguments: RecordSchema.allCases)
    func dialect(_ kind: RecordSchema) throws {
        #expect(try schema(kind).dialect == "https://json-schema.org/draft/2020-12/schema")
        #expect(kind.text.hasSuffix("}\n"))
    }

    @Test("every key of a full record is in its schema, and besides an archive's digest no other", arguments: RecordSchema.allCases)
    func keys(_ kind: RecordSchema) throws {
        let schema = try schema(kind)
        #expect(try paths(of: fullRecord(kind)) == schema.paths(in: schema).subtracting([".digest"]))
    }

    @Test("what a schema requires is in the smallest record", arguments: RecordSchema.allCases)
    func required(_ kind: RecordSchema) throws {
        let record =
            switch kind {
            case .thread: try RecordEncoder.encode(FullRecord.smallestThread)
            case .expansion: try RecordEncoder.encode(FullRecord.smallestExpansion)
            }
        guard case .object(let members) = record else {
            Issue.record("a record is an object")
            return
        }
        #expect(try schema(kind).required == members.map(\.key))
    }

    @Test("both schemas name every status of an expansion")
    func statuses() throws {
        let all = Expansion.Status.allCases.map(\.rawValue)
        #expect(try schema(.expansion).properties?["status"]?.schema?.choices == all)
        #expect(try schema(.thread).definitions?["link"]?.properties?["expansionStatus"]?.schema?.choices == all)
    }
}
