import Community
package import Database
package import Pages
package import Templates

extension AudienceContext {
  /// Does what a form asks for. Where that cannot be, the page with the form comes again, with all that was typed but secrets and the
  /// problems beside their fields; `prefix` is the form's in ``FormState`` where its page has several.
  package func filling<P: Page>(
    _ fields: [FormField], prefix: String = "", _ act: () async throws -> Reply,
    again: @escaping @Sendable (FormState, PageMaker, Transaction) throws -> P
  ) async throws -> Reply {
    do { return try await act() } catch let error as ForumError {
      guard let trouble = FormTrouble(error) else { throw error }
      let state = FormState(typed(fields).values, problems: trouble.problems, refusal: trouble.sentence, prefix: prefix)
      return try await page(status: trouble.status) { maker, tx in try again(state, maker, tx) }
    }
  }
}

extension AudienceContext {
  /// What was typed into a form, without secrets, as a preview shows it again.
  package func typed(_ fields: [FormField]) -> FormState {
    FormState(Dictionary(request.form.shown(fields).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// A refusal that belongs beside the form it answers; nil for what has a page of its own, such as "not found".
private struct FormTrouble {
  let problems: [FieldProblem]
  let sentence: String?
  let status: Reply.Status

  init?(_ error: ForumError) {
    switch error {
    case .invalid(let problems): (self.problems, sentence, status) = (problems, nil, .invalid)
    case .tooSoon(let limit, _): (problems, sentence, status) = ([], "limit.\(limit.rawValue)", .tooSoon)
    case .forbidden(let refusal): (problems, sentence, status) = ([], "refusal.\(refusal.rawValue)", .forbidden)
    case .conflict(let conflict): (problems, sentence, status) = ([], "conflict.\(conflict.rawValue)", .conflict)
    case .notFound, .gone, .busy: return nil
    }
  }
}
