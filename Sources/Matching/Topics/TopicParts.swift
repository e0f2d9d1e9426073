/// What somebody did in a topic.
struct TopicPart: Sendable {
  let member: UInt32
  var last: Int64
  /// What their best answer counts; a remark counts a part of one, and one's own topic is not answered.
  var helped: Double
  let opened: Bool

  static let remarkShare = 0.3
}

extension CommonGround {
  /// The similar topics that are looked at: for who wrote in them, for who answered them, and the most similar of these.
  static let (alikeTopics, nearTopics, nearestTopics) = (2_000, 200, 30)
  /// Posts of one topic that are looked at.
  static let mostParts = 500

  func parts(in topic: UInt32) -> [TopicPart] {
    var parts: [TopicPart] = []
    for post in topics[topic].posts.prefix(Self.mostParts) {
      let record = posts[Int(post)]
      guard record.author != PostRecord.none else { continue }
      let helped = record.kind == .answer ? 1 : record.kind == .remark ? TopicPart.remarkShare : 0
      if let known = parts.firstIndex(where: { $0.member == record.author }) {
        parts[known].last = record.time
        if !parts[known].opened { parts[known].helped = max(parts[known].helped, helped) }
      } else {
        parts.append(TopicPart(member: record.author, last: record.time, helped: helped, opened: record.kind == .opening))
      }
    }
    return parts
  }
}
