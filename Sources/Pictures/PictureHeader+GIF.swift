extension PictureHeader {
  /// Walks the blocks to the end of the first image, which is all that is decoded.
  static func gif(_ bytes: PictureBytes) throws(PictureProblem) -> PictureHeader {
    let screen = (width: try bytes.little(6, 2), height: try bytes.little(8, 2))
    var place = 13 + colors(try bytes.byte(10))
    while true {
      switch try bytes.byte(place) {
      case 0x21: place = try afterBlocks(bytes, place + 2)
      case 0x2C:
        let right = try bytes.little(place + 1, 2) + bytes.little(place + 5, 2)
        let bottom = try bytes.little(place + 3, 2) + bytes.little(place + 7, 2)
        let width = max(screen.width, right), height = max(screen.height, bottom)
        _ = try PictureHeader(.gif, width: width, height: height, core: [])
        let end = try afterBlocks(bytes, place + 10 + colors(try bytes.byte(place + 9)) + 1)
        return try PictureHeader(.gif, width: width, height: height, isLossless: true, core: Array(bytes.all[..<end]) + [0x3B])
      default: throw .damaged
      }
    }
  }

  /// The bytes of a table of colours, if the flags say that there is one.
  private static func colors(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

  private static func afterBlocks(_ bytes: PictureBytes, _ start: Int) throws(PictureProblem) -> Int {
    var place = start
    while true {
      let length = try bytes.byte(place)
      place += 1 + length
      if length == 0 { return place }
    }
  }
}
