package import Community
package import Passwords

/// Reads the fields of a form one by one and gathers every problem, so that a person hears of all of them at once.
///
///     var reader = FormReader(values)
///     let title = reader.read("title", TopicTitle.init)
///     let body = reader.read("body", PostSource.init)
///     guard let title, let body else { throw reader.failure }
package struct FormReader {
  private let values: FormValues
  private var problems: [FieldProblem]

  package init(_ values: FormValues) {
    self.values = values
    problems = values.problems
  }

  /// The parsed value; nil when the field has a problem, which is noted.
  package mutating func read<T>(_ field: String, _ parse: (String) throws(Problem) -> T) -> T? {
    if problems.contains(where: { $0.field == field }) { return nil }
    do throws(Problem) { return try parse(values[field]) } catch {
      problems.append(FieldProblem(field, error))
      return nil
    }
  }

  /// A password somebody chooses; `words` are the names it must not be.
  package mutating func newPassword(_ field: String, notLike words: [String]) -> NewPassword? {
    read(field) { (raw) throws(Problem) in
      do throws(PasswordProblem) { return try NewPassword(raw, notLike: words) } catch { throw Problem(error) }
    }
  }

  /// What several fields say together; nil when any of them has a problem, which is noted.
  package mutating func gather<T>(_ parse: () throws -> T) throws -> T? {
    do { return try parse() } catch ForumError.invalid(let found) {
      problems += found.filter { each in !problems.contains { $0.field == each.field } }
      return nil
    }
  }

  /// Notes a problem that is not one field's own, such as two fields that do not agree.
  package mutating func note(_ field: String, _ code: Problem.Code, _ number: Int? = nil) { note(field, Problem(code, number)) }

  /// Notes a problem that was found by looking at something else than the form.
  package mutating func note(_ field: String, _ problem: Problem) { problems.append(FieldProblem(field, problem)) }

  /// Whether every field read so far is right.
  package var isRight: Bool { problems.isEmpty }
  /// What to throw once a field is not right.
  package var failure: ForumError { .invalid(problems) }
}

extension Problem {
  fileprivate init(_ problem: PasswordProblem) {
    switch problem {
    case .tooShort(let minimum): self.init(.passwordTooShort, minimum)
    case .tooLong(let maximum): self.init(.passwordTooLong, maximum)
    case .common: self.init(.passwordCommon)
    }
  }
}
