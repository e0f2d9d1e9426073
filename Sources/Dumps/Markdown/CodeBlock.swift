/// A `<pre>` as a code block: its text, and the language the old forum coloured it as.
enum CodeBlock {
  static func read(_ element: HTMLElement) -> MarkdownBlock {
    .code(text(of: element), language: language(of: element))
  }

  /// The text as a browser shows it: the line break right after `<pre>` and the last one are not part of it.
  static func text(of element: HTMLElement) -> String {
    var text = element.text
    if case .text(let first) = element.children.first, first.utf8.first == UInt8(ascii: "\n") { text.removeFirst() }
    if text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
    return text
  }

  private static func language(of element: HTMLElement) -> String {
    var classes = element.classes
    for case .element(let child) in element.children where child.name == "code" { classes += child.classes }
    for name in classes {
      for prefix in ["lang-", "language-"] where name.hasPrefix(prefix) {
        let language = name.dropFirst(prefix.count).lowercased()
        if isName(language), !noLanguage.contains(language) { return language }
      }
    }
    return ""
  }

  private static let noLanguage = ["none", "default", "auto", "nohighlight", "plaintext"]

  private static func isName(_ language: String) -> Bool {
    (1...20).contains(language.utf8.count)
      && language.unicodeScalars.allSatisfy { Optional($0).isWordASCII || $0 == "+" || $0 == "#" || $0 == "-" }
  }
}
