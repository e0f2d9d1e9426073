/// A public topic with its opening post, as matching hears of it.
package struct MatchTopic: Sendable, Equatable {
  package var topic: Int64
  package var opening: Int64
  /// Nobody, when the author is not to be matched: the text still tells what the topic is about.
  package var author: Int64?
  /// Milliseconds UTC, as everywhere here.
  package var time: Int64
  package var title: String
  package var tags: [String]
  /// What else it is filed under, such as its category; matched, but not read as words.
  package var shelf: String?
  package var text: String

  package init(
    topic: Int64, opening: Int64, author: Int64?, time: Int64, title: String, tags: [String] = [], shelf: String? = nil, text: String
  ) {
    self.topic = topic
    self.opening = opening
    self.author = author
    self.time = time
    self.title = title
    self.tags = tags
    self.shelf = shelf
    self.text = text
  }
}

/// A public post in a topic of somebody: an answer, a reply or a remark.
package struct MatchReply: Sendable, Equatable {
  package var topic: Int64
  package var post: Int64
  package var author: Int64?
  package var time: Int64
  /// The member who is spoken to; whoever opened the topic unless given.
  package var addressee: Int64?
  package var text: String
  /// Whether it is a remark below a post, rather than an answer to the topic.
  package var isRemark: Bool

  package init(
    topic: Int64, post: Int64, author: Int64?, time: Int64, addressee: Int64? = nil, text: String, isRemark: Bool = false
  ) {
    self.topic = topic
    self.post = post
    self.author = author
    self.time = time
    self.addressee = addressee
    self.text = text
    self.isRemark = isRemark
  }
}
