import CGd

/// Pixels in memory, made and let go of by libgd. It never leaves the thread it was made on.
final class Canvas {
  private let image: gdImagePtr

  private init(_ image: gdImagePtr) { self.image = image }
  deinit { gdImageDestroy(image) }

  /// libgd prints what it finds wrong with a stranger's file; the page says it already.
  private static let isSilent: Bool = {
    gdSetErrorMethod { _, _, _ in }
    return true
  }()

  /// libpng writes to C's stderr what it finds odd about a stranger's file, between the lines of the log, and libgd leaves no way to stop it.
  /// The log, and Swift's own last words, go to the descriptor and not through it. Both are only read once they are made.
  private nonisolated(unsafe) static let complaints = gd_complaints()
  private nonisolated(unsafe) static let nowhere = gd_nowhere()

  private static func silently<T>(_ body: () -> T) -> T {
    guard isSilent, let complaints, let nowhere else { return body() }
    gd_complain_to(nowhere)
    defer { gd_complain_to(complaints) }
    return body()
  }

  var width: Int { Int(image.pointee.sx) }
  var height: Int { Int(image.pointee.sy) }
  private var hasPalette: Bool { image.pointee.trueColor == 0 }

  /// Decodes what a header announced. Throws `damaged` when it is something else.
  static func decoding(_ header: PictureHeader) throws(PictureProblem) -> Canvas {
    var core = header.core
    let length = Int32(core.count)
    let image = silently {
      core.withUnsafeMutableBytes { bytes -> gdImagePtr? in
        switch header.kind {
        case .png: gdImageCreateFromPngPtr(length, bytes.baseAddress)
        case .jpeg: gdImageCreateFromJpegPtrEx(length, bytes.baseAddress, 0)
        case .gif: gdImageCreateFromGifPtr(length, bytes.baseAddress)
        case .webp: gdImageCreateFromWebpPtr(length, bytes.baseAddress)
        }
      }
    }
    guard let image else { throw .damaged }
    let canvas = Canvas(image)
    guard canvas.width == header.width, canvas.height == header.height else { throw .damaged }
    return canvas
  }

  /// A part of it, drawn anew at another size.
  func drawn(from part: PictureArea, at size: PictureSize) throws(PictureProblem) -> Canvas {
    guard let copy = gdImageCreateTrueColor(Int32(size.width), Int32(size.height)) else { throw .damaged }
    let canvas = Canvas(copy)
    gdImageAlphaBlending(copy, 0)
    if hasPalette { gdImagePaletteToTrueColor(image) }
    gdImageCopyResampled(
      copy, image, 0, 0, Int32(part.x), Int32(part.y), Int32(size.width), Int32(size.height), Int32(part.size.width),
      Int32(part.size.height))
    return canvas
  }

  /// Itself where it stands upright already.
  func upright(_ orientation: Orientation) throws(PictureProblem) -> Canvas {
    guard orientation != .upright else { return self }
    let (width, height) = (width, height)
    let size = orientation.isOnItsSide ? PictureSize(height, width) : PictureSize(width, height)
    guard let copy = gdImageCreateTrueColor(Int32(size.width), Int32(size.height)) else { throw .damaged }
    let canvas = Canvas(copy)
    if hasPalette { gdImagePaletteToTrueColor(image) }
    guard let from = image.pointee.tpixels, let to = copy.pointee.tpixels else { throw .damaged }
    for y in 0..<size.height {
      guard let row = to[y] else { throw .damaged }
      for x in 0..<size.width {
        // Where the pixel stands in the picture as the camera held it.
        let (column, line) =
          switch orientation {
          case .upright: (x, y)
          case .mirrored: (width - 1 - x, y)
          case .upsideDown: (width - 1 - x, height - 1 - y)
          case .flipped: (x, height - 1 - y)
          case .transposed: (y, x)
          case .turnedRight: (y, height - 1 - x)
          case .transversed: (width - 1 - y, height - 1 - x)
          case .turnedLeft: (width - 1 - y, x)
          }
        row[x] = from[line]?[column] ?? 0
      }
    }
    return canvas
  }

  /// Whether anything shines through.
  var isOpaque: Bool {
    guard !hasPalette else { return image.pointee.transparent < 0 && !hasClearColor }
    guard let rows = image.pointee.tpixels else { return true }
    for y in 0..<height {
      guard let row = rows[y] else { return true }
      for x in 0..<width where row[x] & 0x7F00_0000 != 0 { return false }
    }
    return true
  }

  private var hasClearColor: Bool {
    withUnsafeBytes(of: image.pointee.alpha) { bytes in
      bytes.bindMemory(to: Int32.self).prefix(Int(image.pointee.colorsTotal)).contains { $0 != 0 }
    }
  }

  /// Written anew: nothing of the file it came in is left but the pixels.
  func encoded(_ format: PictureFormat, quality: Int32) throws(PictureProblem) -> [UInt8] {
    var length: Int32 = 0
    let memory: UnsafeMutableRawPointer?
    switch format {
    case .jpeg:
      // Drawn coarse first, which a reader on a slow line sees sooner.
      gdImageInterlace(image, 1)
      memory = gdImageJpegPtr(image, &length, quality)
    case .png:
      gdImageInterlace(image, 0)
      if !hasPalette { gdImageSaveAlpha(image, isOpaque ? 0 : 1) }
      memory = gdImagePngPtrEx(image, &length, 6)
    case .webp:
      if hasPalette { gdImagePaletteToTrueColor(image) }
      gdImageSaveAlpha(image, 1)
      memory = gdImageWebpPtrEx(image, &length, quality)
    }
    guard let memory, length > 0 else { throw .damaged }
    defer { gdFree(memory) }
    return Array(UnsafeRawBufferPointer(start: memory, count: Int(length)))
  }

  static let lossless = gdWebpLossless
}
