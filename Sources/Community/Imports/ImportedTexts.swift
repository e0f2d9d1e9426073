package import Database

/// What every imported post has, whatever its place: who wrote it when, and what became of it.
package struct ImportedText: Sendable {
  /// The author's record at the source.
  package let author: String
  package let at: Timestamp
  package let body: PostBody
  /// Votes without a voter, kept beside ours.
  package var upVotes = 0
  /// Kept as data, shown nowhere.
  package var downVotes = 0
  /// Votes with their voter.
  package var voters: [String] = []
  /// When and by whom it was last edited, where earlier versions are not known.
  package var lastEdit: (at: Timestamp, by: String?)?
  /// Earlier versions, oldest first.
  package var edits: [ImportedEdit] = []
  /// Whether only moderators may read it. A hidden opening hides its topic.
  package var isHidden = false

  package init(author: String, at: Timestamp, body: PostBody) {
    self.author = author
    self.at = at
    self.body = body
  }

  var references: [String] { [author] + voters + edits.map(\.by) + [lastEdit?.by].compactMap { $0 } }
}

/// One change of a text: what stood there before it.
package struct ImportedEdit: Sendable {
  package let by: String
  package let at: Timestamp
  /// Markdown.
  package let before: String
  package init(by: String, at: Timestamp, before: String) {
    self.by = by
    self.at = at
    self.before = before
  }
}

/// A conversation with its opening post.
package struct ImportedTopic: Sendable {
  package let external: String
  package let kind: TopicKind
  package let category: CategoryID
  package let title: TopicTitle
  package let tags: [TagName]
  package let views: Int
  package let text: ImportedText
  /// Who said they have the same question.
  package var meToos: [String] = []
  package var solved: Solved?
  /// Since when it takes no more replies.
  package var lockedAt: Timestamp?
  /// What its first post is called, where that has a name of its own.
  package var opening: String?
  /// Whether it was kept out of lists; here only moderators find it then.
  package var isHidden = false

  /// That it was solved without one answer.
  package struct Solved: Sendable {
    package let by: String
    package let at: Timestamp
    package let note: ShortNote
    package init(by: String, at: Timestamp, note: ShortNote) {
      self.by = by
      self.at = at
      self.note = note
    }
  }

  package init(
    external: String, kind: TopicKind, category: CategoryID, title: TopicTitle, tags: [TagName], views: Int = 0, text: ImportedText
  ) {
    self.external = external
    self.kind = kind
    self.category = category
    self.title = title
    self.tags = tags
    self.views = views
    self.text = text
  }
}

/// An answer, a reply or a remark.
package struct ImportedPost: Sendable {
  package let external: String
  package let place: Place
  package let text: ImportedText
  /// That it helped, where it is an answer.
  package var acceptance: Acceptance?

  /// Where a post hangs, by the records of the source.
  package enum Place: Sendable {
    /// `to` is the post it answers; one that is not there is no reason to leave this one out.
    case answer(topic: String, to: String? = nil)
    case reply(topic: String, to: String?)
    case remark(on: String)
  }

  /// Who accepted an answer; without a name, whoever asked.
  package struct Acceptance: Sendable {
    package let by: String?
    package let role: AcceptanceRole
    package let at: Timestamp
    package init(by: String?, role: AcceptanceRole, at: Timestamp) {
      self.by = by
      self.role = role
      self.at = at
    }
  }

  package init(external: String, place: Place, text: ImportedText, acceptance: Acceptance? = nil) {
    self.external = external
    self.place = place
    self.text = text
    self.acceptance = acceptance
  }
}
