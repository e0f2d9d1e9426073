import Community
import Passwords

/// What a member says of themselves.
struct ProfileForm: Form {
  static let fields = [
    AccountFormFields.name, FormField("bio", maximumBytes: 16 * 1024), FormField("timeZone", maximumBytes: 256),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var bio: String { values["bio"] }

  func parse(people: Set<String>) throws -> (name: ChangeName, profile: UpdateProfile) {
    var reader = FormReader(values)
    let name = reader.read("name", DisplayName.init)
    let bio = reader.read("bio") { (raw) throws(Problem) in try Bio(raw, people: people) }
    let zone = reader.read("timeZone", TimeZoneName.init)
    guard let name, let bio, let zone else { throw reader.failure }
    return (ChangeName(to: name), UpdateProfile(bio: bio, timeZone: zone))
  }
}

/// A picture of oneself.
struct FaceForm: Form {
  static let fields = [FormField(PictureForm.file, maximumBytes: 1_100)]
  static let pictureField: String? = PictureForm.file
  private let file: SentFile?
  init(_ values: FormValues) { file = values.file }

  func bytes() throws -> [UInt8] { try SentPicture.bytes(file, field: PictureForm.file) }
}

/// A new handle.
struct HandleForm: Form {
  static let fields = [FormField("handle", maximumBytes: 256)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> ChangeHandle {
    var reader = FormReader(values)
    guard let handle = reader.read("handle", Handle.init) else { throw reader.failure }
    return ChangeHandle(to: handle)
  }
}

/// A new address, confirmed by the current password.
struct EmailForm: Form {
  static let fields = [AccountFormFields.email, AccountFormFields.current]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse() throws -> (email: EmailAddress, current: String) {
    var reader = FormReader(values)
    let email = reader.read("email", EmailAddress.init)
    let current = reader.read("current", requiredText)
    guard let email, let current else { throw reader.failure }
    return (email, current)
  }
}

/// A new password, confirmed by the current one.
struct PasswordForm: Form {
  static let fields = [AccountFormFields.current, AccountFormFields.newPassword]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  func parse(notLike words: [String]) throws -> (current: String, password: NewPassword) {
    var reader = FormReader(values)
    let current = reader.read("current", requiredText)
    let password = reader.newPassword("newPassword", notLike: words)
    guard let current, let password else { throw reader.failure }
    return (current, password)
  }
}

/// Which kinds of mail are wanted: a ticked box for each.
struct MailForm: Form {
  static let fields =
    NoticeMail.allCases.map { FormField($0.rawValue, maximumBytes: 3) } + [FormField("category", maximumBytes: 100, isRepeated: true)]
  let wanted: Set<NoticeMail>
  /// In which categories new questions are mailed; none means all.
  let categories: [String]
  init(_ values: FormValues) {
    wanted = Set(NoticeMail.allCases.filter { values.has($0.rawValue) })
    categories = values.all("category")
  }
}
