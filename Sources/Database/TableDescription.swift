/// A table as its engine describes it, in the same words for both engines.
package struct TableDescription: Sendable, Equatable {
  /// A column that is written; what an engine makes of others is left out.
  package struct Column: Sendable, Equatable {
    package let name: String
    /// SQLite stores booleans as whole numbers and says so.
    package let type: SQLType
    package let isOptional: Bool
  }
  /// A column whose value is the key of another table, or of another row of the same.
  package struct Reference: Sendable, Equatable, Hashable {
    package let column: String
    package let table: String
  }

  package let name: String
  package let columns: [Column]
  /// The columns of the primary key in their order.
  package let key: [String]
  package let references: Set<Reference>

  /// The names of all tables, for whoever wants to know whose database it is.
  package static func names(in tx: Transaction) throws -> [String] {
    try tx.values(
      .twin(
        sqlite: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
        postgres: "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"), as: String.self
    ).sorted()
  }

  /// Every table of ours, each after those it refers to.
  package static func all(in tx: Transaction) throws -> [TableDescription] {
    return ordered(try names(in: tx).map { try describe($0, in: tx) })
  }

  private static func describe(_ name: String, in tx: Transaction) throws -> TableDescription {
    let columns = try tx.all(
      .twin(
        sqlite: "SELECT name, type, \"notnull\" = 0 AND pk = 0, pk FROM pragma_table_xinfo(\(name)) WHERE hidden = 0 ORDER BY cid",
        postgres: """
          SELECT attname::text, format_type(atttypid, NULL), NOT attnotnull,
            coalesce(array_position((SELECT indkey::int2[] FROM pg_index WHERE indrelid = attrelid AND indisprimary), attnum), -1) + 1
          FROM pg_attribute WHERE attrelid = \(name)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
          """)
    ) { row in
      (
        column: Column(name: try row.next(), type: try type(row.next()), isOptional: try row.next()),
        place: try row.next(Int.self)
      )
    }
    let references = try tx.all(
      .twin(
        sqlite: "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(\(name))",
        postgres: """
          SELECT attname::text, confrelid::regclass::text FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
          WHERE contype = 'f' AND conrelid = \(name)::regclass
          """)
    ) { Reference(column: try $0.next(), table: try $0.next()) }
    return TableDescription(
      name: name, columns: columns.map(\.column),
      key: columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.column.name), references: Set(references))
  }

  private static func type(_ declared: String) throws -> SQLType {
    switch declared.lowercased() {
    case "integer", "bigint", "smallint": .integer
    case "text": .text
    case "blob", "bytea": .bytes
    case "boolean": .boolean
    case "real", "double precision": .real
    default: throw DatabaseFault.statement("a column of type \(declared)")
    }
  }

  private static func ordered(_ tables: [TableDescription]) -> [TableDescription] {
    var left = tables
    var done: [TableDescription] = []
    while !left.isEmpty {
      let names = Set(left.map(\.name))
      let isReady = { (table: TableDescription) in table.references.allSatisfy { $0.table == table.name || !names.contains($0.table) } }
      let ready = left.filter(isReady)
      // Tables that refer to each other come last, in any order.
      if ready.isEmpty { return done + left }
      done += ready
      left.removeAll(where: isReady)
    }
    return done
  }
}
