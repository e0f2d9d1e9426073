import Database

/// What a batch adds to counters, written once for each row that counts.
struct ImportTally {
  struct Member {
    var topics = 0
    var posts = 0
    var accepted = 0
  }
  var members: [MemberID: Member] = [:]
  var categories: [CategoryID: Int] = [:]
  var tags: [TopicTagID: Int] = [:]
  /// Topics that got a post, with its number, and topics that got an accepted answer.
  var numbers: [TopicID: Int] = [:]
  var accepted: Set<TopicID> = []

  func settle(in tx: Transaction) throws {
    for (member, added) in members.sorted(by: { $0.key < $1.key }) {
      try tx.run(
        """
        UPDATE member SET topic_count = topic_count + \(added.topics), post_count = post_count + \(added.posts),
          accepted_count = accepted_count + \(added.accepted) WHERE id = \(member)
        """)
    }
    for (category, count) in categories { try tx.run("UPDATE category SET topic_count = topic_count + \(count) WHERE id = \(category)") }
    for (tag, count) in tags { try tx.run("UPDATE tag SET topic_count = topic_count + \(count) WHERE id = \(tag)") }
    for (topic, number) in numbers.sorted(by: { $0.key < $1.key }) {
      try tx.run("UPDATE topic SET last_number = \(number) WHERE id = \(topic)")
      try TopicCounters.recountPosts(of: topic, in: tx)
    }
    for topic in accepted.sorted() { try TopicCounters.recountAccepted(of: topic, in: tx) }
  }
}
