import Database

/// Who follows a topic or has its question too goes along where it goes, and is taken out again when that is taken back.
struct JoinedMembers {
  let act: ActID

  /// Lets the followers of one topic follow the other as well; what somebody chose there before stays.
  func bringFollowers(of source: TopicID, to target: TopicID, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO joined_member (act_id, kind, topic_id, member_id)
      SELECT \(act), 'follow', \(target), theirs.member_id FROM follow theirs WHERE theirs.kind = 'topic' AND theirs.target_id = \(source)
        AND NOT EXISTS (SELECT 1 FROM follow own WHERE own.kind = 'topic' AND own.target_id = \(target) AND own.member_id = theirs.member_id)
      """)
    try tx.run(
      """
      INSERT INTO follow (member_id, kind, target_id, level, at)
      SELECT theirs.member_id, 'topic', \(target), theirs.level, theirs.at FROM follow theirs
      JOIN joined_member ON joined_member.act_id = \(act) AND joined_member.kind = 'follow' AND joined_member.member_id = theirs.member_id
      WHERE theirs.kind = 'topic' AND theirs.target_id = \(source)
      """)
  }

  /// The same for "me too". Who asked one of the two has it anyway.
  func bringMeToos(of source: TopicID, to target: TopicID, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO joined_member (act_id, kind, topic_id, member_id)
      SELECT \(act), 'meToo', \(target), theirs.member_id FROM me_too theirs JOIN topic ON topic.id = \(target)
      WHERE theirs.topic_id = \(source) AND theirs.member_id <> topic.author_id
        AND NOT EXISTS (SELECT 1 FROM me_too own WHERE own.topic_id = \(target) AND own.member_id = theirs.member_id)
      """)
    try tx.run(
      """
      INSERT INTO me_too (topic_id, member_id, at)
      SELECT \(target), theirs.member_id, theirs.at FROM me_too theirs
      JOIN joined_member ON joined_member.act_id = \(act) AND joined_member.kind = 'meToo' AND joined_member.member_id = theirs.member_id
      WHERE theirs.topic_id = \(source)
      """)
  }

  func takeBack(in tx: Transaction) throws {
    try tx.run(
      """
      DELETE FROM follow WHERE kind = 'topic' AND (member_id, target_id) IN (
        SELECT member_id, topic_id FROM joined_member WHERE act_id = \(act) AND kind = 'follow')
      """)
    try tx.run(
      """
      DELETE FROM me_too WHERE (member_id, topic_id) IN (
        SELECT member_id, topic_id FROM joined_member WHERE act_id = \(act) AND kind = 'meToo')
      """)
    try tx.run("DELETE FROM joined_member WHERE act_id = \(act)")
  }
}
