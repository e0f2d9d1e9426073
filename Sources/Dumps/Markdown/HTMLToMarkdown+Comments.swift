extension HTMLToMarkdown {
  /// The Markdown of a Stack Exchange comment; what it names with `@` stays a word and becomes nobody's mention.
  package static func markdown(fromComment text: String, linkBase: String? = nil) -> String {
    let line = InlineTidier.tidy(CommentText.tokens(of: text, base: linkBase))
    return line.isEmpty ? "" : MarkdownWriter.write([.paragraph(line)])
  }

  /// A Stack Exchange comment as the old site showed it, to compare with what we show.
  package static func html(fromComment text: String, linkBase: String? = nil) -> String {
    var html = ""
    for token in CommentText.tokens(of: text, base: linkBase) {
      switch token {
      case .text(let text): html += escaped(text)
      case .code(let code): html += "<code>" + escaped(code) + "</code>"
      case .space: html += " "
      case .lineBreak: html += "<br>"
      case .open(.strong): html += "<strong>"
      case .close(.strong): html += "</strong>"
      case .open(.emphasis): html += "<em>"
      case .close(.emphasis): html += "</em>"
      case .open(.strike): html += "<del>"
      case .close(.strike): html += "</del>"
      case .open(.link(let target)): html += "<a href=\"" + escaped(target) + "\">"
      case .close(.link): html += "</a>"
      }
    }
    return html
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
