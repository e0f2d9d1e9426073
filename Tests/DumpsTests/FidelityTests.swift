import Dumps
import Testing

struct FidelityTests {
  @Test("the same text in other tags is faithful")
  func same() {
    let fidelity = Fidelity(
      source:
        "<p>a <b>b</b> 10<sup>6</sup></p><pre class=\"x\"><code>c\n</code></pre><ul><li><p>d</p></li></ul><img src=\"https://h.example/K.png\">",
      rendered:
        "<p>a\n<strong>b</strong> 10⁶</p><pre><code>c\n</code></pre><ul><li>d</li></ul><p><a href=\"https://h.example/K.png\">K.png</a></p>"
    )
    #expect(fidelity.isFaithful)
    #expect(fidelity.words == 1)
    #expect(fidelity.score == 1)
    #expect(fidelity.firstDifference == nil)
  }

  @Test(
    "each thing that must not change is noticed by name",
    arguments: [
      ("<pre>a  b</pre>", "<pre>a b</pre>", "code blocks"), ("<pre>a\n\n</pre>", "<pre>a\n</pre>", "code blocks"),
      ("<code>a </code>", "<code>a</code>", "inline code"), ("<code>a</code>", "a", "inline code"),
      ("<a href=\"https://h.example/a\">x</a>", "<a href=\"https://h.example/b\">x</a>", "links"),
      ("https://h.example/", "<a href=\"https://h.example/\">https://h.example/</a>", "links"),
      ("<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>", "lists"),
      ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a b</li></ul>", "list items"),
      ("<blockquote>a</blockquote>", "<p>a</p>", "quotes"), ("<table><tr><td>a</td></tr></table>", "<p>a</p>", "tables"),
    ])
  func differences(_ source: String, _ rendered: String, _ name: String) {
    let fidelity = Fidelity(source: source, rendered: rendered)
    #expect(!fidelity.isFaithful)
    #expect(fidelity.words == 1)
    #expect(fidelity.firstDifference?.hasPrefix(name + ": ") == true)
    #expect(fidelity.score < 1)
  }

  @Test(
    "a link whose host no browser can open is told apart, and its words alone are compared",
    arguments: ["http://%20https://h.example/a", "https://h%20.example", "//a b/c", "http:///"])
  func broken(_ target: String) {
    let source = "<p>see <a href=\"\(target)\">this</a></p>"
    let fidelity = Fidelity(source: source, rendered: "<p>see this</p>")
    #expect(fidelity.isFaithful && fidelity.brokenLinks.count == 1)
    #expect(HTMLToMarkdown.markdown(fromHTML: source) == "see this")
    #expect(!Fidelity(source: source, rendered: "<p>see</p>").isFaithful)
    #expect(Fidelity(source: "<a href=\"https://h.example/a%20b c\">x</a>", rendered: "x").brokenLinks.isEmpty)
  }

  @Test("words count as often as they stand there, and two in a hundred may be lost")
  func words() {
    let text = (1...100).map(String.init).joined(separator: " ")
    #expect(Fidelity(source: text, rendered: text.replacing("50 51", with: "5051")).words == 0.98)
    #expect(Fidelity(source: text, rendered: text.replacing("50 51", with: "5051")).isFaithful)
    #expect(!Fidelity(source: text, rendered: text.replacing("50 51 52", with: "505152")).isFaithful)
    #expect(Fidelity(source: "a a a", rendered: "a").words == 1.0 / 3)
    #expect(Fidelity(source: "a", rendered: "a a a").words == 1.0 / 3)
    #expect(Fidelity(source: "a", rendered: "b").firstDifference == "words: “a” became “b”")
  }
}
