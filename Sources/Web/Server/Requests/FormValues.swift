package import Community

/// A form as declared by its feature: which fields it takes, and how what was typed becomes an act.
package protocol Form: Sendable {
  /// Every field the form takes; a request with any other is refused.
  static var fields: [FormField] { get }
  /// The field a picture may come in; nil where none may.
  static var pictureField: String? { get }
  /// The field an archive may come in; nil where none may.
  static var archiveField: String? { get }
  init(_ values: FormValues)
}

extension Form {
  package static var pictureField: String? { nil }
  package static var archiveField: String? { nil }
}

/// One field of a form.
package struct FormField: Sendable, Hashable {
  package let name: String
  /// More than this is the problem `tooLong`.
  package let maximumBytes: Int
  /// Whether it may come several times, as check boxes do.
  package let isRepeated: Bool
  /// Whether it is never shown again, as a password.
  package let isSecret: Bool

  package init(_ name: String, maximumBytes: Int, isRepeated: Bool = false, isSecret: Bool = false) {
    self.name = name
    self.maximumBytes = maximumBytes
    self.isRepeated = isRepeated
    self.isSecret = isSecret
  }
}

/// The form of a button without fields.
package struct NoFields: Form {
  package static let fields: [FormField] = []
  package init(_ values: FormValues) {}
}

/// What was typed, by field, before anything of it is believed.
package struct FormValues: Sendable, Equatable {
  private let values: [String: [String]]
  /// The fields that are longer than they may be; a form adds them to its own problems.
  package let problems: [FieldProblem]
  /// The file that came with it.
  package let file: SentFile?
  /// The archive that came with it.
  package let archive: ArrivedArchive?
  /// What became of a picture that came with it, for the page that comes back.
  let pictureNote: PictureOutcome?

  /// For tests and for forms that start from something else than a request.
  package init(_ values: [String: [String]] = [:], problems: [FieldProblem] = [], file: SentFile? = nil, archive: ArrivedArchive? = nil) {
    self.init(values, problems, file, nil, archive)
  }

  private init(
    _ values: [String: [String]], _ problems: [FieldProblem], _ file: SentFile?, _ note: PictureOutcome?, _ archive: ArrivedArchive? = nil
  ) {
    self.values = values
    self.problems = problems
    self.file = file
    pictureNote = note
    self.archive = archive
  }

  /// The same with other texts in some fields, nil for a field that did not come, and what became of its picture.
  func changed(_ changes: [String: String?], _ note: PictureOutcome) -> FormValues {
    var values = values
    for (name, value) in changes { values[name] = value.map { [$0] } }
    return FormValues(values, problems, nil, note)
  }

  /// What was typed into a field; empty when it did not come.
  package subscript(_ name: String) -> String { values[name]?.first ?? "" }
  /// All values of a field that may come several times.
  package func all(_ name: String) -> [String] { values[name] ?? [] }
  /// Whether a field came at all, as the pressed button and the ticked box do.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// What was typed, in the order of the form's declaration, without what is secret: so that it can be shown again.
  func shown(_ fields: [FormField]) -> [(name: String, value: String)] {
    fields.filter { !$0.isSecret }.flatMap { field in all(field.name).map { (field.name, $0) } }
  }
}
