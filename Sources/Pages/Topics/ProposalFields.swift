import Community
import Templates

/// What a helper proposed, over the topic, for who may settle it and for who may propose.
struct ProposalFields: Fields {
  let original: LinkFields
  let by: String
  let settlePath: String?

  init(_ proposal: DuplicateProposal, on topic: TopicHead, maker: PageMaker) {
    original = LinkFields(name: proposal.original.title, path: Paths.topic(proposal.original.id, proposal.original.slug))
    by = proposal.by
    settlePath = maker.viewer.may(.confirmDuplicates, in: topic.categoryID) ? Paths.tidy("settle", topic.id) : nil
  }

  private init() { (original, by, settlePath) = (.sample, "Omar", "/tidy/1/settle") }

  func field(_ field: String) -> Field? {
    switch field {
    case "original": .one(original)
    case "by": .text(by)
    case "settlePath": settlePath.map(Field.text) ?? .nothing
    default: nil
    }
  }

  static let sample = ProposalFields()
}
