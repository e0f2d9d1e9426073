import Database
import Matching

/// What the operators of a query mean here, for this viewer: conditions on rows of `post` and `topic`.
struct SearchFilters: Sendable {
  private(set) var authors: [MemberID] = []
  /// The categories asked for; nil for all that the viewer may see.
  private(set) var categories: [CategoryID]?
  /// The tags that must be there.
  private(set) var tags: [TopicTagID] = []
  /// The latest moment a post may be of; nil for any.
  private(set) var end: Timestamp?
  private var kinds: [TopicKind] = []
  private var others: [SQL] = []
  /// Operators that mean nothing here: they are left out, and said.
  private(set) var problems: [SearchProblem] = []

  /// Whether nothing is asked but words and categories, which the index of words knows by itself.
  var needsNoRows: Bool { authors.isEmpty && kinds.isEmpty && others.isEmpty }
  /// Whether anything is asked at all.
  var isEmpty: Bool { needsNoRows && categories == nil }

  /// Nothing is asked but words.
  static let none = SearchFilters()
  private init() {}

  init(_ operators: [SearchQuery.Operator], zone: String, for viewer: Viewer, in tx: Transaction) throws {
    var visible: [CategoryRow]?
    for asked in operators {
      var isKnown = true
      switch asked.key {
      case .author: isKnown = try addAuthor(asked, viewer, tx)
      case .tag: isKnown = try addTag(asked, viewer, tx)
      case .category:
        let rows = try visible ?? CategoryRow.all(for: viewer, in: tx)
        visible = rows
        isKnown = try addCategory(asked, rows, viewer, tx)
      case .is: isKnown = addState(asked)
      case .before, .after: isKnown = addDate(asked, zone)
      }
      if !isKnown { problems.append(SearchProblem(asked)) }
    }
  }

  /// True for rows of `post` joined with their `topic`.
  var condition: SQL {
    var all = others
    // Whoever took their name off a post cannot be found by it.
    if !authors.isEmpty { all.append("post.author_id \(anyOf: authors) AND NOT post.nameless") }
    if let categories { all.append("topic.category_id \(anyOf: categories)") }
    if !kinds.isEmpty { all.append("topic.kind \(anyOf: kinds)") }
    return all.isEmpty ? "TRUE" : all.joined(" AND ")
  }

  private mutating func add(_ condition: SQL, _ asked: SearchQuery.Operator) {
    others.append(asked.isExcluded ? "NOT (\(condition))" : "(\(condition))")
  }

  private mutating func addAuthor(_ asked: SearchQuery.Operator, _ viewer: Viewer, _ tx: Transaction) throws -> Bool {
    guard let author = try Self.member(asked.value, viewer, tx) else { return false }
    if asked.isExcluded { add("post.author_id = \(author) AND NOT post.nameless", asked) } else { authors.append(author) }
    return true
  }

  /// By handle, one that was given up too, or `me`.
  private static func member(_ text: String, _ viewer: Viewer, _ tx: Transaction) throws -> MemberID? {
    guard let handle = try? Handle(text) else { return nil }
    let named: MemberID? =
      try tx.value("SELECT id FROM member WHERE handle = \(handle.text)")
      ?? tx.value("SELECT member_id FROM former_handle WHERE handle = \(handle.text)")
    return named ?? (handle.text == "me" ? viewer.memberID : nil)
  }

  private mutating func addTag(_ asked: SearchQuery.Operator, _ viewer: Viewer, _ tx: Transaction) throws -> Bool {
    guard let name = try? TagName(asked.value) else { return false }
    let tag: TopicTagID? = try tx.value(
      """
      SELECT coalesce(tag.synonym_of, tag.id) FROM tag
      WHERE tag.name = \(name.text) AND \(TagView.isSeen("coalesce(tag.synonym_of, tag.id)", by: viewer))
      """)
    guard let tag else { return false }
    if !asked.isExcluded { tags.append(tag) }
    add("EXISTS (SELECT 1 FROM topic_tag WHERE topic_tag.topic_id = topic.id AND topic_tag.tag_id = \(tag))", asked)
    return true
  }

  /// By the word in its address, or by its name, or by a word that was in its address before.
  private mutating func addCategory(
    _ asked: SearchQuery.Operator, _ visible: [CategoryRow], _ viewer: Viewer, _ tx: Transaction
  ) throws -> Bool {
    let value = asked.value.lowercased()
    var named = visible.first { $0.slug == value } ?? visible.first { $0.name.lowercased() == value }
    if named == nil, let slug = try CategoryRow.renamed(value, for: viewer, in: tx) { named = visible.first { $0.slug == slug } }
    guard let found = named else { return false }
    if asked.isExcluded { add("topic.category_id = \(found.id)", asked) } else { categories = (categories ?? []) + [found.id] }
    return true
  }

  private mutating func addState(_ asked: SearchQuery.Operator) -> Bool {
    guard let state = SearchState(rawValue: asked.value.lowercased()) else { return false }
    if let kind = state.kind, !asked.isExcluded { kinds.append(kind) } else { add(state.condition, asked) }
    return true
  }

  private mutating func addDate(_ asked: SearchQuery.Operator, _ zone: String) -> Bool {
    guard let date = SearchDate(asked.value) else { return false }
    let start = date.start(in: zone)
    if (asked.key == .before) != asked.isExcluded { end = min(end ?? start, start) }
    add(asked.key == .before ? "post.created_at < \(start)" : "post.created_at >= \(start)", asked)
    return true
  }
}
