import CZlib

/// Compresses answers. Pages carry no secret beside what a stranger may choose, so their length betrays nothing.
enum Gzip {
  /// Nil when the library has no memory.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window, and 16 more ask for gzip's header.
    guard deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      return nil
    }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    var finished = false
    let packed = [UInt8](unsafeUninitializedCapacity: room) { out, count in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(room)
        finished = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = finished ? room - Int(stream.avail_out) : 0
      }
    }
    return finished ? packed : nil
  }

  /// Whether the browser takes gzip, by `Accept-Encoding`.
  static func isAccepted(_ header: String?) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { entry in
      let parts = entry.split(separator: ";").map(\.trimmingSpaces)
      guard let name = parts.first, name.lowercased() == "gzip" || name == "*" else { return false }
      return !parts.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" || $0 == "q=0.00" || $0 == "q=0.000" }
    }
  }
}
