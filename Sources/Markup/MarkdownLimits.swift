/// The sizes beyond which a text is shown as plain text, so that no post costs seconds or megabytes.
package enum MarkdownLimits {
  /// UTF-8 bytes of source; forms use it as the length a post may have.
  package static let sourceBytes = 32 * 1024
  /// UTF-8 bytes of a text that another forum allowed and an operator brought along; nobody can post one as long here.
  package static let importedBytes = 128 * 1024
  /// UTF-8 bytes of HTML, plain text included.
  package static let outputBytes = 512 * 1024
  /// Quotes and lists inside each other; emphasis and links inside each other.
  package static let nesting = 20
  /// Brackets opened and not yet closed: each pair is looked up with all that is between.
  package static let openBrackets = 200
  /// Link reference definitions: few definitions used often make much output.
  package static let definitions = 50
  /// Columns of one table.
  package static let columns = 50
  /// Cells of all tables together: short rows are filled up with empty ones.
  package static let cells = 5_000
  /// Asterisks or underscores in a row that are not a line across the page.
  package static let emphasisRun = 100
  /// UTF-8 bytes of one link's target; a longer one stays text. Links that carry a whole circuit or search in their query are this long.
  package static let linkBytes = 4_096
  /// Pictures shown in one text; the rest are links.
  package static let pictures = 40
  /// Brackets times lines of one paragraph: the parser looks up each bracket's line from the first one on.
  static let bracketLineSteps = 4_000_000
}
