package import Community
package import Templates

/// What a word that is being typed may become, for a script that offers it.
package struct CompletionPage: Page {
  package static let template = "posts/completion"
  let items: [Item]

  struct Item: Fields {
    let value: String
    let text: String?
    func field(_ field: String) -> Field? {
      switch field {
      case "value": .text(value)
      case "text": text.map(Field.text) ?? .nothing
      default: nil
      }
    }
  }

  /// Members by their handles.
  package init(_ members: [MemberBadge]) { items = members.map { Item(value: $0.handle, text: $0.name) } }
  /// Tags.
  package init(_ tags: [String]) { items = tags.map { Item(value: $0, text: nil) } }
  private init() { items = [Item(value: "ana", text: "Ana Costa")] }

  package func field(_ field: String) -> Field? { field == "items" ? .many(items) : nil }
  package static let sample = CompletionPage()
}
