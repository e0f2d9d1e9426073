/// The formats we write. What came as GIF becomes PNG: the same pixels in fewer bytes.
package enum PictureFormat: String, Sendable, CaseIterable {
  case jpeg = "jpg"
  case png, webp
}

/// A picture as we keep it: ours to the last byte.
package struct MadePicture: Sendable, Equatable {
  package let format: PictureFormat
  package let size: PictureSize
  package let bytes: [UInt8]
  /// A smaller one for pages, as WebP, where the whole is larger than the box it was made for.
  package let small: [UInt8]?
}

/// A face as we keep it: a square in two sizes, as WebP.
package struct MadeFace: Sendable, Equatable {
  package let small: [UInt8]
  package let large: [UInt8]
  /// The sides of the two squares.
  package static let sides = (small: 96, large: 192)
}

/// The small picture of a site's tabs as we keep it: a square PNG, which every browser shows there.
package struct MadeIcon: Sendable, Equatable {
  package let bytes: [UInt8]
  /// The side of the square.
  package static let side = 96
}

extension MadeIcon {
  /// As a picture, cut to the square around its middle.
  init(_ file: [UInt8]) throws(PictureProblem) {
    let header = try PictureHeader(file)
    let square = PictureArea.square(PictureSize(header.width, header.height))
    let canvas = try Canvas.decoding(header).drawn(from: square, at: PictureSize(Self.side, Self.side)).upright(header.orientation)
    bytes = try canvas.encoded(.png, quality: 0)
  }
}

extension MadePicture {
  /// A photograph may come as PNG, many times as large as it need be; text and drawings stay below this.
  private static let mostPNGBytes = 2 * 1024 * 1024

  /// Checks the header, decodes, turns upright, makes smaller and writes anew.
  init(_ file: [UInt8], smallWithin box: PictureSize) throws(PictureProblem) {
    let header = try PictureHeader(file)
    let canvas = try Self.kept(header)
    size = PictureSize(canvas.width, canvas.height)
    (format, bytes) = try Self.written(canvas, header)
    let fitted = size.fitting(box)
    small = fitted == size ? nil : try canvas.drawn(from: .all(size), at: fitted).encoded(.webp, quality: 82)
  }

  /// At the size it is kept at, upright.
  private static func kept(_ header: PictureHeader) throws(PictureProblem) -> Canvas {
    let decoded = try Canvas.decoding(header)
    let size = PictureSize(header.width, header.height)
    let kept = size.holding(PictureLimits.keptPixels)
    let canvas = kept == size ? decoded : try decoded.drawn(from: .all(size), at: kept)
    return try canvas.upright(header.orientation)
  }

  private static func written(_ canvas: Canvas, _ header: PictureHeader) throws(PictureProblem) -> (PictureFormat, [UInt8]) {
    switch header.kind {
    case .jpeg: return (.jpeg, try canvas.encoded(.jpeg, quality: 85))
    case .webp: return (.webp, try canvas.encoded(.webp, quality: header.isLossless ? Canvas.lossless : 85))
    case .png, .gif:
      let bytes = try canvas.encoded(.png, quality: 0)
      guard bytes.count > mostPNGBytes else { return (.png, bytes) }
      return canvas.isOpaque ? (.jpeg, try canvas.encoded(.jpeg, quality: 88)) : (.webp, try canvas.encoded(.webp, quality: 88))
    }
  }
}

extension MadeFace {
  /// As a picture, cut to the square around its middle.
  init(_ file: [UInt8]) throws(PictureProblem) {
    let header = try PictureHeader(file)
    let decoded = try Canvas.decoding(header)
    let side = Self.sides.large
    let square = PictureArea.square(PictureSize(header.width, header.height))
    let canvas = try decoded.drawn(from: square, at: PictureSize(side, side)).upright(header.orientation)
    large = try canvas.encoded(.webp, quality: 85)
    small = try canvas.drawn(from: .all(PictureSize(side, side)), at: PictureSize(Self.sides.small, Self.sides.small))
      .encoded(.webp, quality: 85)
  }
}
