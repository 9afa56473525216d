/// What the path of a dump tells: releases of the URLTeam say much of what is in a file with its name and folders alone.
///
/// Known are `urlteam_2015-07-29-12-00-00/bitly_6.2015-07-29-12-00-00.zip` with `bitly_6/______.txt.xz` in it, `bit.ly/00000-9____/10000-1____.txt.xz`,
/// `tr.im-relaunched.txt.xz` (releases of 2011 to 2013), and `shorturls-20240101.gz` (Wikimedia).
struct DumpName {
    /// Where a text is: the end of its path, from the part on that tells the service or the file, and the path in the zip.
    let source: String
    /// The shortener that the path names; `nil` if it names none.
    let service: String?
    /// When the dump was made, by the path, in ISO 8601.
    let date: String?
    /// How many bytes each code has; `nil` where the name does not tell.
    let codeLength: Int?

    /// - Parameters:
    ///   - path: the file's path.
    ///   - entry: the path in the zip; `nil` where there is no zip.
    init(path: String, entry: String?, names: ServiceNames) {
        let folders = path.split(separator: "/").map(String.init)
        let all = folders + (entry ?? "").split(separator: "/").map(String.init)
        let file = folders.count - 1
        let services = all.enumerated().map { place, name in
            let stem = Self.stem(name)
            // Folders that are the user's own may be called anything; a project names the zip and the folder in it.
            return names.service(ofHostIn: stem) ?? (place >= file ? names.service(ofProjectIn: stem) : nil)
        }
        let named = services.lastIndex { $0 != nil }
        service = named.flatMap { services[$0] }
        date = all.reversed().lazy.compactMap(DumpDate.inName).first
        codeLength = all.last.flatMap(Self.codeLength)
        source = all.isEmpty ? path : all[max(0, min(named ?? file, file))...].joined(separator: "/")
    }

    private static let suffixes = [".txt", ".xz", ".gz", ".bz2", ".zst", ".zip", ".json", ".meta"]

    /// A name without what tells its format.
    private static func stem(_ name: String) -> Substring {
        var stem = name[...]
        while let suffix = suffixes.first(where: { stem.hasSuffix($0) && stem.count > $0.count }) { stem = stem.dropLast(suffix.count) }
        return stem
    }

    /// A file is named by what its codes begin with, percent-encoded, and one underscore for each further character.
    private static func codeLength(_ name: String) -> Int? {
        var rest = Array(stem(name).utf8)[...]
        var length = 0
        while rest.last == UInt8(ascii: "_") {
            rest.removeLast()
            length += 1
        }
        guard length > 0 else { return nil }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2 else { return nil }
                rest.removeFirst(2)
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                return nil
            }
            length += 1
        }
        return length
    }
}
