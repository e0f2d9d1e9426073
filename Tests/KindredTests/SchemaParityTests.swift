import Database
import TestSupport
import Testing

/// What both engines say of their own tables, in the same words. In a run on SQLite there is one engine to look at: its own answers are
/// compared with what the migrations are known to hold.
@Suite("The schemas of both engines") struct SchemaParityTests {
  private func both(_ sqlite: SQL, _ postgres: SQL) async throws -> (Set<String>, Set<String>) {
    let one = try await TestStore.make(on: .sqlite).read { try $0.values(sqlite, as: String.self) }
    let store = try await TestStore.make()
    let other = try await store.read { try $0.values(store.sqlite == nil ? postgres : sqlite, as: String.self) }
    return (Set(one), Set(other))
  }

  @Test("what is unique is unique on both, keys and conditions too") func uniques() async throws {
    let (one, other) = try await both(
      """
      SELECT tables.name || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_xinfo(indexes.name) WHERE "key" ORDER BY seqno))
        || ')' || CASE WHEN indexes.partial THEN (SELECT ' ' || substr(sql, instr(sql, 'WHERE ')) FROM sqlite_schema WHERE name = indexes.name) ELSE '' END
      FROM pragma_table_list tables, pragma_index_list(tables.name) indexes
      WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' AND indexes."unique"
      UNION SELECT tables.name || ' (' || columns.name || ')'
      FROM pragma_table_list tables, pragma_table_info(tables.name) columns
      WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.type = 'INTEGER' AND columns.pk = 1
        AND (SELECT max(pk) FROM pragma_table_info(tables.name)) = 1
      """,
      """
      SELECT relname || ' (' || (SELECT string_agg(attname, ', ' ORDER BY place) FROM unnest(indkey::int2[]) WITH ORDINALITY AS listed (number, place)
        JOIN pg_attribute ON attrelid = indrelid AND attnum = number) || ')'
        || CASE WHEN indpred IS NULL THEN '' ELSE ' WHERE ' || replace(replace(trim(BOTH '()' FROM pg_get_expr(indpred, indrelid)), '::text', ''), ') AND (', ' AND ') END
      FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE indisunique AND relnamespace = current_schema()::regnamespace AND relkind = 'r'
      """)
    #expect(one == other)
    #expect(one.isSuperset(of: ["topic (id)", "member (handle)", "post (topic_id, number)", "submission (member_id, key)"]))
  }

  @Test("what refers to another row does so on both, and meets the same when that row goes") func references() async throws {
    let (one, other) = try await both(
      """
      SELECT tables.name || ' (' || group_concat(keys."from", ', ') || ') -> ' || keys."table" || ' (' || group_concat(COALESCE(keys."to",
        (SELECT name FROM pragma_table_info(keys."table") WHERE pk = 1)), ', ') || ') ON DELETE ' || keys.on_delete || ' ON UPDATE ' || keys.on_update
      FROM pragma_table_list tables, pragma_foreign_key_list(tables.name) keys WHERE tables.schema = 'main' GROUP BY tables.name, keys.id
      """,
      """
      SELECT conrelid::regclass || ' (' || (SELECT string_agg(attname, ', ' ORDER BY place) FROM unnest(conkey) WITH ORDINALITY AS listed (number, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = number) || ') -> ' || confrelid::regclass || ' ('
        || (SELECT string_agg(attname, ', ' ORDER BY place) FROM unnest(confkey) WITH ORDINALITY AS listed (number, place)
        JOIN pg_attribute ON attrelid = confrelid AND attnum = number) || ') ON DELETE ' || (\(Self.action)) || ' ON UPDATE '
        || (SELECT words FROM (VALUES ('a', 'NO ACTION'), ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('d', 'SET DEFAULT')) AS named (letter, words)
        WHERE letter = confupdtype)
      FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
      """)
    #expect(one == other)
    #expect(one.contains("post (topic_id) -> topic (id) ON DELETE NO ACTION ON UPDATE NO ACTION"))
    #expect(one.count > 30)
  }

  private static let action: SQL = """
    SELECT words FROM (VALUES ('a', 'NO ACTION'), ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('d', 'SET DEFAULT')) AS named (letter, words)
      WHERE letter = confdeltype
    """

  @Test("what is checked is checked on both") func checks() async throws {
    let tables: @Sendable (Transaction) throws -> [String] = { tx in
      try tx.all("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHECK%'") { row in
        let (name, sql) = (try row.next(String.self), try row.next(String.self))
        return Self.conditions(in: sql).map { "\(name): \(Self.plain($0))" }
      }.flatMap { $0 }
    }
    let one = try await TestStore.make(on: .sqlite).read(tables)
    let store = try await TestStore.make()
    let other =
      store.sqlite != nil
      ? try await store.read(tables)
      : try await store.read { tx in
        try tx.all(
          """
          SELECT conrelid::regclass::text, pg_get_expr(conbin, conrelid) FROM pg_constraint
          WHERE contype = 'c' AND connamespace = current_schema()::regnamespace
          """
        ) { row in "\(try row.next(String.self)): \(Self.plain(try row.next(String.self)))" }
      }
    #expect(one.sorted() == other.sorted())
    #expect(one.contains("member: length handle >= 2 and length handle <= 30"))
    #expect(one.contains("acceptance: role in 'asker' , 'staff' , 'moderator' , 'imported'"))
  }

  /// What stands in the parentheses behind each CHECK.
  private static func conditions(in sql: String) -> [String] {
    sql.split(separator: "CHECK (", omittingEmptySubsequences: false).dropFirst().map { rest in
      var depth = 1
      return String(
        rest.prefix { character in
          if character == "(" { depth += 1 }
          if character == ")" { depth -= 1 }
          return depth > 0
        })
    }
  }

  /// A condition as both engines write it: PostgreSQL gives each literal its type, says `= ANY (ARRAY[...])` for a list and spells BETWEEN out.
  private static func plain(_ condition: String) -> String {
    var text = condition.lowercased()
    for (from, to) in [("::text", ""), ("::bigint", ""), ("= any", "in"), ("array[", ""), ("]", ""), ("(", " "), (")", " "), (",", " , ")] {
      text = text.replacing(from, with: to)
    }
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    while let place = words.firstIndex(of: "between") {
      // `length x BETWEEN 1 AND 60`: what is compared is a function of one column.
      let compared = Array(words[max(0, place - 2)..<place])
      words.replaceSubrange(place...place + 3, with: [">=", words[place + 1], "and"] + compared + ["<=", words[place + 3]])
    }
    return words.joined(separator: " ")
  }
}
