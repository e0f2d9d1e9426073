extension PictureHeader {
  /// Walks the chunks within the length the file says it has.
  static func webp(_ bytes: PictureBytes) throws(PictureProblem) -> PictureHeader {
    let length = try bytes.little(4, 4) + 8
    guard length <= bytes.count, length >= 20 else { throw .damaged }
    var place = 12
    var canvas: (width: Int, height: Int)?
    var image: (width: Int, height: Int)?
    var orientation = Orientation.upright
    var isLossless = false
    while place + 8 <= length {
      let size = try bytes.little(place + 4, 4)
      let body = try bytes.slice(place + 8, size)
      switch String(decoding: bytes.all[place..<(place + 4)], as: UTF8.self) {
      case "VP8X":
        guard try bytes.byte(place + 8) & 0x02 == 0 else { throw .moves }
        canvas = (try bytes.little(place + 12, 3) + 1, try bytes.little(place + 15, 3) + 1)
      case "ANIM", "ANMF": throw .moves
      case "VP8 ":
        guard image == nil, bytes.has([0x9D, 0x01, 0x2A], at: place + 11) else { throw .damaged }
        image = (try bytes.little(place + 14, 2) & 0x3FFF, try bytes.little(place + 16, 2) & 0x3FFF)
      case "VP8L":
        guard image == nil, try bytes.byte(place + 8) == 0x2F else { throw .damaged }
        let bits = try bytes.little(place + 9, 4)
        image = (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        isLossless = true
      case "EXIF": orientation = Orientation(exif: body.starts(with: Array("Exif\0\0".utf8)) ? body.dropFirst(6) : body)
      default: break
      }
      // Chunks begin at even places.
      place += 8 + size + size & 1
    }
    guard let image, canvas.map({ $0 == image }) ?? true else { throw .damaged }
    return try PictureHeader(
      .webp, width: image.width, height: image.height, orientation: orientation, isLossless: isLossless, core: Array(bytes.all[..<length]))
  }
}
