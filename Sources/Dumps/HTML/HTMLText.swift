import CLibXML2

/// Reads HTML of any quality with libxml2's forgiving parser.
package enum HTMLText {
  /// Deeper than any post people wrote; what is deeper still is read as text.
  static let deepest = 120

  /// The nodes of a fragment's body. Never fails: what makes no sense is left out.
  package static func parse(_ html: String) -> [HTMLNode] {
    var bytes = Array("<!DOCTYPE html><html><body>".utf8)
    bytes.append(contentsOf: html.utf8.lazy.filter { $0 != 0 && $0 != UInt8(ascii: "\r") })
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
    let document = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { htmlReadMemory($0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8", Int32(options)) }
    }
    guard let document else { return [] }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return [] }
    return nodes(after: root.pointee.children, depth: 0).flatMap { node -> [HTMLNode] in
      if case .element(let body) = node, body.name == "body" { return body.children }
      return [node]
    }
  }

  private static func nodes(after first: xmlNodePtr?, depth: Int) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    var next = first
    while let node = next {
      next = node.pointee.next
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = node.pointee.content { nodes.append(.text(String(cString: content))) }
      case XML_ELEMENT_NODE:
        guard depth < deepest else {
          nodes.append(.text(text(under: node)))
          continue
        }
        let children = Self.nodes(after: node.pointee.children, depth: depth + 1)
        nodes.append(.element(HTMLElement(String(cString: node.pointee.name).lowercased(), attributes(of: node), children)))
      default: continue
      }
    }
    return nodes
  }

  /// All text under a node, without recursion: what nests this deep was not written by hand.
  private static func text(under root: xmlNodePtr) -> String {
    var text = ""
    var node = root
    while true {
      if node.pointee.type == XML_TEXT_NODE, let content = node.pointee.content { text += String(cString: content) }
      if let child = node.pointee.children, node.pointee.type == XML_ELEMENT_NODE {
        node = child
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent { node = parent }
      guard node != root, let next = node.pointee.next else { return text }
      node = next
    }
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var attributes: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      var value = ""
      var part = attribute.pointee.children
      while let node = part {
        if let content = node.pointee.content { value += String(cString: content) }
        part = node.pointee.next
      }
      attributes[String(cString: attribute.pointee.name).lowercased()] = value
    }
    return attributes
  }
}
