import Testing
import Web

@Suite struct ReturnPathTests {
  @Test("a path of ours leads back", arguments: ["/", "/t/12/labels?page=2#p34", "/search?q=%C3%A9", "/@", "/.//x", "/a:b"])
  func ours(_ path: String) { #expect(ReturnPath(path)?.text == path) }

  @Test(
    "nothing that a browser could read as another site leads anywhere",
    arguments: [
      "", "x", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/a\\b", "https://evil.example",
      "javascript:alert(1)",
      "/\tevil", "/\n/evil", "/ evil", " /", "/%00\u{0}", "/é", "/a\u{7F}", "?x", "#x", "/\r\nSet-Cookie: a=b",
    ])
  func foreign(_ path: String) { #expect(ReturnPath(path) == nil) }

  @Test("a path longer than 2,000 bytes is refused") func long() {
    #expect(ReturnPath("/" + String(repeating: "a", count: 1999)) != nil)
    #expect(ReturnPath("/" + String(repeating: "a", count: 2000)) == nil)
  }
}
