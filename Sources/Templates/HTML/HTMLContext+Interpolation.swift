/// What a template may put into its page at a place.
enum Interpolated {
  case text(named: String)
  case html
  /// A message of the catalog: trusted words, but still only words.
  case words
}

extension HTMLContext {
  /// Answers with the reason why this may not stand here, and moves on as if it did.
  mutating func interpolate(_ what: Interpolated) -> String? {
    switch place {
    case .data: return refusalInContent(what)
    case .doubleQuoted, .singleQuoted:
      defer { valueStart = .begun }
      return refusalInValue(what)
    case .beforeValue, .unquoted:
      if place == .beforeValue { place = .unquoted }
      return "the value of \(attributeName) must stand in quotes"
    case .comment, .declaration, .declarationOpen: return "nothing can be written into a comment or declaration"
    case .rawLess, .rawEnd:
      place = .data
      return refusalInContent(what)
    default: return "a name or an attribute of a tag cannot be written by {{ }}; use a section around the whole attribute"
    }
  }

  private var attributeName: String { String(decoding: attribute, as: UTF8.self) }

  private func refusalInContent(_ what: Interpolated) -> String? {
    guard let element = element.map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
    guard element == "title" || element == "textarea" else { return "nothing can be written into <\(element)>" }
    if case .html = what { return "<\(element)> holds text, not html" }
    return nil
  }

  private func refusalInValue(_ what: Interpolated) -> String? {
    let attribute = attributeName
    if case .html = what { return "html cannot stand in an attribute (\(attribute))" }
    if attribute.hasPrefix("on") || attribute == "style" || attribute == "srcdoc" {
      return "nothing can be written into \(attribute)"
    }
    guard Self.addresses.contains(attribute), valueStart != .begun else { return nil }
    if case .text(let name) = what, Self.pathEndings.contains(where: name.hasSuffix) { return nil }
    return
      "\(attribute) may begin only with a field whose name ends in path, url or href, so that no text of people can choose where it leads"
  }

  private static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "ping", "data", "srcset", "manifest", "background", "xlink:href",
  ]
  private static let pathEndings = ["path", "Path", "url", "URL", "Url", "href"]
}
