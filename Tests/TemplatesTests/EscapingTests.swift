import Templates
import Testing

@Suite("Escaping")
struct EscapingTests {
  private static let dangerous = ["&", "<", ">", "\"", "'"]
  private static let followers = [
    "", "a", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{0}", "\r", "\n", "é", "🏽", "\u{1F1E9}", "\"", "&amp;",
  ]

  /// What a browser reads from the five entities.
  private func read(_ bytes: [UInt8]) -> [UInt8] {
    let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")].map { (Array($0.utf8), Array($1.utf8)) }
    var read: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if let (entity, meaning) = entities.first(where: { rest.starts(with: $0.0) }) {
        read += meaning
        rest = rest.dropFirst(entity.count)
      } else {
        read.append(byte)
        rest = rest.dropFirst()
      }
    }
    return read
  }

  private func check(_ text: String, _ library: TemplateLibrary) -> Bool {
    let bytes = library.render(Line(text: text))
    let harmless = !bytes.contains { "<>\"'".utf8.contains($0) }
    return harmless && read(bytes) == Array(text.utf8) && bytes == Array(SafeHTML(escaping: text).html.utf8)
  }

  @Test("takes the meaning from the five, whatever stands around them, and loses nothing")
  func whateverFollows() throws {
    let library = try TemplateLibrary(sources: ["line.mustache": "{{text}}"], pages: [Line.self], words: catalog())
    for before in Self.followers {
      for character in Self.dangerous {
        for after in Self.followers {
          let text = before + character + after
          #expect(check(text, library), "\(Array(text.utf8))")
        }
      }
    }
  }

  @Test("holds for any text")
  func anyText() throws {
    let library = try TemplateLibrary(sources: ["line.mustache": "{{text}}"], pages: [Line.self], words: catalog())
    let alphabet = Self.dangerous + Self.followers + ["#39;", "quot;", ";", "\u{FEFF}", "漢"]
    var state: UInt64 = 42
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += alphabet[Int(state >> 33) % alphabet.count]
      }
      #expect(check(text, library), "\(Array(text.utf8))")
    }
  }

  @Test("holds for every scalar that can follow a quote")
  func everyScalar() throws {
    let library = try TemplateLibrary(sources: ["line.mustache": "<p title=\"{{text}}\"></p>"], pages: [Line.self], words: catalog())
    var broken: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), value < 0x3000 || value % 97 == 0 || (0xFE00...0xFE0F).contains(value) else { continue }
      var text = "\""
      text.unicodeScalars.append(scalar)
      let bytes = library.render(Line(text: text))
      if bytes.count(where: { $0 == 0x22 }) != 2 { broken.append(value) }
    }
    #expect(broken == [])
  }
}
