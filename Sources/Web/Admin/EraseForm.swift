import Community

/// Erasing somebody, confirmed by typing their handle.
struct EraseForm: Form {
  static let fields = [FormField("handle", maximumBytes: 256), FormField("texts", maximumBytes: 3)]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }

  var takesTexts: Bool { values["texts"] == "yes" }

  /// Throws a problem for any other handle.
  func confirm(_ member: MemberBadge) throws {
    var reader = FormReader(values)
    let typed = reader.read("handle") { (raw) throws(Problem) -> String in
      guard try Handle(raw).text == member.handle else { throw Problem(.handleOther) }
      return member.handle
    }
    guard typed != nil, reader.isRight else { throw reader.failure }
  }
}
