import Mail
import Testing

@Suite("A mail message")
struct MailMessageTests {
  @Test("reads back as what was written: who, what, when, in text and HTML")
  func roundTrip() throws {
    let message = try Example.message(
      subject: "Grüße, ein Bär = 100 %", text: "Zeile eins\nZeile zwei: ä = ö\n", html: "<p title=\"x\">Grüße</p>\n",
      headers: [MailHeader(.autoSubmitted, "auto-generated"), MailHeader(.listUnsubscribe, "<https://example.com/stop/abc>")])
    let mail = try DecodedMail(message.encoded())
    #expect(mail("Date") == "Sun, 22 Nov 2026 05:17:56 +0000")
    #expect(mail("From") == "\"Kindred\" <forum@example.com>")
    #expect(try mail("To").map(DecodedMail.words) == "Ana Kovač <ana@example.org>")
    #expect(try mail("Subject").map(DecodedMail.words) == "Grüße, ein Bär = 100 %")
    #expect(mail("Message-ID") == "<n42.7f3a@example.com>")
    #expect(mail("MIME-Version") == "1.0")
    #expect(mail("Auto-Submitted") == "auto-generated")
    #expect(mail("List-Unsubscribe") == "<https://example.com/stop/abc>")
    #expect(mail("Content-Type")?.hasPrefix("multipart/alternative;") == true)
    let parts = try mail.parts()
    #expect(parts.map { $0("Content-Type") } == ["text/plain; charset=utf-8", "text/html; charset=utf-8"])
    #expect(try parts.map { try $0.text() } == ["Zeile eins\r\nZeile zwei: ä = ö\r\n", "<p title=\"x\">Grüße</p>\r\n"])
  }

  @Test("without HTML is plain text alone")
  func plain() throws {
    let mail = try DecodedMail(Example.message(text: "Hello").encoded())
    #expect(mail("Content-Type") == "text/plain; charset=utf-8")
    #expect(try mail.text() == "Hello\r\n")
  }

  static let texts = [
    "", "\n", "one\r\ntwo\rthree\nfour", "trailing space \ntab\t\n", "=3D =\n=", ".\n..\n.hidden", "From here\nFrom: there",
    "--=_kindred_part--\n--=_kindred_part", String(repeating: "x", count: 5000), String(repeating: "ä", count: 5000),
    String(repeating: "日本語のメール。", count: 300), String(repeating: "long words with spaces ", count: 200), "👩‍👩‍👧‍👦 family \u{301}",
    "nul \0 bell \u{7} esc \u{1B}",
    String(repeating: " ", count: 300) + ".", "a" + String(repeating: " ", count: 300), String(repeating: ".", count: 300),
    "\u{2028}line\u{85}separators\u{2029}", String(repeating: "F", count: 200),
  ]

  @Test("carries any text, in short ASCII lines", arguments: texts)
  func anyText(_ text: String) throws {
    let bytes = try Example.message(text: text, html: "<p>\(text)</p>").encoded()
    let lines = DecodedMail.lines(bytes)
    #expect(lines.allSatisfy { $0.count <= 78 })
    #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 })
    #expect(lines.joined().allSatisfy { $0 != 0x0D && $0 != 0x0A })
    #expect(lines.allSatisfy { $0.last != 0x20 && $0.last != 0x09 && $0.first != UInt8(ascii: ".") })
    let wanted = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let parts = try DecodedMail(bytes).parts()
    let read = try parts.map { try $0.text().replacing("\r\n", with: "\n") }
    #expect(Array(read[0].utf8) == Array((wanted.isEmpty || wanted.hasSuffix("\n") ? wanted : wanted + "\n").utf8))
    #expect(Array(read[1].utf8) == Array(("<p>" + wanted + "</p>\n").utf8))
  }

  @Test(
    "carries any subject and any name, folded",
    arguments: [
      "", "Plain", "Zażółć gęślą jaźń", "日本語の件名がとても長い場合でも正しく折り返されることを確かめるための件名です。もっと長く。", "=?UTF-8?B?WA==?= is not a word",
      "  spaces  inside  ", String(repeating: "word ", count: 150) + "end", String(repeating: "w", count: 900), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
      "a \"quoted\" \\ name <x@y.z>, and",
      "x" + String(repeating: "\u{301}", count: 100), "?=", "=?",
    ])
  func anyWords(_ words: String) throws {
    let bytes = try Example.message(name: words.utf8.count <= 256 ? words : nil, subject: words).encoded()
    let lines = DecodedMail.lines(bytes)
    #expect(lines.allSatisfy { $0.count <= 78 && ($0.contains(UInt8(ascii: "?")) ? $0.count <= 76 : true) })
    let head = lines.prefix { !$0.isEmpty }
    #expect(head.allSatisfy { line in line.contains { $0 != 0x20 } })
    let mail = try DecodedMail(bytes)
    #expect(
      mail.headers.map(\.name) == [
        "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
      ])
    #expect(try Array(DecodedMail.words(#require(mail("Subject"))).utf8) == Array(words.utf8))
    let from = try #require(mail("From"))
    #expect(from.hasSuffix("forum@example.com>") || from == "forum@example.com")
    if words.utf8.count <= 256, words.contains(where: { $0 != " " }) {
      let shown = String(from.dropLast(" <forum@example.com>".count))
      let name = shown.hasPrefix("\"") ? Self.unquoted(shown) : try DecodedMail.words(shown)
      #expect(Array(name.utf8) == Array(words.utf8))
    }
  }

  private static func unquoted(_ text: String) -> String {
    var out = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\" && !isEscaped {
        isEscaped = true
      } else {
        out.append(character)
        isEscaped = false
      }
    }
    return out
  }

  @Test(
    "cannot be given more headers than it has",
    arguments: [
      "x\r\nBcc: all@example.org", "x\nBcc: all@example.org", "x\rBcc: all@example.org", "x\r\n\r\n<b>body</b>", "x\u{2028}Bcc: y",
      "x\u{85}Bcc: y",
      "x\u{0B}y", "x\u{0C}y", "x\0y", "x\ty",
    ])
  func injection(_ hostile: String) throws {
    #expect(throws: MailProblem.controlCharacters(in: "Subject")) { try Example.message(subject: hostile) }
    for name in MailHeader.Name.allCases {
      #expect(throws: MailProblem.controlCharacters(in: name.rawValue)) { try Example.message(headers: [MailHeader(name, hostile)]) }
    }
    #expect(throws: MailProblem.badMessageID) { try Example.message(messageID: hostile + "@example.com") }
    #expect(throws: MailProblem.badMessageID) { try Example.message(messageID: "a@example.com" + hostile) }
    #expect(MailAddress(name: hostile, "ana@example.org") == nil)
    #expect(MailAddress("ana@example.org" + hostile) == nil)
  }

  @Test("has bounds on every field")
  func bounds() throws {
    #expect(throws: MailProblem.tooLong("Subject")) { try Example.message(subject: String(repeating: "x", count: 1001)) }
    #expect(throws: MailProblem.tooLong("text")) { try Example.message(text: String(repeating: "x", count: 1 << 20 + 1)) }
    #expect(throws: MailProblem.tooLong("HTML")) { try Example.message(html: String(repeating: "x", count: 1 << 20 + 1)) }
    #expect(throws: MailProblem.tooLong("References")) {
      try Example.message(headers: [MailHeader(.references, String(repeating: "x", count: 901))])
    }
    #expect(throws: MailProblem.repeated("Reply-To")) {
      try Example.message(headers: [MailHeader(.replyTo, "a@b.cd"), MailHeader(.replyTo, "a@b.cd")])
    }
    #expect(throws: MailProblem.controlCharacters(in: "List-Id")) { try Example.message(headers: [MailHeader(.listID, "Grüße")]) }
    for id in ["", "x", "../x@example.com", "a/b@example.com", ".x@example.com", "<x@example.com>", "x@example", "x y@example.com"] {
      #expect(throws: MailProblem.badMessageID, "\(id)") { try Example.message(messageID: id) }
    }
  }

  @Test("folds a long list of references")
  func references() throws {
    let value = (0..<40).map { "<n\($0).7f3a@example.com>" }.joined(separator: " ")
    let bytes = try Example.message(headers: [MailHeader(.references, value)]).encoded()
    #expect(DecodedMail.lines(bytes).allSatisfy { $0.count <= 78 })
    #expect(try DecodedMail(bytes)("References") == value)
  }

  @Test(
    "says when it was written",
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000"),
      (1_709_251_199_999, "Thu, 29 Feb 2024 23:59:59 +0000"),
      (1_709_251_200_000, "Fri, 01 Mar 2024 00:00:00 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
      (4_102_444_800_000, "Fri, 01 Jan 2100 00:00:00 +0000"),
    ])
  func dates(_ milliseconds: Int64, _ wanted: String) throws {
    #expect(try DecodedMail(Example.message(date: milliseconds).encoded())("Date") == wanted)
  }
}
