package import Database
import Markup

/// Whom a text names by `@handle`, to be looked up in one query before the text is rendered: a link leads to somebody.
package struct Mentioned: Sendable, Equatable {
  package let handles: Set<String>
  package init(in text: String) { handles = mentionedHandles(in: text) }

  /// Those that somebody has, or had and leads on from.
  package func known(in tx: Transaction) throws -> Set<String> {
    if handles.isEmpty { return [] }
    return Set(
      try tx.values(
        """
        SELECT handle FROM member WHERE handle \(anyOf: handles)
        UNION SELECT handle FROM former_handle WHERE handle \(anyOf: handles)
        """, as: String.self))
  }
}
