package import Community

extension Paths {
  /// For admins: what the community is called and how it looks.
  package static let site = "/admin/site"
  package static let sitePicturePattern = "/admin/site/:kind"
  package static let removeSitePicturePattern = "/admin/site/:kind/remove"
  /// The community's own colours and pictures; each address is of one content.
  package static let brandPattern = "/brand/:file"
  package static func brand(_ file: String) -> String { "/brand/\(file)" }
  package static func sitePicture(_ kind: SitePicture.Kind) -> String { "/admin/site/\(kind.rawValue)" }
  package static func removeSitePicture(_ kind: SitePicture.Kind) -> String { "/admin/site/\(kind.rawValue)/remove" }
}
