/// Numbers of names of at most eight bytes by these. Of names that fall on one place, the last is remembered.
struct ShortNameCache {
    private var places: [(name: UInt64, number: Int32)] = Array(repeating: (0, 0), count: 64)

    subscript(name: UnsafeBufferPointer<UInt8>) -> Int32? {
        get {
            guard let key = Self.key(name), case let place = places[Self.place(key)], place.name == key else { return nil }
            return place.number
        }
        set {
            guard let key = Self.key(name), let newValue else { return }
            places[Self.place(key)] = (key, newValue)
        }
    }

    /// The bytes as one number, which no other name has: names hold no zeros.
    private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard 1...8 ~= name.count else { return nil }
        var key: UInt64 = 0
        for byte in name { key = key << 8 | UInt64(byte) }
        return key
    }

    private static func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
}
