extension Unicode.Scalar {
    /// Whether this is white space (Unicode, property White_Space).
    public var isSpace: Bool { value < 0x80 ? value == 0x20 || value &- 9 < 5 : properties.isWhitespace }
}

extension String {
    /// The text without white space at its ends.
    public func trimmingSpace() -> String {
        // Where the ends are printable ASCII, they are no space.
        if let first = utf8.first, let last = utf8.last, first &- 0x21 < 0x5E, last &- 0x21 < 0x5E { return self }
        return self[...].trimmingSpace()
    }

    /// The text with every run of white space as one space, and none at its ends.
    public func collapsingSpace() -> String {
        isCollapsed ? self : split(whereSeparator: \.isSpace).joined(separator: " ")
    }

    /// Whether the only white space is single spaces between words, by a look at the bytes: most lines of a page are so already.
    private var isCollapsed: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            var window: UInt32 = 0x20
            for byte in bytes {
                if byte == 0x20 ? window & 0xFF == 0x20 : byte.isSpace { return false }
                window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
                if byte >= 0x80, Self.isWideSpace(window) { return false }
            }
            return window & 0xFF != 0x20
        } ?? false
    }

    /// Whether the last two or three of some bytes are white space beyond ASCII (Unicode, property White_Space).
    private static func isWideSpace(_ bytes: UInt32) -> Bool {
        switch bytes {
        case 0xE1_9A80, 0xE2_8080...0xE2_808A, 0xE2_80A8, 0xE2_80A9, 0xE2_80AF, 0xE2_819F, 0xE3_8080: true
        default: bytes & 0xFFFF == 0xC285 || bytes & 0xFFFF == 0xC2A0
        }
    }
}

extension Substring {
    /// The text without white space at its ends.
    public func trimmingSpace() -> String {
        let scalars = unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.isSpace }), let end = scalars.lastIndex(where: { !$0.isSpace }) else { return "" }
        return String(self[start...end])
    }

    /// The text with every run of white space as one space, and none at its ends.
    public func collapsingSpace() -> String { String(self).collapsingSpace() }
}
