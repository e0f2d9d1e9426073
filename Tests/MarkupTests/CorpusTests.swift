import Testing

@testable import Markup

struct CorpusTests {
  private struct Input: Decodable {
    let id: String
    let input: String
  }

  struct Pattern: Decodable {
    struct Part: Decodable {
      let s: String
      let rep: Bool
    }
    let id: String
    let parts: [Part]
    let sample: String?

    private enum CodingKeys: String, CodingKey {
      case id, parts
      case sample = "sample_32k"
    }

    var hostile: HostileMarkdown { HostileMarkdown(id, parts.map { ($0.s, $0.rep) }, sample: sample) }
  }

  @Test("no known attack gets a tag, an attribute or a scheme of its own", .enabled(if: SharedDesk.has("corpora/xss.jsonl")))
  func attacks() throws {
    let inputs = try SharedDesk.lines("corpora/xss.jsonl", as: Input.self)
    #expect(inputs.count > 2_000)
    for input in inputs {
      let text = input.input
      for source in [
        text, "[a](\(text))", "[a](<\(text)>)", "![\(text)](/a)", "[a]: \(text)\n\n[a]", "- \(text)", "# \(text)", "|a|\n|-|\n|\(text)|",
        "```\(text)\na\n```", "<\(text)>", "[a](/b \"\(text)\")",
      ] {
        if let problem = PropertyTests.problem(source) { Issue.record("\(input.id): \(problem)") }
      }
      #expect(PropertyTests.problem(text) == nil)
    }
  }

  @Test("known pathological texts stay small and well-formed", .enabled(if: SharedDesk.has("corpora/markdown-pathological.jsonl")))
  func sharedPatterns() throws {
    let patterns = try SharedDesk.lines("corpora/markdown-pathological.jsonl", as: Pattern.self)
    #expect(patterns.count >= 40)
    for pattern in patterns { expectSmall(pattern.hostile) }
  }

  @Test("our own pathological texts stay small and well-formed", arguments: HostileMarkdown.ours.indices)
  func ourPatterns(_ index: Int) {
    expectSmall(HostileMarkdown.ours[index])
  }

  private func expectSmall(_ pattern: HostileMarkdown) {
    for size in [1_000, MarkdownLimits.sourceBytes] {
      if let problem = PropertyTests.problem(pattern.text(bytes: size)) { Issue.record("\(pattern.name) at \(size): \(problem)") }
    }
    let beyond = renderMarkdown(pattern.text(bytes: 4 * MarkdownLimits.sourceBytes), MarkdownOptions())
    #expect(beyond.html.utf8.count <= MarkdownLimits.outputBytes, "\(pattern.name)")
  }
}
