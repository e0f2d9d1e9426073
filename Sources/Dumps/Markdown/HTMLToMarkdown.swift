/// Turns other forums' posts into Markdown that our renderer shows alike.
package enum HTMLToMarkdown {
  /// The Markdown of an HTML body. `linkBase` is the old forum's address, for links like `/questions/1`. `rewriting` may put other
  /// nodes in an element's place first, for boxes only its own forum knows; nil leaves it as it is.
  ///
  /// The result may be longer than our posts may be: the caller checks that.
  package static func markdown(
    fromHTML html: String, linkBase: String? = nil, rewriting: (HTMLElement) -> [HTMLNode]? = { _ in nil }
  ) -> String {
    markdown(from: HTMLRewriting.rewrite(HTMLText.parse(html), rewriting), linkBase: linkBase)
  }

  /// The Markdown of nodes already parsed.
  package static func markdown(from nodes: [HTMLNode], linkBase: String? = nil) -> String {
    MarkdownWriter.write(BlockBuilder.blocks(of: nodes, base: linkBase))
  }
}

enum HTMLRewriting {
  static func rewrite(_ nodes: [HTMLNode], _ rewriting: (HTMLElement) -> [HTMLNode]?) -> [HTMLNode] {
    nodes.flatMap { node -> [HTMLNode] in
      guard case .element(let element) = node else { return [node] }
      if let replacement = rewriting(element) { return replacement }
      return [.element(HTMLElement(element.name, element.attributes, rewrite(element.children, rewriting)))]
    }
  }
}
