/// What a post of a Discourse forum shows, in plain HTML: the boxes only that forum could draw become links, quotes, lists and words.
package enum DiscourseHTML {
  /// The nodes of a post, ready for ``HTMLToMarkdown`` and ``Fidelity``. `linkBase` is the old forum's address.
  package static func nodes(of post: DiscoursePost, linkBase: String? = nil) -> [HTMLNode] {
    Boxes(polls: post.polls, base: linkBase).plain(HTMLText.parse(post.cooked))
  }
}

private struct Boxes {
  let polls: [DiscoursePoll]
  let base: String?

  func plain(_ nodes: [HTMLNode]) -> [HTMLNode] {
    nodes.flatMap { node -> [HTMLNode] in
      guard case .element(let element) = node else { return [node] }
      return box(element) ?? [.element(HTMLElement(element.name, element.attributes, plain(element.children)))]
    }
  }

  private func box(_ element: HTMLElement) -> [HTMLNode]? {
    let classes = element.classes
    guard !classes.isEmpty else { return nil }
    switch element.name {
    case "img" where classes.contains("emoji"): return [.text(emoji(element))]
    case "aside" where classes.contains("quote"): return [quote(element)]
    case "aside" where classes.contains("onebox"), "div" where classes.contains("onebox") || classes.contains("lazyYT"):
      return preview(element)
    case "div" where classes.contains("lightbox-wrapper"), "a" where classes.contains("lightbox"): return picture(element)
    case "div" where classes.contains("poll"): return [poll(element)]
    case "span": return marked(element)
    default: return nil
    }
  }

  private func emoji(_ image: HTMLElement) -> String {
    let name = image.attributes["alt"] ?? image.attributes["title"] ?? ""
    return Emoji.character(named: name) ?? name
  }

  /// Who is quoted stays the first line of the quote; the face beside the name goes.
  private func quote(_ aside: HTMLElement) -> HTMLNode {
    var inside: [HTMLNode] = []
    for node in aside.children {
      guard case .element(let element) = node else {
        inside.append(node)
        continue
      }
      switch element.name {
      case "div" where element.classes.contains("title"):
        let title = element.children.filter { node in
          guard case .element(let part) = node else { return true }
          return !part.classes.contains("quote-controls") && !part.classes.contains("avatar")
        }
        inside.append(.element(HTMLElement("p", [:], plain(title))))
      case "blockquote": inside += plain(element.children)
      default: inside += plain([node])
      }
    }
    return .element(HTMLElement("blockquote", [:], inside))
  }

  /// A preview of what a link leads to is the link again; without any link its words stay.
  private func preview(_ element: HTMLElement) -> [HTMLNode]? {
    let video = element.attributes["data-youtube-id"].flatMap { $0.isEmpty ? nil : "https://www.youtube.com/watch?v=\($0)" }
    guard let href = element.attributes["data-onebox-src"] ?? Self.firstLink(element.children) ?? video,
      let target = LinkTarget.resolve(href, base: base)
    else { return nil }
    return [.element(HTMLElement("div", [:], [.element(HTMLElement("a", ["href": target], [.text(target)]))]))]
  }

  private static func firstLink(_ nodes: [HTMLNode]) -> String? {
    for case .element(let element) in nodes {
      if element.name == "a" || element.name == "iframe" || element.name == "source",
        let href = element.attributes[element.name == "a" ? "href" : "src"], !href.isEmpty
      {
        return href
      }
      if let found = firstLink(element.children) { return found }
    }
    return nil
  }

  /// The large picture under the name of the small one; its measures were for the eye only.
  private func picture(_ element: HTMLElement) -> [HTMLNode]? {
    guard let link = element.name == "a" ? element : Self.first("a", in: element.children), let href = link.attributes["href"],
      let image = Self.first("img", in: link.children)
    else { return nil }
    let alt = image.attributes["alt"] ?? ""
    let words = alt.isEmpty ? link.attributes["title"] ?? "" : alt
    return [.element(HTMLElement("img", ["src": href, "alt": words]))]
  }

  private static func first(_ name: String, in nodes: [HTMLNode]) -> HTMLElement? {
    for case .element(let element) in nodes {
      if element.name == name { return element }
      if let found = first(name, in: element.children) { return found }
    }
    return nil
  }

  private func poll(_ element: HTMLElement) -> HTMLNode {
    let name = element.attributes["data-poll-name"] ?? "poll"
    let poll = polls.first { $0.name == name }
    return .element(HTMLElement("div", [:], element.children.flatMap { counted($0, poll) }))
  }

  /// Each option with its votes behind it, and how many voted.
  private func counted(_ node: HTMLNode, _ poll: DiscoursePoll?) -> [HTMLNode] {
    guard case .element(let element) = node else { return [node] }
    if element.classes.contains("poll-buttons") { return [] }
    if element.name == "li", let option = element.attributes["data-poll-option-id"] {
      let votes = poll?.votes[option].map { [HTMLNode.text(" (\($0))")] } ?? []
      return [.element(HTMLElement("li", [:], plain(element.children) + votes))]
    }
    if element.classes.contains("info-number"), let voters = poll?.voters { return [.text("\(voters) ")] }
    return [.element(HTMLElement(element.name, element.attributes, element.children.flatMap { counted($0, poll) }))]
  }

  /// Marks that an older forum's code left behind.
  private func marked(_ span: HTMLElement) -> [HTMLNode]? {
    for (name, mark) in [("bbcode-b", "strong"), ("bbcode-i", "em"), ("bbcode-s", "s")] where span.classes.contains(Substring(name)) {
      return [.element(HTMLElement(mark, [:], plain(span.children)))]
    }
    return nil
  }
}
