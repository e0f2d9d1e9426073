/// How a camera was held: what has to be done to a picture so that it stands upright. The raw values are those of EXIF.
enum Orientation: Int {
  case upright = 1, mirrored, upsideDown, flipped, transposed, turnedRight, transversed, turnedLeft

  /// Out of an EXIF block, TIFF as it is; upright when it says nothing that can be read.
  init(exif: some Sequence<UInt8>) {
    let bytes = PictureBytes(Array(exif.prefix(128 * 1024)))
    self = (try? Self.read(bytes)) ?? .upright
  }

  /// Whether width and height change places.
  var isOnItsSide: Bool { rawValue >= Orientation.transposed.rawValue }

  private static func read(_ bytes: PictureBytes) throws(PictureProblem) -> Orientation? {
    let isLittle = bytes.has([0x49, 0x49, 42, 0], at: 0)
    guard isLittle || bytes.has([0x4D, 0x4D, 0, 42], at: 0) else { return nil }
    func number(_ place: Int, _ length: Int) throws(PictureProblem) -> Int {
      isLittle ? try bytes.little(place, length) : try bytes.big(place, length)
    }
    let directory = try number(4, 4)
    for entry in 0..<min(try number(directory, 2), 200) {
      let place = directory + 2 + entry * 12
      // The tag, a short, one of it.
      guard try number(place, 2) == 0x0112 else { continue }
      guard try number(place + 2, 2) == 3, try number(place + 4, 4) == 1 else { return nil }
      return Orientation(rawValue: try number(place + 8, 2))
    }
    return nil
  }
}
