import CGd

/// A picture as a camera or a drawing program makes it: four corners of different colours, so that it can be seen how it is turned.
struct SamplePicture {
  static let corners: [UInt32] = [0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00]
  let image: gdImagePtr

  /// `noise` fills it with what cannot be packed.
  static func bytes(_ width: Int, _ height: Int, as kind: String, noise: Bool = false) -> [UInt8] {
    guard let image = gdImageCreateTrueColor(Int32(width), Int32(height)) else { return [] }
    defer { gdImageDestroy(image) }
    let (w, h) = (Int32(width), Int32(height))
    let boxes = [(0, 0, w / 2, h / 2), (w / 2, 0, w, h / 2), (0, h / 2, w / 2, h), (w / 2, h / 2, w, h)]
    for (box, color) in zip(boxes, corners) {
      gdImageFilledRectangle(image, Int32(box.0), Int32(box.1), box.2 - 1, box.3 - 1, Int32(bitPattern: color))
    }
    if noise {
      var state: UInt32 = 1987
      for y in 0..<h {
        for x in 0..<w {
          state = state &* 1_664_525 &+ 1_013_904_223
          gdImageSetPixel(image, x, y, Int32(bitPattern: state >> 8))
        }
      }
    }
    return written(image, as: kind)
  }

  static func written(_ image: gdImagePtr, as kind: String) -> [UInt8] {
    var length: Int32 = 0
    let memory =
      switch kind {
      case "png": gdImagePngPtr(image, &length)
      case "jpeg": gdImageJpegPtr(image, &length, 95)
      case "gif": gdImageGifPtr(image, &length)
      default: gdImageWebpPtrEx(image, &length, kind == "lossless webp" ? gdWebpLossless : 90)
      }
    guard let memory else { return [] }
    defer { gdFree(memory) }
    return Array(UnsafeRawBufferPointer(start: memory, count: Int(length)))
  }

  /// Decodes what we made.
  init?(_ bytes: [UInt8]) {
    var bytes = bytes
    let length = Int32(bytes.count)
    let image = bytes.withUnsafeMutableBytes { all in
      switch all[0] {
      case 0x89: gdImageCreateFromPngPtr(length, all.baseAddress)
      case 0xFF: gdImageCreateFromJpegPtr(length, all.baseAddress)
      default: gdImageCreateFromWebpPtr(length, all.baseAddress)
      }
    }
    guard let image else { return nil }
    self.image = image
  }

  var size: [Int] { [Int(image.pointee.sx), Int(image.pointee.sy)] }

  /// The four corners in reading order, by the number of the colour that is nearest.
  var corners: [Int] {
    let (w, h) = (image.pointee.sx, image.pointee.sy)
    return [(w / 8, h / 8), (w - 1 - w / 8, h / 8), (w / 8, h - 1 - h / 8), (w - 1 - w / 8, h - 1 - h / 8)].map { x, y in
      let pixel = UInt32(bitPattern: gdImageGetTrueColorPixel(image, x, y))
      let distances = Self.corners.map { color in
        [16, 8, 0].reduce(0) { sum, shift in sum + abs(Int(pixel >> UInt32(shift) & 255) - Int(color >> UInt32(shift) & 255)) }
      }
      return distances.firstIndex(of: distances.min() ?? 0) ?? -1
    }
  }

  func alpha(_ x: Int, _ y: Int) -> Int { Int(gdImageGetTrueColorPixel(image, Int32(x), Int32(y)) >> 24) & 127 }
  func free() { gdImageDestroy(image) }
}

/// What is put into pictures to see whether it comes out again.
enum Planted {
  /// An EXIF block that says how the camera was held, and where.
  static func exif(_ orientation: Int, bigEndian: Bool = false) -> [UInt8] {
    func number(_ value: Int, _ length: Int) -> [UInt8] {
      let bytes = (0..<length).map { UInt8(value >> ($0 * 8) & 255) }
      return bigEndian ? bytes.reversed() : bytes
    }
    return (bigEndian ? [0x4D, 0x4D] : [0x49, 0x49]) + number(42, 2) + number(8, 4) + number(2, 2)
      + number(0x010F, 2) + number(2, 2) + number(4, 4) + Array("ABC\0".utf8)
      + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0] + number(0, 4) + Array("GPS 52.5200 N".utf8)
  }

  static func inJPEG(_ jpeg: [UInt8], _ exif: [UInt8]) -> [UInt8] {
    let body = Array("Exif\0\0".utf8) + exif
    let comment = Array("GPS comment".utf8)
    return Array(jpeg.prefix(2)) + [0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
      + [0xFF, 0xFE, 0, UInt8(comment.count + 2)] + comment + jpeg.dropFirst(2)
  }

  /// Behind the header of a PNG.
  static func inPNG(_ png: [UInt8], _ type: String, _ body: [UInt8]) -> [UInt8] {
    Array(png.prefix(33)) + big(body.count) + Array(type.utf8) + body + [0, 0, 0, 0] + png.dropFirst(33)
  }

  static func big(_ value: Int) -> [UInt8] {
    [UInt8(value >> 24 & 255), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }

  /// A simple WebP with an EXIF block behind its picture.
  static func inWebP(_ webp: [UInt8], _ exif: [UInt8], width: Int, height: Int) -> [UInt8] {
    func little(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(value >> ($0 * 8) & 255) } }
    let extended = Array("VP8X".utf8) + little(10, 4) + [0x08, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)
    let padded = exif.count % 2 == 0 ? exif : exif + [0]
    let body = Array("WEBP".utf8) + extended + webp.dropFirst(12) + Array("EXIF".utf8) + little(exif.count, 4) + padded
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  static func contains(_ words: String, in bytes: [UInt8]) -> Bool { bytes.firstRange(of: Array(words.utf8)) != nil }
}
