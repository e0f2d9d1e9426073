import CMd4c

extension HTMLWriter {
  /// An open span: what closes it, and for links what to show when nothing was between the brackets.
  enum Span {
    case tag(close: StaticString)
    case link(isAnchor: Bool, textStart: Int, fallback: [UInt8])
    case picture(OpenPicture)
  }

  func enter(span type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    flushRun()
    guard spans.count < MarkdownLimits.nesting else { return Self.stop }
    switch type {
    case MD_SPAN_EM: open("<em>", close: "</em>")
    case MD_SPAN_STRONG: open("<strong>", close: "</strong>")
    case MD_SPAN_DEL: open("<del>", close: "</del>")
    case MD_SPAN_CODE: open("<code>", close: "</code>")
    case MD_SPAN_A:
      let link = read(detail, MD_SPAN_A_DETAIL.self)
      return openLink(link.href, title: link.title, isImage: false)
    case MD_SPAN_IMG:
      let image = read(detail, MD_SPAN_IMG_DETAIL.self)
      return openLink(image.src, title: image.title, isImage: true)
    default: open("", close: "")
    }
    return verdict
  }

  func leaveSpan() -> Int32 {
    flushRun()
    guard !spans.isEmpty else { return Self.stop }
    closeSpan()
    return verdict
  }

  func closeSpan() {
    switch spans.removeLast() {
    case .tag(let close): html.append(close)
    case .picture(let picture): close(picture)
    case .link(let isAnchor, let textStart, let fallback):
      // A link without words could neither be seen nor be named by a screen reader.
      if plainText[textStart...].allSatisfy(\.isSpace) { write(visible: fallback) }
      if isAnchor { html.append("</a>") }
      linkDepth -= 1
    }
  }

  private func open(_ tag: StaticString, close: StaticString) {
    html.append(tag)
    spans.append(.tag(close: close))
  }

  /// An image that is not one of ours is a link too: no reader's browser fetches anything from elsewhere because of a post.
  private func openLink(_ attribute: MD_ATTRIBUTE, title: MD_ATTRIBUTE, isImage: Bool) -> Int32 {
    attributeBytes += Int(attribute.size) + Int(title.size)
    guard attributeBytes <= MarkdownLimits.outputBytes else { return Self.stop }
    // A hidden tilde is three bytes long; beyond that no target fits.
    let raw = Int(attribute.size) > 3 * MarkdownLimits.linkBytes ? [] : decoded(attribute)
    if isImage, let address = picture(raw) {
      open(address)
      return verdict
    }
    let target = LinkTarget(raw)
    let isAnchor = target != nil && linkDepth == 0
    if let target, linkDepth == 0 { openAnchor(target, title: decoded(title)) }
    linkDepth += 1
    let fallback = target == nil ? [] : isImage ? fileName(raw) : raw
    spans.append(.link(isAnchor: isAnchor, textStart: plainText.count, fallback: fallback))
    return verdict
  }

  /// The last part of a path, the whole target where it has none.
  private func fileName(_ target: [UInt8]) -> [UInt8] {
    let path = target.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let name = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex)
    return name.isEmpty ? target : Array(name)
  }

  func decoded(_ attribute: MD_ATTRIBUTE) -> [UInt8] {
    var bytes: [UInt8] = []
    guard attribute.size > 0, let text = attribute.text, let types = attribute.substr_types, let offsets = attribute.substr_offsets
    else { return bytes }
    let raw = UnsafeRawBufferPointer(start: text, count: Int(attribute.size)).assumingMemoryBound(to: UInt8.self)
    var index = 0
    while offsets[index] < attribute.size {
      let part = UnsafeBufferPointer(rebasing: raw[Int(offsets[index])..<Int(offsets[index + 1])])
      switch types[index] {
      case MD_TEXT_ENTITY: bytes.appendDecoded(entity: part)
      case MD_TEXT_NULLCHAR: break
      default: bytes.appendRevealed(part)
      }
      index += 1
    }
    return bytes
  }
}
