import Dumps
import Foundation
import Markup
import Testing

/// A complete real dump, post by post.
@Suite(.enabled(if: SharedDesk.has("data/quantumcomputing-stackexchange-2018/dump-xml.tar.zst")))
struct QuantumDumpTests {
  /// Each has one link whose target our Markdown shows as words: 1231 names the host `%20https:`, 2105 is 2,999 bytes long.
  private static let unlinkable: [Int: String] = [1231: "links: 2 and 1", 2105: "links: 3 and 2"]

  @Test("every post and comment of a real dump is read, and reads the same in our Markdown")
  func everyPost() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kindred-dump-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = [
      "tar", "--zstd", "-xf", SharedDesk.path("data/quantumcomputing-stackexchange-2018/dump-xml.tar.zst"), "-C", folder.path,
    ]
    try tar.run()
    tar.waitUntilExit()
    try #require(tar.terminationStatus == 0, "tar with zstd is needed")

    let dump = try StackExchangeDump(folder: folder.path)
    let base = "https://quantumcomputing.stackexchange.com"
    var (questions, answers, accepted, comments) = (0, 0, 0, 0)
    try dump.posts().forEach(
      { post in
        switch post.kind {
        case .question: questions += 1
        case .answer: answers += 1
        case .other: return
        }
        accepted += post.acceptedAnswerID == nil ? 0 : 1
        let shown = renderMarkdown(HTMLToMarkdown.markdown(fromHTML: post.bodyHTML, linkBase: base), MarkdownOptions())
        let fidelity = Fidelity(source: post.bodyHTML, rendered: shown.html, linkBase: base)
        let isKnown = Self.unlinkable[post.id].map {
          fidelity.words == 1 && fidelity.differences.count == 1 && fidelity.differences[0].hasPrefix($0)
        }
        #expect(fidelity.isFaithful || isKnown == true, "post \(post.id): \(fidelity.firstDifference ?? "")")
        #expect(shown.mentions.isEmpty)
      }, onBad: { Issue.record($0) })
    try dump.comments().forEach(
      { comment in
        comments += 1
        let shown = renderMarkdown(HTMLToMarkdown.markdown(fromComment: comment.text, linkBase: base), MarkdownOptions())
        let fidelity = Fidelity(
          source: HTMLToMarkdown.html(fromComment: comment.text, linkBase: base), rendered: shown.html, linkBase: base)
        #expect(fidelity.isFaithful, "comment \(comment.id): \(fidelity.firstDifference ?? "")")
        #expect(shown.mentions.isEmpty)
      }, onBad: { Issue.record($0) })
    #expect(questions == 612)
    #expect(answers == 1_060)
    #expect(comments == 3_413)
    #expect(accepted == 389)
  }
}
