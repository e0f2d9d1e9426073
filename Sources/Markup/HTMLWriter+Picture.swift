extension HTMLWriter {
  /// A picture that is being read: where its own words began, which become what it says to who cannot see it.
  struct OpenPicture {
    let address: PictureAddress
    let htmlStart: Int
    let textStart: Int
  }

  /// The picture of ours that a target names; nil where none may stand: in texts that show none, inside of another's words, after too many.
  func picture(_ target: [UInt8]) -> PictureAddress? {
    guard options.pictures, !isInPicture, shownPictures < MarkdownLimits.pictures else { return nil }
    return PictureAddress(target: target)
  }

  func open(_ address: PictureAddress) {
    shownPictures += 1
    if !pictures.contains(address.name) { pictures.append(address.name) }
    isInPicture = true
    // Nothing in its words is linked.
    linkDepth += 1
    spans.append(.picture(OpenPicture(address: address, htmlStart: html.count, textStart: plainText.count)))
  }

  func close(_ open: OpenPicture) {
    linkDepth -= 1
    isInPicture = false
    html.removeSubrange(open.htmlStart...)
    let address = open.address
    // In a link of the writer's own it leads where they said.
    let leads = linkDepth == 0
    let words = Array(plainText[min(open.textStart, plainText.count)...]).trimmed().map { $0 < 0x20 ? 0x20 : $0 }
    if leads {
      html.append(#"<a class="picture" href=""#)
      html.appendEscaped(address.path.utf8)
      // A link whose picture says nothing could not be named by a screen reader.
      if words.isEmpty {
        html.append(#"" aria-label=""#)
        html.appendEscaped(options.pictureLabel.utf8)
      }
      html.append(#"">"#)
    }
    html.append(#"<img src=""#)
    html.appendEscaped((address.smallPath ?? address.path).utf8)
    html.append(#"" alt=""#)
    html.appendEscaped(words)
    let (width, height) = address.shown
    html.append(#"" width=""#)
    html.append(contentsOf: String(width).utf8)
    html.append(#"" height=""#)
    html.append(contentsOf: String(height).utf8)
    html.append(#"" loading="lazy">"#)
    if leads { html.append("</a>") }
  }
}
