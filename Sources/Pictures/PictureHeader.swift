/// What a file says of itself before it is decoded, read by ourselves so that no decoder is given more than it may take.
struct PictureHeader: Equatable {
  enum Kind { case png, jpeg, gif, webp }
  let kind: Kind
  let width: Int
  let height: Int
  var orientation = Orientation.upright
  /// Whether every pixel was kept as it was: then so do we.
  var isLossless = false
  /// The part of the file that is the picture: what stands after its end, and what only says something about it, is never decoded.
  let core: [UInt8]

  /// Throws what is wrong. Everything is bounds-checked: these are the first bytes of a stranger that we believe.
  init(_ file: [UInt8]) throws(PictureProblem) {
    guard file.count <= PictureLimits.bytes else { throw .tooManyBytes }
    let bytes = PictureBytes(file)
    if bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
      self = try Self.png(bytes)
    } else if bytes.has([0xFF, 0xD8, 0xFF], at: 0) {
      self = try Self.jpeg(bytes)
    } else if bytes.has(Array("GIF87a".utf8), at: 0) || bytes.has(Array("GIF89a".utf8), at: 0) {
      self = try Self.gif(bytes)
    } else if bytes.has(Array("RIFF".utf8), at: 0), bytes.has(Array("WEBP".utf8), at: 8) {
      self = try Self.webp(bytes)
    } else {
      throw .unknownFormat
    }
  }

  /// Throws `tooManyPixels` and, for no pixels at all, `damaged`.
  init(
    _ kind: Kind, width: Int, height: Int, orientation: Orientation = .upright, isLossless: Bool = false, core: [UInt8]
  ) throws(PictureProblem) {
    guard width > 0, height > 0 else { throw .damaged }
    guard width <= PictureLimits.side, height <= PictureLimits.side, width * height <= PictureLimits.pixels else { throw .tooManyPixels }
    self.kind = kind
    self.width = width
    self.height = height
    self.orientation = orientation
    self.isLossless = isLossless
    self.core = core
  }
}

/// Bytes of a stranger's file: reading beyond the end says that it is damaged.
struct PictureBytes {
  let all: [UInt8]
  init(_ all: [UInt8]) { self.all = all }

  var count: Int { all.count }

  func has(_ expected: [UInt8], at place: Int) -> Bool {
    place >= 0 && place <= count && expected.count <= count - place && all[place..<(place + expected.count)].elementsEqual(expected)
  }

  func byte(_ place: Int) throws(PictureProblem) -> Int {
    guard all.indices.contains(place) else { throw .damaged }
    return Int(all[place])
  }

  /// The first byte is the highest.
  func big(_ place: Int, _ length: Int) throws(PictureProblem) -> Int {
    var number = 0
    for offset in 0..<length { number = number << 8 | (try byte(place + offset)) }
    return number
  }

  /// The first byte is the lowest.
  func little(_ place: Int, _ length: Int) throws(PictureProblem) -> Int {
    var number = 0
    for offset in (0..<length).reversed() { number = number << 8 | (try byte(place + offset)) }
    return number
  }

  func slice(_ start: Int, _ length: Int) throws(PictureProblem) -> ArraySlice<UInt8> {
    guard start >= 0, length >= 0, start <= count, length <= count - start else { throw .damaged }
    return all[start..<(start + length)]
  }
}
