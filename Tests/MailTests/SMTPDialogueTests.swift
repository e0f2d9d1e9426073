import Testing

@testable import Mail

@Suite("The dialogue with a mail server")
struct SMTPDialogueTests {
  private func dialogue(_ lines: [String], out: Bool = false) -> (SMTPDialogue, [String]) {
    var dialogue = SMTPDialogue()
    var shown: [String] = []
    for line in lines {
      if line == "." {
        dialogue.endMessage()
      } else if line.hasPrefix("> ") {
        shown.append("> " + dialogue.said(String(line.dropFirst(2))))
      } else {
        shown.append("< " + dialogue.heard(String(line.dropFirst(2))))
      }
    }
    return (dialogue, shown)
  }

  @Test("hides every line we say until the server has decided on the sign-in")
  func masks() {
    let (_, shown) = dialogue([
      "> EHLO me", "< 250 AUTH LOGIN", "> AUTH LOGIN", "< 334 VXNlcm5hbWU6", "> YW5h", "< 334 UGFzc3dvcmQ6", "> c2VjcmV0", "< 235 welcome",
      "> MAIL FROM:<a@b.cd>",
    ])
    #expect(shown[2] == "> AUTH LOGIN")
    #expect(shown[4] == "> ***")
    #expect(shown[6] == "> ***")
    #expect(shown[8] == "> MAIL FROM:<a@b.cd>")
    #expect(dialogue(["> auth plain c2VjcmV0"]).1 == ["> AUTH plain ***"])
    #expect(dialogue(["> AUTH XOAUTH2 dXNlcj1 more"]).1 == ["> AUTH XOAUTH2 ***"])
  }

  @Test("what a server says reaches neither terminal nor log with controls in it, nor without end")
  func tidy() {
    let (dialogue, shown) = dialogue(["> RCPT TO:<a@b.cd>", "< 550 \u{1B}[31mno\u{7}\u{85}" + String(repeating: "x", count: 5000)])
    #expect(shown[1].unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x85 })
    #expect(shown[1].count <= 502)
    if case .refused = dialogue.outcome(problem: "x") {} else { Issue.record("not refused") }
  }

  @Test("a refusal counts against the message only when it is about the message")
  func aboutMessage() {
    let before = ["> EHLO me", "< 250 ok"]
    #expect(dialogue(["< 554 go away"]).0.outcome(problem: "x") == .refusedForNow(reply: "554 go away"))
    #expect(dialogue(["> EHLO me", "< 550 no"]).0.outcome(problem: "x") == .refusedForNow(reply: "550 no"))
    #expect(dialogue(before + ["> AUTH PLAIN x", "< 535 no"]).0.outcome(problem: "x") == .refusedForNow(reply: "535 no"))
    #expect(dialogue(before + ["> MAIL FROM:<a@b.cd>", "< 552 full"]).0.outcome(problem: "x") == .refused(reply: "552 full"))
    #expect(dialogue(before + ["> DATA", "< 554 no"]).0.outcome(problem: "x") == .refused(reply: "554 no"))
    #expect(
      dialogue(before + ["> RCPT TO:<a@b.cd>", "< 550 no", "> QUIT", "< 221 bye"]).0.outcome(problem: "x") == .refused(reply: "550 no"))
    #expect(dialogue(before + ["> RCPT TO:<a@b.cd>"]).0.outcome(problem: "reset") == .refusedForNow(reply: "reset"))
  }

  @Test("the first whole answer after the message decides, whatever else goes wrong")
  func answer() {
    let sent = ["> DATA", "< 354 go on", "."]
    #expect(dialogue(sent).0.outcome(problem: "reset") == .unknown(reply: "reset"))
    #expect(dialogue(sent + ["< 250-part"]).0.outcome(problem: "reset") == .unknown(reply: "reset"))
    #expect(dialogue(sent + ["< rubbish"]).0.outcome(problem: "reset") == .unknown(reply: "reset"))
    #expect(dialogue(sent + ["< 250 taken"]).0.outcome(problem: "reset") == .accepted(reply: "250 taken"))
    #expect(dialogue(sent + ["< 251 taken too"]).0.outcome(problem: "odd") == .accepted(reply: "251 taken too"))
    #expect(dialogue(sent + ["< 250 taken", "< 421 bye"]).0.outcome(problem: nil) == .accepted(reply: "250 taken"))
    #expect(dialogue(sent + ["> QUIT", "< 221 bye"]).0.outcome(problem: nil) == .unknown(reply: "no answer to the message"))
  }
}
