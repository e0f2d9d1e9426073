import Testing

@Suite("Safe output")
struct SafeOutputTests {
  @Test("only these files call HTML safe, and each takes it from Markup or from where Markup's output is stored")
  func trustedHTML() {
    let trusted: Set<String> = [
      "Sources/Pages/Members/ProfilePage.swift", "Sources/Pages/Posts/PreviewPage.swift", "Sources/Pages/Posts/RemarkFields.swift",
      "Sources/Pages/Posts/PostFields.swift", "Sources/Pages/Topics/HistoryFields.swift",
      "Sources/Pages/Conversations/ConversationPage.swift", "Sources/Pages/Moderation/ReviewPage.swift",
      "Sources/Pages/Moderation/FileReportPage.swift", "Sources/Pages/Site/SiteTextPage.swift",
    ]
    let callers = House.swift(in: "Sources").filter { !$0.code { $0.contains("SafeHTML(trusted:") }.isEmpty && $0.target != "Templates" }
      .map(\.path)
    let others = Set(callers).subtracting(trusted)
    #expect(others.isEmpty, "make HTML in templates, or take it from a post; then add the file to this list: \(others.sorted())")
    let gone = trusted.subtracting(callers)
    #expect(gone.isEmpty, "no longer needed in this list: \(gone.sorted())")
  }

  @Test("no template has a script or a style of its own")
  func inlineCode() {
    for path in House.files where path.hasPrefix("templates/") && path.hasSuffix(".mustache") {
      for (index, line) in (House.text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let small = line.lowercased()
        var found = small.contains("<style") || small.contains("javascript:") || hasHandler(small) || hasBareScript(small)
        // Programs that read mail know no style sheets.
        if small.contains(" style="), !path.hasPrefix("templates/mail/") { found = true }
        if found {
          Issue.record("\(path):\(index + 1): put it into public/css or public/js: the pages' policy refuses inline code: \(line)")
        }
      }
    }
  }

  private func hasBareScript(_ line: String) -> Bool {
    line.ranges(of: "<script").contains { !line[$0.upperBound...].prefix { $0 != ">" }.contains(" src=") }
  }

  /// An attribute such as `onclick=`.
  private func hasHandler(_ line: String) -> Bool {
    line.ranges(of: " on").contains { range in
      let name = line[range.upperBound...].prefix { $0.isLetter }
      return !name.isEmpty && line[name.endIndex...].hasPrefix("=")
    }
  }

  @Test("no file knows the machine it was written on")
  func machinePaths() {
    let machines = ["work", "tmp", "root", "home", "Users"].map { "/\($0)/" }
    var found: [String] = []
    for path in House.files {
      for line in (House.text(path) ?? "").split(separator: "\n") {
        for machine in machines where beginsPath(machine, in: line) { found.append("\(path): \(line.prefix(120))") }
      }
    }
    #expect(found.isEmpty, "ask for the folder (temporaryDirectory, mktemp, a setting) or say it relative to the checkout: \(found)")
  }

  /// Whether an absolute path begins there: `example.org/work/` is none.
  private func beginsPath(_ path: String, in line: Substring) -> Bool {
    line.ranges(of: path).contains { range in
      guard let before = line[..<range.lowerBound].last else { return true }
      return !(before.isLetter || before.isNumber || "./_-~)}%:".contains(before))
    }
  }
}
