/// Turns what a person wrote into safe HTML; never fails: what is beyond the limits is shown as the plain text it is.
package func renderMarkdown(_ source: String, _ options: MarkdownOptions) -> RenderedMarkdown {
  var source = source
  // A string made elsewhere may not lie in one piece; every later step reads its bytes.
  source.makeContiguousUTF8()
  let bytes = cleaned(source)
  guard source.utf8.count <= options.sourceBytes, !LimitScan.exceeds(bytes) else { return plain(bytes) }
  let writer = HTMLWriter(options)
  guard parse(withDelimiterRowsWidened(withLiteralTildesHidden(withCodeTabsHidden(bytes))), into: writer) else { return plain(bytes) }
  return writer.finished()
}

/// Escaped text with its line breaks; a text whose HTML would be too long is cut between two characters.
private func plain(_ bytes: [UInt8]) -> RenderedMarkdown {
  var html: [UInt8] = []
  html.append(#"<p class="plain">"#)
  let room = MarkdownLimits.outputBytes - 32
  var end = bytes.count
  for (index, byte) in bytes.enumerated() {
    // The longest thing added at once is `&quot;`, or one character of four bytes.
    if html.count >= room, byte & 0xC0 != 0x80 {
      end = index
      break
    }
    if byte == UInt8(ascii: "\n") {
      html.append("<br>\n")
    } else {
      html.appendEscaped(CollectionOfOne(byte))
    }
  }
  var text = Array(bytes[..<end])
  if end < bytes.count {
    html.append("…")
    text.append("…")
  }
  html.append("</p>\n")
  return RenderedMarkdown(
    html: String(decoding: html, as: UTF8.self), text: String(decoding: text.trimmed(), as: UTF8.self), mentions: [], links: [],
    pictures: [])
}

extension [UInt8] {
  func trimmed() -> ArraySlice<UInt8> {
    var slice = self[...]
    while let first = slice.first, first.isSpace { slice = slice.dropFirst() }
    while let last = slice.last, last.isSpace { slice = slice.dropLast() }
    return slice
  }
}
