import Database

/// What becomes of every column that names a member, when two accounts become one. A column that is not listed fails a test.
package enum MergedRows {
  package struct Column: Sendable {
    package let table: String
    package let column: String
    let fate: Fate
  }

  enum Fate: Sendable {
    /// Names the other from then on.
    case moves
    /// Likewise, unless the other has a row with the same in these columns already: then that one stays. A table may know several such keys.
    case movesOnce([[String]])
    /// Is of the account and not of the person: signing in, settings, rights.
    case goes
    /// More than a number changes: ``MergeMembers`` does it.
    case apart
    /// Stays as it was written, because nothing changes it; who reads it finds the other by `member.merged_into`.
    case stays
  }

  /// Without what refers to nobody any more once the two are one: see ``MergeMembers``.
  package static let all: [Column] =
    goes([
      "session.member_id", "token.member_id", "member_word.member_id", "mail_choice.member_id", "mail_stop.member_id",
      "message_choice.member_id", "question_mail.member_id", "category_moderator.member_id",
      "matching_choice.member_id", "matching_shown.member_id", "matching_shown.other_id",
    ])
    + moves([
      "former_handle.member_id", "mail.member_id", "topic.author_id", "topic.last_poster_id", "topic.solved_by", "topic.deleted_by",
      "post.author_id", "post.edited_by", "post.deleted_by", "post_version.editor_id", "acceptance.member_id", "objection.member_id",
      "history_line.actor_id", "draft.member_id", "picture.member_id", "conversation.started_by", "conversation_part.author_id",
      "announcement.announced_by", "acceptance_taken_back.member_id", "acceptance_taken_back.objected_by", "solved_taken_back.member_id",
      "decision.member_id", "decision.look_by", "review.member_id", "review.claimed_by", "review.settled_by", "customer.by_id",
      "customer_rule.by_id", "duplicate_proposal.member_id", "word_rule.created_by", "invitation.created_by", "entry_rule.created_by",
      "member_note.member_id", "member_note.by_id", "site_text_version.editor_id", "setting.changed_by", "member.merged_into",
      "import_job.started_by",
    ])
    + [
      once("vote.member_id", ["post_id"]), once("me_too.member_id", ["topic_id"]), once("read_mark.member_id", ["topic_id"]),
      once("submission.member_id", ["key"]), once("follow.member_id", ["kind", "target_id"]), once("bookmark.member_id", ["post_id"]),
      Column("notice.member_id", .movesOnce([["post_id", "act"], ["part_id"], ["review_id"]])),
      once("conversation_member.member_id", ["conversation_id"]),
      once("member_block.member_id", ["blocked_id"]), once("member_block.blocked_id", ["member_id"]),
      once("announcement_hidden.member_id", ["topic_id"]), once("interest.member_id", ["tag_id"]),
      once("category_host.member_id", ["category_id"]), once("report.member_id", ["review_id"]),
      Column("customer.member_id", .movesOnce([[]])), once("reader_place.member_id", ["act_id", "topic_id"]),
      once("joined_member.member_id", ["act_id", "kind"]), once("terms_acceptance.member_id", ["version"]),
      once("matching_unused_topic.member_id", ["topic_id"]), once("matching_unused_tag.member_id", ["tag_id"]),
      once("matching_pass.member_id", ["other_id"]), once("matching_pass.other_id", ["member_id"]),
      once("question_offer.member_id", ["topic_id"]),
      // Their order says whose number is the lower one.
      Column("conversation.first_id", .apart), Column("conversation.second_id", .apart),
      // Nobody who was erased becomes another.
      Column("erasure.member_id", .apart),
      // What nobody has read of the log of events; what was read stays.
      Column("event.actor_id", .apart), Column("event.member_id", .apart),
      Column("act.actor_id", .stays), Column("act.member_id", .stays),
    ]

  /// Brings what can be brought by one statement for each key.
  static func bring(from lesser: MemberID, to kept: MemberID, in tx: Transaction) throws {
    for row in all {
      let (table, column) = (SQL(trusted: row.table), SQL(trusted: row.column))
      switch row.fate {
      case .apart, .stays: continue
      case .goes: try tx.run("DELETE FROM \(table) WHERE \(column) = \(lesser)")
      case .moves: try tx.run("UPDATE \(table) SET \(column) = \(kept) WHERE \(column) = \(lesser)")
      case .movesOnce(let keys):
        for key in keys {
          let others = key.map { SQL(trusted: "own.\($0) = \(row.table).\($0)") }
          let same = (["own.\(column) = \(kept)"] + others).joined(" AND ")
          try tx.run("DELETE FROM \(table) WHERE \(column) = \(lesser) AND EXISTS (SELECT 1 FROM \(table) own WHERE \(same))")
        }
        try tx.run("UPDATE \(table) SET \(column) = \(kept) WHERE \(column) = \(lesser)")
      }
    }
  }

  private static func goes(_ names: [String]) -> [Column] { names.map { Column($0, .goes) } }
  private static func moves(_ names: [String]) -> [Column] { names.map { Column($0, .moves) } }
  private static func once(_ name: String, _ key: [String]) -> Column { Column(name, .movesOnce([key])) }
}

extension MergedRows.Column {
  /// Out of `table.column`.
  fileprivate init(_ name: String, _ fate: MergedRows.Fate) {
    let parts = name.split(separator: ".")
    self.init(table: String(parts[0]), column: String(parts[1]), fate: fate)
  }
}
