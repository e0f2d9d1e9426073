import Community

/// What the community is called, its colour and its way back.
struct SiteForm: Form {
  static let fields = [
    FormField("siteName", maximumBytes: 1024), FormField("siteDescription", maximumBytes: 4096), FormField("accent", maximumBytes: 30),
    FormField("accentDark", maximumBytes: 30), FormField("companyAddress", maximumBytes: 1024),
    FormField("companyWords", maximumBytes: 1024),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// What was typed, parsed.
  struct Parsed: Sendable {
    let name: SiteName
    let description: SiteDescription
    let accent: Accent?
    let company: CompanyLink?
  }

  /// Throws every problem at once.
  func parse() throws -> Parsed {
    var reader = FormReader(values)
    let name = reader.read("siteName", SiteName.init)
    let description = reader.read("siteDescription", SiteDescription.init)
    let accent = try reader.gather { try Accent.parse(light: values["accent"], dark: values["accentDark"]) }
    let company = try reader.gather { try CompanyLink.parse(address: values["companyAddress"], words: values["companyWords"]) }
    guard let name, let description, let accent, let company, reader.isRight else { throw reader.failure }
    return Parsed(name: name, description: description, accent: accent, company: company)
  }
}

/// A picture of the community's own.
struct SitePictureForm: Form {
  static let fields = [FormField(PictureForm.file, maximumBytes: 1_100)]
  static let pictureField: String? = PictureForm.file
  private let file: SentFile?
  init(_ values: FormValues) { file = values.file }

  func bytes() throws -> [UInt8] { try SentPicture.bytes(file, field: PictureForm.file) }
}
