extension PictureHeader {
  /// Walks the segments to the end of the image, through its entropy-coded data too.
  static func jpeg(_ bytes: PictureBytes) throws(PictureProblem) -> PictureHeader {
    var place = 2
    var size: (width: Int, height: Int)?
    var orientation = Orientation.upright
    var scans = 0
    while true {
      guard try bytes.byte(place) == 0xFF else { throw .damaged }
      let marker = try bytes.byte(place + 1)
      switch marker {
      case 0xFF: place += 1
      case 0x01, 0xD0...0xD7: place += 2
      case 0xD9:
        guard let size, scans > 0 else { throw .damaged }
        return try PictureHeader(
          .jpeg, width: size.width, height: size.height, orientation: orientation, core: Array(bytes.all[..<(place + 2)]))
      // Baseline, extended and progressive; the others no camera and no browser knows.
      case 0xC0, 0xC1, 0xC2:
        guard size == nil, try bytes.byte(place + 4) == 8, [1, 3, 4].contains(try bytes.byte(place + 9)) else { throw .damaged }
        size = (try bytes.big(place + 7, 2), try bytes.big(place + 5, 2))
        _ = try PictureHeader(.jpeg, width: size?.width ?? 0, height: size?.height ?? 0, core: [])
        place = try afterSegment(bytes, place)
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unknownFormat
      case 0xDA:
        scans += 1
        guard size != nil, scans <= PictureLimits.scans else { throw .damaged }
        place = try afterScan(bytes, try afterSegment(bytes, place))
      case 0x00, 0xD8: throw .damaged
      case 0xE1:
        let end = try afterSegment(bytes, place)
        if bytes.has(Array("Exif\0\0".utf8), at: place + 4) { orientation = Orientation(exif: bytes.all[(place + 10)..<end]) }
        place = end
      default: place = try afterSegment(bytes, place)
      }
    }
  }

  private static func afterSegment(_ bytes: PictureBytes, _ place: Int) throws(PictureProblem) -> Int {
    let length = try bytes.big(place + 2, 2)
    guard length >= 2 else { throw .damaged }
    return try bytes.slice(place + 2, length).endIndex
  }

  /// Where the next marker stands: in a scan 0xFF is followed by zero, or restarts it.
  private static func afterScan(_ bytes: PictureBytes, _ start: Int) throws(PictureProblem) -> Int {
    var place = start
    bytes.all.withUnsafeBufferPointer { all in
      while place + 1 < all.count, all[place] != 0xFF || all[place + 1] == 0 || (0xD0...0xD7).contains(all[place + 1]) { place += 1 }
    }
    return place
  }
}
