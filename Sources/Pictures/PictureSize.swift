/// How wide and high a picture is, in pixels.
package struct PictureSize: Sendable, Equatable {
  package let width: Int
  package let height: Int
  package init(_ width: Int, _ height: Int) { (self.width, self.height) = (width, height) }

  var pixels: Int { width * height }

  /// In its own proportions within a box; as it is where it fits.
  package func fitting(_ box: PictureSize) -> PictureSize {
    guard width > box.width || height > box.height else { return self }
    let isWide = width * box.height > height * box.width
    return isWide
      ? PictureSize(box.width, max(1, height * box.width / width)) : PictureSize(max(1, width * box.height / height), box.height)
  }

  /// In its own proportions with so many pixels at most.
  func holding(_ most: Int) -> PictureSize {
    guard pixels > most else { return self }
    let share = (Double(most) / Double(pixels)).squareRoot()
    return PictureSize(max(1, Int(Double(width) * share)), max(1, Int(Double(height) * share)))
  }
}

/// A part of a picture.
struct PictureArea: Equatable {
  let x: Int
  let y: Int
  let size: PictureSize

  static func all(_ size: PictureSize) -> PictureArea { PictureArea(x: 0, y: 0, size: size) }
  /// The largest square around the middle.
  static func square(_ size: PictureSize) -> PictureArea {
    let side = min(size.width, size.height)
    return PictureArea(x: (size.width - side) / 2, y: (size.height - side) / 2, size: PictureSize(side, side))
  }
}
