internal import Glibc

/// Bytes that are written one piece after the other, a hundred thousand pieces a page: an array asks for each whether it is its own.
struct ByteArena: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// What was written so far. It is valid up to the next change.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// Gives what was written so far to a body. The bytes are there as long as it runs.
    func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { body(bytes) }

    var isEmpty: Bool { count == 0 }
    var last: UInt8? { count == 0 ? nil : base[count - 1] }

    mutating func removeLast() {
        precondition(count > 0)
        count -= 1
    }

    /// Makes room for so many bytes more.
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(to: count + more) }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let start = piece.baseAddress else { return }
        if count + piece.count > capacity { grow(to: count + piece.count) }
        memcpy(base + count, start, piece.count)
        count += piece.count
    }

    /// Appends a part of what was written before.
    mutating func append(copyOf part: Range<Int>) {
        if count + part.count > capacity { grow(to: count + part.count) }
        memcpy(base + count, base + part.lowerBound, part.count)
        count += part.count
    }

    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(to: count + 1) }
        base[count] = byte
        count += 1
    }

    private mutating func grow(to least: Int) {
        capacity = max(least, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}
