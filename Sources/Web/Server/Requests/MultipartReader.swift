/// Reads a form with a file as it arrives (RFC 7578), strictly and with bounds on everything: fields are kept up to the size of a form, the
/// one file up to the size of a picture. What is larger is counted and let go, so that no request takes more memory than that.
struct MultipartReader {
  /// What came: fields in their order, and the file if one was chosen.
  struct Contents: Equatable {
    var fields: [(name: String, value: String)] = []
    var file: File?
    static func == (a: Contents, b: Contents) -> Bool {
      a.file == b.file && a.fields.elementsEqual(b.fields) { $0 == $1 }
    }
  }
  struct File: Equatable {
    let field: String
    /// Nil when it was larger than may be kept, or nothing was to be kept of it.
    var bytes: [UInt8]?
    var length = 0
  }

  private enum State { case preamble, afterBoundary, headers, body, end }
  private static let mostHeaderBytes = 2_048
  private static let mostBoundary = 70

  private let delimiter: [UInt8]
  private let mostFieldBytes: Int
  private let mostFileBytes: Int
  private var state = State.preamble
  /// What arrived and is not yet understood: never more than a header and a delimiter, and what came last.
  private var pending: [UInt8]
  private var part: Part?
  private var fieldBytes = 0
  private var contents = Contents()
  private let handsOn: Bool
  private var handed: [UInt8] = []

  private struct Part {
    let name: String
    let isFile: Bool
    var bytes: [UInt8] = []
    var length = 0
    var isKept = true
  }

  /// `type` is the header Content-Type; nothing of a file is kept where `mostFileBytes` is nil, and
  /// with `handsOn` it waits to be taken by ``handOn()``. Nil without a boundary that can be one.
  init?(type: String, mostFieldBytes: Int, mostFileBytes: Int?, handsOn: Bool = false) {
    guard let boundary = Self.parameter("boundary", of: type), (1...Self.mostBoundary).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
    else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
    // The first delimiter may stand at the very beginning.
    pending = [0x0D, 0x0A]
    self.mostFieldBytes = mostFieldBytes
    self.mostFileBytes = mostFileBytes ?? -1
    self.handsOn = handsOn
  }

  /// The next bytes, however they were cut. Throws ``BadRequest`` and ``Refused/bodyTooLarge``.
  mutating func read(_ bytes: some Sequence<UInt8>) throws {
    pending += bytes
    while try step() {}
  }

  /// What came of the file since the last time.
  mutating func handOn() -> [UInt8] {
    defer { handed = [] }
    return handed
  }

  /// What came, once all has been read. Throws ``BadRequest`` when its end is missing.
  consuming func finish() throws -> Contents {
    guard case .end = state else { throw BadRequest.multipart }
    return contents
  }

  /// Whether it can go on with what is there.
  private mutating func step() throws -> Bool {
    switch state {
    case .preamble:
      guard pending.count >= delimiter.count else { return false }
      // Browsers put nothing before the first part.
      guard pending.starts(with: delimiter) else { throw BadRequest.multipart }
      pending.removeFirst(delimiter.count)
      state = .afterBoundary
    case .afterBoundary:
      guard pending.count >= 2 else { return false }
      let ends = pending[0] == UInt8(ascii: "-") && pending[1] == UInt8(ascii: "-")
      guard ends || (pending[0] == 0x0D && pending[1] == 0x0A) else { throw BadRequest.multipart }
      pending.removeFirst(2)
      state = ends ? .end : .headers
    case .headers:
      guard let end = Self.place(of: [0x0D, 0x0A, 0x0D, 0x0A], in: pending) else {
        guard pending.count <= Self.mostHeaderBytes else { throw BadRequest.multipart }
        return false
      }
      guard end <= Self.mostHeaderBytes else { throw BadRequest.multipart }
      part = try begin(pending[..<end])
      pending.removeFirst(end + 4)
      state = .body
    // A part without a byte ends with the delimiter at once.
    case .body:
      if let end = Self.place(of: delimiter, in: pending) {
        try take(pending[..<end])
        try close()
        pending.removeFirst(end + delimiter.count)
        state = .afterBoundary
      } else {
        let safe = pending.count - delimiter.count
        guard safe > 0 else { return false }
        try take(pending[..<safe])
        pending.removeFirst(safe)
        return false
      }
    case .end:
      // What stands behind the end means nothing.
      pending = []
      return false
    }
    return true
  }

  private mutating func begin(_ header: ArraySlice<UInt8>) throws -> Part {
    guard let text = String(validating: header, as: UTF8.self) else { throw BadRequest.notText }
    var disposition: Substring?
    for line in text.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { throw BadRequest.multipart }
      guard line[..<colon].lowercased() == "content-disposition" else { continue }
      guard disposition == nil else { throw BadRequest.multipart }
      disposition = line[line.index(after: colon)...].trimmingSpaces
    }
    guard let disposition, disposition.lowercased().hasPrefix("form-data"), let name = Self.parameter("name", of: String(disposition))
    else {
      throw BadRequest.multipart
    }
    guard contents.fields.count < FormDecoding.maximumPairs else { throw BadRequest.repeatedField }
    // What the file was called is not even looked at.
    let isFile = Self.parameter("filename", of: String(disposition)) != nil || disposition.lowercased().contains("filename*")
    guard !isFile || contents.file == nil else { throw BadRequest.repeatedField }
    return Part(name: name, isFile: isFile, isKept: !isFile || mostFileBytes >= 0)
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) throws {
    guard var part else { throw BadRequest.multipart }
    self.part = nil
    part.length += bytes.count
    if part.isFile {
      if handsOn { handed += bytes }
      if part.isKept, part.length > mostFileBytes {
        part.isKept = false
        part.bytes = []
      }
    } else {
      fieldBytes += bytes.count
      guard fieldBytes <= mostFieldBytes else { throw Refused.bodyTooLarge }
    }
    if part.isKept { part.bytes += bytes }
    self.part = part
  }

  private mutating func close() throws {
    guard let part else { throw BadRequest.multipart }
    self.part = nil
    guard part.isFile else {
      guard let text = String(validating: part.bytes, as: UTF8.self) else { throw BadRequest.notText }
      return contents.fields.append((part.name, text))
    }
    // A browser sends an empty file where none was chosen.
    if part.length > 0 { contents.file = File(field: part.name, bytes: part.isKept ? part.bytes : nil, length: part.length) }
  }

  /// The value of `name="value"` in a header; browsers write a quote in it as %22.
  private static func parameter(_ name: String, of header: String) -> String? {
    var rest = header[...]
    while let semicolon = rest.firstIndex(of: ";") {
      rest = rest[rest.index(after: semicolon)...].trimmingSpaces
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let key = rest[..<equals].trimmingSpaces.lowercased()
      rest = rest[rest.index(after: equals)...]
      let value: Substring
      if rest.first == "\"" {
        rest = rest.dropFirst()
        guard let quote = rest.firstIndex(of: "\"") else { return nil }
        value = rest[..<quote]
        rest = rest[rest.index(after: quote)...]
      } else {
        value = rest.prefix { $0 != ";" }.trimmingSpaces
        rest = rest.drop { $0 != ";" }
      }
      if key == name { return String(value) }
    }
    return nil
  }

  /// Where a short run of bytes begins: its first byte is looked for first.
  private static func place(of needle: [UInt8], in hay: [UInt8]) -> Int? {
    hay.withUnsafeBufferPointer { hay in
      guard hay.count >= needle.count else { return nil }
      for start in 0...(hay.count - needle.count) where hay[start] == needle[0] {
        var length = 1
        while length < needle.count, hay[start + length] == needle[length] { length += 1 }
        if length == needle.count { return start }
      }
      return nil
    }
  }
}
