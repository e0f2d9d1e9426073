import Testing

@testable import Markup

struct PictureTests {
  private static let name = "abcdefghijklmnopqrstuv23"
  private func render(_ source: String, pictures: Bool = true) -> RenderedMarkdown {
    renderMarkdown(source, MarkdownOptions(handles: ["kai"], pictures: pictures))
  }
  private func picture(_ size: String, alt: String = "a", label: String = "", shown: String, small: Bool = false) -> String {
    let path = "/i/\(Self.name)-\(size).png"
    let (width, height) = (shown.prefix { $0 != "x" }, shown.drop { $0 != "x" }.dropFirst())
    return "<a class=\"picture\" href=\"\(path)\"\(label)><img src=\"\(path)\(small ? ".webp" : "")\" alt=\"\(alt)\" "
      + "width=\"\(width)\" height=\"\(height)\" loading=\"lazy\"></a>"
  }

  @Test("a picture of ours is shown, with its place kept free")
  func shown() {
    let rendered = render("Look: ![a](/i/\(Self.name)-80x60.png)")
    #expect(rendered.html == "<p>Look: \(picture("80x60", shown: "80x60"))</p>\n")
    #expect(rendered.pictures == [Self.name])
    #expect(rendered.links.isEmpty)
    #expect(rendered.text == "Look: a")
  }

  @Test(
    "a large one is shown smaller, in its own proportions",
    arguments: [
      ("2400x1200", "800x400", true), ("1200x1500", "800x1000", false), ("100x16000", "6x1000", true), ("900x60", "800x53", false),
    ])
  func sizes(_ size: String, _ shown: String, _ small: Bool) {
    #expect(render("![a](/i/\(Self.name)-\(size).png)").html == "<p>\(picture(size, shown: shown, small: small))</p>\n")
  }

  @Test("one that nobody described has a name all the same")
  func undescribed() {
    let label = " aria-label=\"Picture\""
    #expect(render("![](/i/\(Self.name)-80x60.png)").html == "<p>\(picture("80x60", alt: "", label: label, shown: "80x60"))</p>\n")
  }

  @Test(
    "any other address is a link or its words, never a picture",
    arguments: [
      "https://b.example/i/abcdefghijklmnopqrstuv23-80x60.png", "//b.example/i/abcdefghijklmnopqrstuv23-80x60.png",
      "/i/abcdefghijklmnopqrstuv23-80x60.svg", "/i/abcdefghijklmnopqrstuv23-080x60.png", "/i/abcdefghijklmnopqrstuv23-0x60.png",
      "/i/abcdefghijklmnopqrstuv23-80x99999.png", "/i/ABCDEFGHIJKLMNOPQRSTUV23-80x60.png", "/i/abcdefghijklmnopqrstuv2-80x60.png",
      "/i/abcdefghijklmnopqrstuv23-80x60.png?x", "/i/../i/abcdefghijklmnopqrstuv23-80x60.png", "/i/abcdefghijklmnopqrstuv23-80x60.png.webp",
      "/i/abcdefghijklmnopqrstuv23-80x60.PNG", "/I/abcdefghijklmnopqrstuv23-80x60.png", "data:image/png;base64,AAAA", "/avatar/1.svg",
      "/i/abcdefghijklmnopqrstuv23-+80x60.png", "/i/abcdefghijklmnopqrstuv01-80x60.png",
    ])
  func others(_ target: String) {
    let rendered = render("![a](\(target))")
    #expect(!rendered.html.contains("<img"))
    #expect(rendered.pictures.isEmpty)
  }

  @Test("where no pictures may stand it is a link")
  func nowhere() {
    #expect(!render("![a](/i/\(Self.name)-80x60.png)", pictures: false).html.contains("<img"))
  }

  @Test("its words are words, whatever stands in them")
  func words() throws {
    for words in ["*b* `c` <b> @kai", "[d](https://e.example)", "![f](/i/\(Self.name)-80x60.png)", "\" onerror=\"x", "&quot;><script>"] {
      let rendered = render("![\(words)](/i/\(Self.name)-80x60.png)")
      let html = try StrictHTML(rendered.html)
      #expect(html.all("img").count == 1, "\(rendered.html)")
      #expect(html.elements.map(\.name) == ["p", "a", "img"], "\(rendered.html)")
      #expect(rendered.mentions.isEmpty && rendered.links.isEmpty)
    }
    #expect(render("![*b* `c` @kai](/i/\(Self.name)-80x60.png)").html.contains("alt=\"b c @kai\""))
  }

  @Test("in a link it leads where the link does")
  func linked() throws {
    let html = try StrictHTML(render("[![a](/i/\(Self.name)-80x60.png)](/t/1)").html)
    #expect(html.elements.map(\.name) == ["p", "a", "img"])
    #expect(html.all("a").first?.attributes["href"] == "/t/1")
  }

  @Test("beyond so many they are links")
  func many() {
    let rendered = render(String(repeating: "![a](/i/\(Self.name)-80x60.png)\n\n", count: MarkdownLimits.pictures + 5))
    #expect(rendered.html.split(separator: "<img").count == MarkdownLimits.pictures + 1)
    #expect(rendered.pictures == [Self.name])
  }
}
