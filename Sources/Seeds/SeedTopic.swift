/// What a seeded conversation is.
package enum SeedTopicKind: String, Sendable { case question, discussion }

/// How a post belongs to its topic: answers and remarks in questions, replies in discussions.
package enum SeedPostKind: String, Sendable { case answer, reply, remark }

/// That an answer helped: who said so, and when.
package struct SeedAcceptance: Sendable, Equatable {
  /// The asker, or somebody of staff.
  package let by: Int
  /// Milliseconds UTC; not before the answer.
  package let at: Int64
}

/// What helped where no single answer did.
package struct SeedSolvedNote: Sendable, Equatable {
  /// Always the asker.
  package let by: Int
  /// Milliseconds UTC.
  package let at: Int64
  /// One plain line.
  package let text: String
}

/// One change of a text: what stood there until `at`.
package struct SeedEdit: Sendable, Equatable {
  /// The member who changed it.
  package let by: Int
  /// Milliseconds UTC; after the post, before the next edit.
  package let at: Int64
  /// The whole text before the change.
  package let before: String
}

/// A post below an opening.
package struct SeedPost: Sendable, Equatable {
  /// Answer, reply or remark.
  package let kind: SeedPostKind
  /// Member index.
  package let author: Int
  /// Milliseconds UTC; never before the post in front of it.
  package let createdAt: Int64
  /// Markdown, as it stands now.
  package let body: String
  /// BCP 47, when it is not the community's English.
  package let lang: String?
  /// Index into the topic's `posts` of what a remark hangs on or a reply answers; nil is the opening.
  package let parent: Int?
  /// Distinct members who found it helpful; never its author.
  package let voters: [Int]
  /// Set on answers that helped.
  package let accepted: SeedAcceptance?
  /// Oldest first.
  package let edits: [SeedEdit]
}

/// A conversation with everything that hangs on it, as plain values.
package struct SeedTopic: Sendable, Equatable {
  /// 0 is the newest; time falls as the index grows.
  package let index: Int
  /// Question or discussion.
  package let kind: SeedTopicKind
  /// 8 to 150 characters, one line.
  package let title: String
  /// Index into the community's categories.
  package let category: Int
  /// Distinct indexes into the community's tags, five at most.
  package let tags: [Int]
  /// Member index of who opened it.
  package let author: Int
  /// Milliseconds UTC of the opening.
  package let createdAt: Int64
  /// Markdown of the opening post.
  package let body: String
  /// BCP 47, when it is not the community's English.
  package let lang: String?
  /// Distinct members who found the opening helpful; never its author.
  package let voters: [Int]
  /// Distinct members with the same question; never its author; empty in discussions.
  package let meToos: [Int]
  /// How often it was read.
  package let views: Int
  /// Changes of the opening, oldest first.
  package let edits: [SeedEdit]
  /// Oldest first.
  package let posts: [SeedPost]
  /// Only on questions where no answer is accepted.
  package let solvedNote: SeedSolvedNote?
}
