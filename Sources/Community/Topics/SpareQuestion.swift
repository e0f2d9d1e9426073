package import Database

/// Somebody about to ask says that a topic solved it: counted, so that it is known which answers spare questions.
package struct SpareQuestion: Sendable {
  private static let limit = AttemptLimit(.spared, most: 20, per: .hours(1))
  private let topic: TopicID
  private let form: SubmissionKey
  private let who: String

  /// `form` is the key of the form that was being written in, so that pressing twice counts once; `who` is only what the limit counts by.
  package init(_ topic: TopicID, form: SubmissionKey, who: String) {
    self.topic = topic
    self.form = form
    self.who = who
  }

  /// The answer to read, or the topic's opening post where none is accepted. Throws ``ForumError/notFound`` for what the viewer may not see.
  package func perform(for viewer: Viewer, in tx: Transaction) throws -> PostID {
    guard let found = try AskedBefore.load([topic], for: viewer, in: tx).first else { throw ForumError.notFound }
    try Self.limit.count(who, in: tx)
    try tx.run(
      """
      INSERT INTO spared_question (topic_id, form, at) VALUES (\(topic), \(form.text), \(tx.now)) ON CONFLICT (topic_id, form) DO NOTHING
      """)
    if let answer = found.answer { return answer.post }
    guard let opening = try tx.value("SELECT id FROM post WHERE topic_id = \(topic) AND number = 1", as: PostID.self) else {
      throw ForumError.notFound
    }
    return opening
  }
}

/// A topic that answered people before they asked, for those who run the community.
package struct SparedQuestions: Sendable, Equatable, SQLRow {
  package static let listed = 50
  package let topic: TopicID
  package let slug: String
  package let title: String
  package let count: Int
  package let lastAt: Timestamp

  package init(_ row: inout Row) throws {
    topic = try row.next()
    slug = try row.next()
    title = try row.next()
    count = try row.next()
    lastAt = try row.next()
  }

  /// What spared most first.
  package static func all(for admin: Actor, in tx: Transaction) throws -> [SparedQuestions] {
    guard admin.may(.manageSite) else { throw ForumError.notFound }
    return try tx.all(
      """
      SELECT topic.id, topic.slug, topic.title, found.people, found.last_at
      FROM (SELECT topic_id, count(*) AS people, max(at) AS last_at FROM spared_question GROUP BY topic_id
        ORDER BY people DESC, topic_id DESC LIMIT \(listed)) found
      JOIN topic ON topic.id = found.topic_id WHERE \(Visibility.standing(admin.viewer)) ORDER BY found.people DESC, topic.id DESC
      """)
  }
}
