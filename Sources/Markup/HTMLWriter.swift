import CMd4c

/// Makes every tag of the output from what the parser reports. Each callback answers 0 to go on and -1 to stop: the text is then
/// shown as plain text. Tags are closed from the writer's own stacks, so that they balance whatever the parser says.
final class HTMLWriter {
  let options: MarkdownOptions
  var html: [UInt8] = []
  var plainText: [UInt8] = []
  var mentions: [String] = []
  var links: [String] = []
  /// The names of the pictures shown, each once.
  var pictures: [String] = []
  var shownPictures = 0
  var isInPicture = false

  /// Words not yet written: links and mentions are looked for when all of a run is there.
  var run = TextRun()
  var blocks: [Block] = []
  var spans: [Span] = []
  /// Links and images around the current place, those that came to nothing included: in them nothing is linked.
  var linkDepth = 0
  var containers = 0
  var cells = 0
  var headings = HeadingIDs()
  private var knownMentions: Set<String> = []
  /// Bytes of link targets and titles seen: a definition used a thousand times must not cost a thousand times its length.
  var attributeBytes = 0

  static let goOn: Int32 = 0
  static let stop: Int32 = -1

  init(_ options: MarkdownOptions) {
    self.options = options
  }

  /// What a callback answers once it has written.
  var verdict: Int32 {
    html.count > MarkdownLimits.outputBytes || plainText.count > MarkdownLimits.outputBytes ? Self.stop : Self.goOn
  }

  func finished() -> RenderedMarkdown {
    RenderedMarkdown(
      html: String(decoding: html, as: UTF8.self), text: String(decoding: plainText.trimmed(), as: UTF8.self), mentions: mentions,
      links: links, pictures: pictures)
  }

  func text(_ type: MD_TEXTTYPE, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    switch type {
    case MD_TEXT_ENTITY:
      run.append(entity: bytes)
    case MD_TEXT_BR:
      flushRun()
      html.append("<br>\n")
      plainText.append("\n")
    case MD_TEXT_SOFTBR:
      flushRun()
      html.append("\n")
      plainText.append(" ")
    case MD_TEXT_CODE:
      flushRun()
      var code: [UInt8] = []
      code.appendRevealed(bytes)
      write(visible: code)
    case MD_TEXT_NULLCHAR:
      break
    default:
      run.append(bytes)
    }
    return verdict
  }

  /// Words a reader sees, in the page and in the plain text alike.
  func write(visible bytes: some Collection<UInt8>) {
    html.appendEscaped(bytes)
    plainText.append(contentsOf: bytes)
  }

  func flushRun() {
    guard !run.bytes.isEmpty else { return }
    defer { run.removeAll() }
    guard linkDepth == 0 else { return write(visible: run.bytes) }
    for piece in run.pieces(after: plainText.character(before: plainText.count)) {
      switch piece {
      case .words(let range):
        write(visible: run.bytes[range])
      case .link(let range, let target):
        openAnchor(target)
        write(visible: run.bytes[range])
        html.append("</a>")
      case .mention(let range, let handle) where !options.handles.contains(handle):
        write(visible: run.bytes[range])
      case .mention(let range, let handle):
        html.append(#"<a class="mention" href="/m/"#)
        html.append(contentsOf: handle.utf8)
        html.append(#"" dir="auto">"#)
        write(visible: run.bytes[range])
        html.append("</a>")
        if knownMentions.insert(handle).inserted { mentions.append(handle) }
      }
    }
  }

  func openAnchor(_ target: LinkTarget, title: [UInt8] = []) {
    html.append(#"<a href=""#)
    html.appendEscaped(target.bytes)
    html.append(options.nofollow ? #"" rel="nofollow ugc noopener""# : #"" rel="ugc noopener""#)
    if !title.isEmpty {
      html.append(#" title=""#)
      html.appendEscaped(title)
      html.append("\"")
    }
    html.append(">")
    links.append(String(decoding: target.bytes, as: UTF8.self))
  }
}
