import Community
import Database
import DatabaseSQLite
import Markup
import TestSupport

/// A small old forum as records, in the order importers hand them over.
enum OldForum {
  static let start = Timestamp(milliseconds: 1_500_000_000_000)

  static func source(_ name: String = "old") throws -> ImportSource { try ImportSource(name) }

  static func text(_ author: String, _ body: String, after hours: Int64, up: Int = 0, down: Int = 0) throws -> ImportedText {
    var text = ImportedText(author: author, at: start + .hours(hours), body: try PostBody(body))
    text.upVotes = up
    text.downVotes = down
    return text
  }

  static func records(in category: CategoryID) throws -> [ImportRecord] {
    var records: [ImportRecord] = ["Ivy Ngata", "Bo", "管理者", "Ivy Ngata"].enumerated().map { index, name in
      .member(ImportedMember(external: "\(index + 1)", name: DisplayName(imported: name, otherwise: "nobody"), joinedAt: start))
    }
    records.append(.tag(ImportedTag(name: try TagName("hives"), description: "Where bees live.", synonyms: [try TagName("bee-houses")])))
    for number in 1...6 {
      var opening = try text(
        "\(number % 2 + 1)", "How do I move *hive* \(number)? quokka\(number)", after: Int64(number), up: number, down: 1)
      if number == 2 { opening.lastEdit = (start + .hours(50), "3") }
      records.append(
        .topic(
          ImportedTopic(
            external: "\(number * 10)", kind: .question, category: category, title: try TopicTitle("Moving hive \(number)"),
            tags: [try TagName("bee-houses"), try TagName("moving")], views: 7, text: opening)))
    }
    for number in 1...6 {
      for answer in 1...2 {
        records.append(
          .post(
            ImportedPost(
              external: "\(number * 10 + answer)", place: .answer(topic: "\(number * 10)"),
              text: try text(
                "\(answer + 2)", "At night, slowly. numbat\(number)x\(answer)", after: Int64(100 + number * 10 + answer), up: 2),
              acceptance: answer == 2 && number < 4 ? .init(by: nil, role: .imported, at: start + .hours(300)) : nil)))
      }
    }
    records.append(.post(ImportedPost(external: "1", place: .remark(on: "11"), text: try text("2", "Thanks, dunnart.", after: 400, up: 3))))
    records.append(.duplicate(ImportedDuplicate(external: "1", topic: "60", original: "10")))
    for (external, after) in [("a", "10"), ("b", "12")] {
      records.append(
        .line(
          ImportedLine(
            external: external, after: after, kind: external == "a" ? .closed : .reopened, by: "3", at: start + .hours(500),
            note: external == "a" ? try PostBody("Enough of *bees*.") : nil)))
    }
    records.append(.address(ImportedAddress("u/ivy", .member, "1")))
    return records
  }

  static func category(_ store: any Store, access: CategoryAccess = .everyone) async throws -> CategoryID {
    let name = try CategoryName("Questions")
    return try await store.write { tx in try CreateCategory(name: name, access: access).insert(in: tx) }
  }

  /// Writes records in batches, as importers do; what they refused.
  @discardableResult static func write(_ records: [ImportRecord], to store: any Store, size: Int = 4) async throws -> ImportBatch.Outcome {
    let source = try source()
    var total = ImportBatch.Outcome()
    for start in stride(from: 0, to: records.count, by: size) {
      let batch = ImportBatch(Array(records[start..<min(start + size, records.count)]))
      let outcome = try await store.write { tx in try batch.perform(from: source, in: tx) }
      total.written += outcome.written
      total.refused += outcome.refused
    }
    return total
  }

  /// Every row of every table that an import touches, as text. The numbers of rows can be left out: PostgreSQL gives none out twice, not
  /// even those of a transaction that failed; a handle may be made from one.
  static func everything(_ store: any Store, withNumbers: Bool = true) async throws -> [String] {
    try await store.read { tx in
      var lines: [String] = []
      for (table, all) in tables {
        let isNumber = { (column: String) in
          ["id", "handle"].contains(column) || ["_id", "_of", "_by"].contains { column.hasSuffix($0) }
        }
        let columns = all.filter { withNumbers || !isNumber($0) }
        let list = columns.map { "coalesce(CAST(\($0) AS TEXT), '-')" }.joined(separator: " || '|' || ")
        lines += try tx.values(SQL(trusted: "SELECT '\(table) ' || \(list) FROM \(table) ORDER BY 1"), as: String.self)
      }
      return lines
    }
  }

  private static let tables: [(String, [String])] = [
    ("member", ["id", "name", "handle", "email", "imported", "topic_count", "post_count", "accepted_count", "created_at"]),
    ("category", ["id", "name", "topic_count"]), ("tag", ["id", "name", "description", "synonym_of", "topic_count"]),
    (
      "topic",
      [
        "id", "title", "author_id", "created_at", "bumped_at", "last_number", "last_post_id", "last_poster_id", "reply_count",
        "others_count",
        "accepted_count",
        "duplicate_of", "was_public", "view_count",
      ]
    ),
    ("topic_tag", ["topic_id", "tag_id", "bumped_at"]),
    (
      "post",
      [
        "id", "topic_id", "number", "kind", "parent_id", "author_id", "body", "html", "created_at", "edited_at", "edited_by", "edit_shows",
        "imported_votes", "imported_down_votes", "remark_count",
      ]
    ),
    ("history_line", ["id", "topic_id", "after_number", "kind", "actor_id", "at", "note", "note_html"]),
    ("acceptance", ["post_id", "topic_id", "member_id", "role", "at"]), ("post_search", ["post_id", "scope", "title", "body"]),
    ("external_id", ["source", "kind", "external", "local_id"]), ("setting", ["key", "value"]),
    ("event", ["id", "kind", "actor_id", "topic_id", "post_id", "detail"]),
  ]
}
