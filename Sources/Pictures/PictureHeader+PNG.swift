extension PictureHeader {
  /// Walks the chunks to the end. Only those that make the picture go on to the decoder: texts and profiles, which unpack to anything,
  /// do not.
  static func png(_ bytes: PictureBytes) throws(PictureProblem) -> PictureHeader {
    guard try bytes.big(8, 4) == 13, bytes.has(Array("IHDR".utf8), at: 12) else { throw .damaged }
    let (width, height) = (try bytes.big(16, 4), try bytes.big(20, 4))
    // Before anything is copied.
    _ = try PictureHeader(.png, width: width, height: height, core: [])
    var core = Array(bytes.all.prefix(8))
    core.reserveCapacity(bytes.count)
    var orientation = Orientation.upright
    var place = 8
    var hasData = false
    while true {
      let length = try bytes.big(place, 4)
      let chunk = try bytes.slice(place, 12 + length)
      let type = String(decoding: chunk.dropFirst(4).prefix(4), as: UTF8.self)
      switch type {
      case "IHDR", "PLTE", "tRNS", "IDAT":
        core += chunk
        if type == "IDAT" { hasData = true }
      case "eXIf": orientation = Orientation(exif: chunk.dropFirst(8).dropLast(4))
      case "IEND":
        guard hasData else { throw .damaged }
        core += chunk
        return try PictureHeader(.png, width: width, height: height, orientation: orientation, isLossless: true, core: core)
      default: break
      }
      place += 12 + length
    }
  }
}
