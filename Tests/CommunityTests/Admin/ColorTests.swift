import Testing

@testable import Community

@Suite("The community's own colour") struct ColorTests {
  private func color(_ text: String) throws -> Color { try #require(Color(text)) }

  @Test(
    "contrast is reckoned as WCAG says, either way round",
    arguments: [
      ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54), ("#777777", "#FFFFFF", 4.48),
      ("#ff0000", "#ffffff", 4.0), ("#0000ff", "#ffffff", 8.59), ("#00ff00", "#ffffff", 1.37), ("#595959", "#ffffff", 7.0),
    ]) func contrast(_ one: String, _ other: String, _ known: Double) throws
  {
    #expect(abs(try color(one).contrast(to: color(other)) - known) < 0.005)
    #expect(abs(try color(other).contrast(to: color(one)) - known) < 0.005)
  }

  @Test(
    "anything but # and six digits is no colour",
    arguments: ["", "#fff", "0b5c8a", "#0b5c8", "#0b5c8ag", "#0b5c8g", "#+b5c8a", "red", "#0b5c8á"])
  func wrong(_ text: String) { #expect(Color(text) == nil) }

  @Test("what is proposed can be read, is the colour itself where that can, and so can its links on their own ground") func nearest() throws
  {
    for red in stride(from: 0, through: 255, by: 51) {
      for green in stride(from: 0, through: 255, by: 51) {
        for blue in stride(from: 0, through: 255, by: 51) {
          let color = Color(UInt8(red), UInt8(green), UInt8(blue))
          for ground in Ground.allCases {
            let readable = ground.readable(color)
            #expect(readable.contrast(to: ground.color) >= Ground.least, "\(color.text)")
            #expect(ground.readable(readable) == readable)
            #expect(
              readable.contrast(to: ground.softer(readable)) >= Ground.least || ground.softer(readable) == ground.color, "\(color.text)")
            if color.contrast(to: ground.color) >= Ground.least { #expect(readable == color) }
          }
        }
      }
    }
    // What stands on a button is read too: white on light pages, the house's dark ink on dark ones.
    let (light, dark) = (Ground.light.readable(try color("#ffcc00")), Ground.dark.readable(try color("#000080")))
    #expect(light.contrast(to: .white) >= Ground.least)
    #expect(dark.contrast(to: try color("#0b1b26")) >= Ground.least)
  }

  @Test("one colour is enough; a pale one is refused with the nearest that is not") func parsed() throws {
    #expect(try Accent.parse(light: " ", dark: "") == nil)
    let accent = try #require(try Accent.parse(light: "#7A1F5C", dark: ""))
    #expect(accent.light.text == "#7a1f5c" && Accent(accent.text) == accent)
    #expect(accent.sheet.contains("--accent: light-dark(#7a1f5c, \(accent.dark.text));"))
    #expect(throws: ForumError.invalid("accent", .colorBad)) { try Accent.parse(light: "plum", dark: "") }
    #expect(throws: ForumError.invalid("accent", .empty)) { try Accent.parse(light: "", dark: "#ffffff") }
    let pale = Ground.light.readable(try color("#ffcc00")).text
    #expect(throws: ForumError.invalid([FieldProblem("accent", Problem(.contrastLow, word: pale))])) {
      try Accent.parse(light: "#ffcc00", dark: "")
    }
  }

  @Test(
    "the way back is a whole https address of a host, with words",
    arguments: [
      ("http://example.org", false), ("https://example.org/a?b=c#d", true), ("https://example.org@evil.example", false),
      ("https://", false),
      ("https://localhost", false), ("javascript:alert(1)", false), ("https://exa mple.org", false),
      ("https://example.org/\"><script>", false),
      ("https://example.org:8443/", true), ("//example.org", false), ("https://exämple.org", false),
    ]) func company(_ address: String, _ isRight: Bool) throws
  {
    let link = try? CompanyLink.parse(address: address, words: "Back to the ovens")
    #expect((link != nil) == isRight)
    if let link { #expect(CompanyLink(link.text) == link) }
    #expect((try? CompanyLink.parse(address: address, words: "")) == nil)
  }
}
