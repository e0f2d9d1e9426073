package import Community
package import Templates

/// For admins: what the community is called, its pictures, its colour, and the way back to the company's own site.
package struct SitePage: Page {
  package static let template = "admin/site"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let name: InputField
  let description: InputField
  let accent: InputField
  let accentDark: InputField
  let companyAddress: InputField
  let companyWords: InputField
  let pictures: [PictureFields]

  /// One of the pictures with its forms.
  struct PictureFields: Fields {
    let title: String
    let input: InputField
    let shown: SitePictureFields?
    let path: String
    let removePath: String

    func field(_ field: String) -> Field? {
      switch field {
      case "title": .text(title)
      case "input": .one(input)
      case "shown": shown.map(Field.one) ?? .nothing
      case "isShown": .flag(shown != nil)
      case "path": .text(path)
      case "removePath": .text(removePath)
      default: nil
      }
    }
  }

  /// `form` is what came back, by its prefix: of a picture, or with none of all else.
  package init(_ settings: SiteSettings, form: FormState = FormState(), maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("site.title"))
    frame = AdminFrame(maker)
    problems = ProblemSummary(form, maker: maker)
    let main = form.prefix.isEmpty && !form.values.isEmpty ? form : Self.state(of: settings)
    name = InputField("siteName", in: main, maker: maker)
    description = InputField("siteDescription", in: main, maker: maker, hint: "site.description.hint", isRequired: false)
    func color(_ field: String, on ground: Ground) -> InputField {
      let hint = words.text("site.\(field).hint")
      let figure = Color(main[field]).map { Self.figure($0.contrast(to: ground.color), words) + " " } ?? ""
      return InputField(field, in: main, maker: maker, says: figure + hint, isRequired: false)
    }
    accent = color("accent", on: .light)
    accentDark = color("accentDark", on: .dark)
    companyAddress = InputField("companyAddress", in: main, maker: maker, hint: "site.companyAddress.hint", isRequired: false)
    companyWords = InputField("companyWords", in: main, maker: maker, hint: "site.companyWords.hint", isRequired: false)
    pictures = SitePicture.Kind.allCases.map { kind in
      let prefix = Self.prefix(kind)
      let sent = form.prefix == prefix ? form : FormState(prefix: prefix)
      return PictureFields(
        title: words.text("field.\(kind.rawValue)"),
        input: InputField("picture", in: sent, maker: maker, label: kind.rawValue, hint: "site.\(kind.rawValue).hint"),
        shown: (kind == .logo ? settings.logo : settings.icon).map(SitePictureFields.init), path: Paths.sitePicture(kind),
        removePath: Paths.removeSitePicture(kind))
    }
  }

  /// What stands before the ids of a picture's form.
  package static func prefix(_ kind: SitePicture.Kind) -> String { kind.rawValue + "-" }

  private static func state(of settings: SiteSettings) -> FormState {
    FormState([
      "siteName": settings.name, "siteDescription": settings.description, "accent": settings.accent?.light.text ?? "",
      "accentDark": settings.accent?.dark.text ?? "", "companyAddress": settings.company?.address ?? "",
      "companyWords": settings.company?.words ?? "",
    ])
  }

  /// Rounded down: what is just not enough must not read as if it were.
  private static func figure(_ contrast: Double, _ words: Words) -> String {
    let tenths = Int(contrast * 10)
    return words.text("site.contrast", ["whole": .number(tenths / 10), "tenth": .number(tenths % 10)])
  }

  private init() {
    (site, frame, problems, name, description) = (.sample, .sample, .sample, .sample, .sample)
    (accent, accentDark, companyAddress, companyWords) = (.sample, .sample, .sample, .sample)
    pictures = [
      PictureFields(title: "Logo", input: .sample, shown: .sample, path: "/admin/site/logo", removePath: "/admin/site/logo/remove")
    ]
  }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "name": .one(name)
    case "description": .one(description)
    case "accent": .one(accent)
    case "accentDark": .one(accentDark)
    case "companyAddress": .one(companyAddress)
    case "companyWords": .one(companyWords)
    case "pictures": .many(pictures)
    default: nil
    }
  }

  package static let sample = SitePage()
}
