import Community

/// How often the server backs itself up.
struct BackupForm: Form {
  static let fields = [FormField("every", maximumBytes: 10), FormField("hour", maximumBytes: 2), FormField("keep", maximumBytes: 3)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  /// Throws a problem for what was not offered.
  func parse() throws -> BackupSettings {
    guard let settings = BackupSettings(every: values["every"], hour: values["hour"], keep: values["keep"]) else {
      throw ForumError.invalid("every", .choiceUnknown)
    }
    return settings
  }
}
