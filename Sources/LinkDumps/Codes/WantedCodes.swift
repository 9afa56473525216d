public import ShortLinks

/// The codes that are looked for, each with a number under which what is found is kept.
public struct WantedCodes: Sendable {
    private var numbers: [ShortCode: Int] = [:]
    private var codes: [String: [(code: String, number: Int)]] = [:]

    /// Looks for nothing yet.
    public init() {}

    /// Looks for a code, too. Where a query was added to a link, the code without it is looked for as well.
    public mutating func insert(_ code: ShortCode) {
        for code in [code, code.withoutQuery].compactMap(\.self) where numbers[code] == nil {
            let number = numbers.count
            numbers[code] = number
            codes[code.service, default: []].append((code.code, number))
        }
    }

    /// The numbers under which something may be found about a code, the better one first.
    public func numbers(of code: ShortCode) -> [Int] {
        [code, code.withoutQuery].compactMap { code in code.flatMap { numbers[$0] } }
    }

    /// The codes of a service that begin and end as all those of a text do, without these beginnings and ends.
    func table(of space: CodeSpace) -> CodeTable {
        var builder = CodeTable.Builder()
        for (code, number) in codes[space.service] ?? [] {
            let bytes = Array(code.utf8)
            guard bytes.count > space.prefix.count + space.suffix.count, bytes.starts(with: space.prefix),
                bytes.suffix(space.suffix.count).elementsEqual(space.suffix)
            else { continue }
            builder.add(bytes.dropFirst(space.prefix.count).dropLast(space.suffix.count), number: number)
        }
        return builder.build()
    }
}

extension ShortCode {
    /// The code in front of a query; `nil` where there is no query, or nothing else.
    fileprivate var withoutQuery: ShortCode? {
        guard let mark = code.utf8.firstIndex(of: UInt8(ascii: "?")), mark > code.startIndex else { return nil }
        return ShortCode(service: service, code: String(code[..<mark]))
    }
}
