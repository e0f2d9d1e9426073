package import Database

/// A mail for each new question, for those of the company who choose it: in every category they see, or in some.
package struct ChooseQuestionMail: Sendable {
  let categories: Set<String>
  /// The slugs of categories; none means all.
  package init(in categories: some Sequence<String>) { self.categories = Set(categories) }

  /// Slugs of categories the actor may not see are as if nobody had sent them.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    try tx.run("DELETE FROM question_mail WHERE member_id = \(actor.id)")
    try tx.run(
      """
      INSERT INTO question_mail (member_id, category_id)
      SELECT \(actor.id), category.id FROM category WHERE category.slug \(anyOf: categories.sorted()) AND \(Visibility.categories(actor.viewer))
      """)
  }
}

/// Who chose which questions.
package enum QuestionMail {
  /// More of the company than this are not told of one question.
  static let most = 200

  /// The slugs a member chose; empty for all.
  package static func categories(of member: MemberID, in tx: Transaction) throws -> Set<String> {
    Set(
      try tx.values(
        "SELECT category.slug FROM question_mail JOIN category ON category.id = question_mail.category_id WHERE question_mail.member_id = \(member)",
        as: String.self))
  }

  /// Whom a new question of a category is mailed to.
  static func readers(of category: CategoryID, in tx: Transaction) throws -> [MemberID] {
    try tx.values(
      """
      SELECT member.id FROM mail_choice JOIN member ON member.id = mail_choice.member_id
      WHERE mail_choice.kind = 'question' AND mail_choice.wanted
        AND EXISTS (SELECT 1 FROM role_action WHERE role_action.role = member.role AND role_action.action = \(Action.beTold.rawValue))
        AND EXISTS (SELECT 1 FROM category_access WHERE category_access.category_id = \(category)
          AND category_access.role = member.role AND category_access.may_see)
        AND (NOT EXISTS (SELECT 1 FROM question_mail WHERE question_mail.member_id = member.id)
          OR EXISTS (SELECT 1 FROM question_mail WHERE question_mail.member_id = member.id AND question_mail.category_id = \(category)))
      ORDER BY member.id LIMIT \(most)
      """)
  }
}
