package import Community
package import Templates

/// A picture of the community's own, as an `img` shows it.
package struct SitePictureFields: Fields {
  let path: String
  let width: Int
  let height: Int

  package init(_ picture: SitePicture) { (path, width, height) = (Paths.brand(picture.file), picture.width, picture.height) }
  private init() { (path, width, height) = ("/brand/a.png", 96, 96) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "width": .number(width)
    case "height": .number(height)
    default: nil
    }
  }

  static let sample = SitePictureFields()
}
