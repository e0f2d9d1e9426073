import CZlib

/// Unpacks gzip as it arrives, in little memory; what is not gzip passes as it is.
package final class Gunzip {
  private static let chunk = 1 << 18
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var first: [UInt8] = []
  private var isPacked: Bool?
  private var isAtEnd = false

  package init() { stream.initialize(to: z_stream()) }

  deinit {
    if isPacked == true { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Throws ``ArchiveFault`` for damage, and whatever `body` throws.
  package func read(_ bytes: [UInt8], _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    guard let isPacked else {
      first += bytes
      guard first.count >= 2 else { return }
      let isPacked = first[0] == 0x1F && first[1] == 0x8B
      // 15 bits of window, and 16 more ask for gzip's header.
      if isPacked, inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK {
        throw ArchiveFault.system("there is no memory to unpack with")
      }
      self.isPacked = isPacked
      let all = first
      first = []
      return try read(all, body)
    }
    if isPacked { try inflated(bytes, body) } else { try body(bytes[...]) }
  }

  /// Throws ``ArchiveFault`` where its end is missing.
  package func finish() throws { if isPacked != false, !isAtEnd { throw ArchiveFault.cut(after: nil) } }

  private func inflated(_ bytes: [UInt8], _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    var place = 0
    while place < bytes.count {
      // One archive may be packed in several parts, one behind the other.
      if isAtEnd {
        guard inflateReset(stream) == Z_OK else { throw ArchiveFault.notAnArchive }
        isAtEnd = false
      }
      var status = Z_OK
      let before = place
      let made = [UInt8](unsafeUninitializedCapacity: Self.chunk) { out, count in
        bytes.withUnsafeBufferPointer { input in
          stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + place })
          stream.pointee.avail_in = UInt32(bytes.count - place)
          stream.pointee.next_out = out.baseAddress
          stream.pointee.avail_out = UInt32(Self.chunk)
          status = inflate(stream, Z_NO_FLUSH)
          place = bytes.count - Int(stream.pointee.avail_in)
          count = Self.chunk - Int(stream.pointee.avail_out)
        }
      }
      if !made.isEmpty { try body(made[...]) }
      isAtEnd = status == Z_STREAM_END
      guard status == Z_OK || isAtEnd || (status == Z_BUF_ERROR && place == bytes.count) else { throw ArchiveFault.notAnArchive }
      guard isAtEnd || place > before || !made.isEmpty else { throw ArchiveFault.notAnArchive }
    }
    if !isAtEnd { try rest(body) }
  }

  /// What is still in the window once all that came was taken in.
  private func rest(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    while !isAtEnd {
      var status = Z_OK
      let made = [UInt8](unsafeUninitializedCapacity: Self.chunk) { out, count in
        (stream.pointee.next_in, stream.pointee.avail_in) = (nil, 0)
        (stream.pointee.next_out, stream.pointee.avail_out) = (out.baseAddress, UInt32(Self.chunk))
        status = inflate(stream, Z_NO_FLUSH)
        count = Self.chunk - Int(stream.pointee.avail_out)
      }
      if !made.isEmpty { try body(made[...]) }
      isAtEnd = status == Z_STREAM_END
      guard status == Z_OK || isAtEnd || status == Z_BUF_ERROR else { throw ArchiveFault.notAnArchive }
      if made.isEmpty { return }
    }
  }
}
