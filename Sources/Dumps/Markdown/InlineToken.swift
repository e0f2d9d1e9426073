/// Something that surrounds part of a line.
enum InlineMark: Hashable {
  case strong, emphasis, strike
  case link(String)
}

/// A line of text as a flat run; marks open and close in proper nesting.
enum InlineToken: Hashable {
  case text(String)
  case code(String)
  /// White space that may break the line in the source (`newline`) or not.
  case space(newline: Bool)
  case lineBreak
  case open(InlineMark)
  case close(InlineMark)
}
