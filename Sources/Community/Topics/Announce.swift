package import Database

/// Puts a topic on top of its category's list, or of the whole site's too, until a day. What was said before of the same topic is replaced.
package struct Announce: Sendable {
  /// The longest an announcement may stand.
  package static let longest = Span.days(366)
  let topic: TopicID
  let place: Announcement.Place
  let until: Timestamp
  package init(_ topic: TopicID, place: Announcement.Place, until: Timestamp) {
    (self.topic, self.place, self.until) = (topic, place, until)
  }

  /// Throws ``ForumError/invalid(_:)`` `dayUnknown` for a day that is over or too far off.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let category = try requireRight(actor, on: topic, for: place, in: tx)
    guard until > tx.now, until <= tx.now + Self.longest else { throw ForumError.invalid("until", .dayUnknown) }
    try tx.run(
      """
      INSERT INTO announcement (topic_id, place, until_at, at, announced_by) VALUES (\(topic), \(place), \(until), \(tx.now), \(actor.id))
      ON CONFLICT (topic_id) DO UPDATE SET place = excluded.place, until_at = excluded.until_at, at = excluded.at,
        announced_by = excluded.announced_by, ended_at = NULL
      """)
    try tx.log(
      Act(.announce, by: .person(actor.id), category: category, topic: topic, until: until, detail: place.rawValue))
    try tell(place == .site ? .pinnedEverywhere : .pinned, .announced, topic, actor, tx)
  }
}

/// Ends an announcement before its day.
package struct EndAnnouncement: Sendable {
  let topic: TopicID
  package init(_ topic: TopicID) { self.topic = topic }

  /// Does nothing where there is none.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let category = try requireRight(actor, on: topic, in: tx)
    let ended = try tx.run(
      "UPDATE announcement SET ended_at = \(tx.now) WHERE topic_id = \(topic) AND ended_at IS NULL AND until_at > \(tx.now)")
    guard ended > 0 else { return }
    try tx.log(Act(.endAnnouncement, by: .person(actor.id), category: category, topic: topic))
    try tell(.unpinned, .announcementEnded, topic, actor, tx)
  }
}

/// Takes back that an announcement was ended, for a day; its own day stays.
package struct AnnounceAgain: Sendable {
  package static let offered = Span.hours(24)
  let topic: TopicID
  package init(_ topic: TopicID) { self.topic = topic }

  /// Throws ``ForumError/forbidden(_:)`` `undoTooLate`.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let category = try requireRight(actor, on: topic, in: tx)
    let again = try tx.first(
      """
      UPDATE announcement SET ended_at = NULL
      WHERE topic_id = \(topic) AND ended_at > \(tx.now - Self.offered) AND until_at > \(tx.now) RETURNING place, until_at
      """
    ) { row in (place: try row.next(Announcement.Place.self), until: try row.next(Timestamp.self)) }
    guard let again else {
      if try Announcement.of(topic, in: tx) != nil { return }
      throw ForumError.forbidden(.undoTooLate)
    }
    // One that was ended before acts of it were written has none.
    let ending: ActID? = try tx.value("SELECT max(id) FROM act WHERE topic_id = \(topic) AND kind = \(ActKind.endAnnouncement)")
    try tx.log(
      Act(
        .announce, by: .person(actor.id), category: category, topic: topic, until: again.until, undoes: ending,
        detail: again.place.rawValue))
    try tell(again.place == .site ? .pinnedEverywhere : .pinned, .announced, topic, actor, tx)
  }
}

/// Shows a member no more of an announcement, or shows it again.
package struct HideAnnouncement: Sendable {
  let topic: TopicID
  let wanted: Bool
  package init(_ topic: TopicID, wanted: Bool) { (self.topic, self.wanted) = (topic, wanted) }

  /// Throws ``ForumError/notFound`` for a topic the actor may not see or that nobody announced.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let at: Timestamp? = try tx.value(
      """
      SELECT announcement.at FROM announcement JOIN topic ON topic.id = announcement.topic_id
      WHERE announcement.topic_id = \(topic) AND \(Visibility.standing(actor.viewer))
      """)
    guard let at else { throw ForumError.notFound }
    if wanted {
      try tx.run(
        """
        INSERT INTO announcement_hidden (member_id, topic_id, at) VALUES (\(actor.id), \(topic), \(at))
        ON CONFLICT (member_id, topic_id) DO UPDATE SET at = excluded.at
        """)
    } else {
      try tx.run("DELETE FROM announcement_hidden WHERE member_id = \(actor.id) AND topic_id = \(topic)")
    }
  }
}

/// What tops, or topped, the lists of the whole site is for who may announce anywhere. Answers the topic's category.
private func requireRight(
  _ actor: Actor, on topic: TopicID, for place: Announcement.Place = .category, in tx: Transaction
) throws -> CategoryID {
  let found = try tx.first(
    """
    SELECT topic.category_id, announcement.place FROM topic
    LEFT JOIN announcement ON announcement.topic_id = topic.id AND announcement.until_at > \(tx.now)
    WHERE topic.id = \(topic) AND \(Visibility.standing(actor.viewer))
    """
  ) { row in (category: try row.next(CategoryID.self), standing: try row.next(Announcement.Place?.self)) }
  guard let found else { throw ForumError.notFound }
  let isOfTheSite = place == .site || found.standing == .site
  guard isOfTheSite ? actor.may(.announce) : actor.may(.announce, in: found.category) else { throw ForumError.forbidden(.notAllowed) }
  return found.category
}

/// Writes it between the topic's posts, and records that it happened.
private func tell(_ line: HistoryKind, _ event: Event.Kind, _ topic: TopicID, _ actor: Actor, _ tx: Transaction) throws {
  try tx.run(
    """
    INSERT INTO history_line (topic_id, after_number, kind, actor_id, at)
    SELECT topic.id, topic.last_number, \(line), \(actor.id), \(tx.now) FROM topic WHERE topic.id = \(topic)
    """)
  try tx.record(Event(event, actor: actor.id, topic: topic))
}
