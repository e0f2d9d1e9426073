package import Database

/// That a topic repeats another, as somebody proposed it and nobody has confirmed yet.
package struct DuplicateProposal: Sendable, Equatable {
  package let original: TopicHead.Related
  package let by: String

  /// The proposal for a topic; none, and no statement, for who may not propose, and none of what the viewer does not see.
  package static func find(_ topic: TopicID, in category: CategoryID, for viewer: Viewer, in tx: Transaction) throws -> DuplicateProposal? {
    guard viewer.may(.proposeDuplicates, in: category) else { return nil }
    return try tx.first(
      """
      SELECT topic.id, topic.slug, topic.title, proposer.name FROM duplicate_proposal
      JOIN topic ON topic.id = duplicate_proposal.original_id JOIN member proposer ON proposer.id = duplicate_proposal.member_id
      WHERE duplicate_proposal.topic_id = \(topic) AND \(Visibility.standing(viewer))
      """
    ) { row in
      DuplicateProposal(
        original: TopicHead.Related(id: try row.next(), slug: try row.next(), title: try row.next()), by: try row.next())
    }
  }
}
