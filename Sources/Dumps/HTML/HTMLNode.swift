/// A piece of somebody else's HTML, as plain values; what conversion and comparison look at.
package indirect enum HTMLNode: Sendable, Hashable {
  case text(String)
  case element(HTMLElement)
}

/// A tag with its attributes and what is inside it.
package struct HTMLElement: Sendable, Hashable {
  /// In small letters.
  package let name: String
  package let attributes: [String: String]
  package let children: [HTMLNode]

  package init(_ name: String, _ attributes: [String: String] = [:], _ children: [HTMLNode] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// The classes, to recognise a forum's own boxes by.
  package var classes: [Substring] { (attributes["class"] ?? "").split { $0.isWhitespace } }

  /// All text inside, `<br>` as a line break; what a code block holds.
  package var text: String {
    var result = ""
    gather(into: &result)
    return result
  }

  private func gather(into result: inout String) {
    for child in children {
      switch child {
      case .text(let text): result += text
      case .element(let element) where element.name == "br": result += "\n"
      case .element(let element): element.gather(into: &result)
      }
    }
  }
}
