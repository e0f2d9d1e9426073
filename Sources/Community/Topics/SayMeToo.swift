package import Database

/// "I have this too": one press, a number, one for each member; pressing it again takes it back.
package struct SayMeToo: Sendable {
  package let topic: TopicID
  package let wanted: Bool
  package init(topic: TopicID, wanted: Bool) {
    self.topic = topic
    self.wanted = wanted
  }

  package func perform(by actor: Actor, in tx: Transaction) throws {
    let target = try ReplyTarget.find(topic, for: actor.viewer, in: tx)
    guard target.kind == .question else { throw ForumError.notFound }
    guard actor.may(.meToo), target.author != actor.id else { throw ForumError.forbidden(.notAllowed) }
    if wanted {
      try HeldMember.refuse(actor, in: tx)
      try ActionLimits.count(.votes, .votes, by: actor, in: tx)
      let isNew = try tx.run(
        "INSERT INTO me_too (topic_id, member_id, at) VALUES (\(topic), \(actor.id), \(tx.now)) ON CONFLICT (topic_id, member_id) DO NOTHING"
      )
      guard isNew > 0 else { return }
      try tx.run("UPDATE topic SET me_too_count = me_too_count + 1 WHERE id = \(topic)")
      try tx.record(Event(.meTooGiven, actor: actor.id, topic: topic))
    } else {
      guard try tx.run("DELETE FROM me_too WHERE topic_id = \(topic) AND member_id = \(actor.id)") > 0 else { return }
      try tx.run("UPDATE topic SET me_too_count = me_too_count - 1 WHERE id = \(topic)")
      try tx.record(Event(.meTooTaken, actor: actor.id, topic: topic))
    }
  }
}
