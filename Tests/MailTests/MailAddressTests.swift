import Mail
import Testing

@Suite("A mail address")
struct MailAddressTests {
  @Test(
    "is one mailbox that every mail server reads the same",
    arguments: [
      "ana@example.com", "ana.k+forum@mail.example.co.uk", "o'neil@example.com", "a@b.cd", "x@xn--bcher-kva.example", "ana@localhost",
    ])
  func good(_ address: String) {
    #expect(MailAddress(address)?.address == address)
  }

  @Test(
    "is nothing that could be read as two, or as a command",
    arguments: [
      "", "ana", "@example.com", "ana@", "ana@@example.com", "ana@exam@ple.com", "ana @example.com", "ana@example.com ", "ana@exa mple.com",
      "ana@example.com\r\nBcc: x@y.z", "ana@example.com\n", "ana\0@example.com", "<ana@example.com>", "\"ana\"@example.com",
      "a,b@example.com",
      "ana@example.com,b@example.com", "ana;@example.com", "ana(c)@example.com", "ana@[127.0.0.1]", "ana@127.0.0.1", "ana@example",
      ".ana@example.com", "ana.@example.com", "a..b@example.com", "ana@-example.com", "ana@example-.com", "ana@exa_mple.com",
      "ana@example..com",
      "ana@.example.com", "ana@example.com.", "ана@example.com", "ana@bücher.example", "ana\u{301}@example.com", "ana@example.com\u{2028}",
      "ana\\@example.com", "ana:b@example.com",
    ])
  func bad(_ address: String) {
    #expect(MailAddress(address) == nil)
  }

  @Test("has bounds")
  func bounds() {
    let local = String(repeating: "a", count: 64)
    let label = String(repeating: "b", count: 63)
    #expect(MailAddress("\(local)@example.com") != nil)
    #expect(MailAddress("\(local)a@example.com") == nil)
    #expect(MailAddress("a@\(label).com") != nil)
    #expect(MailAddress("a@\(label)b.com") == nil)
    #expect(MailAddress("\(local)@\(label).\(label).\(label).com") == nil)
    #expect(MailAddress(name: String(repeating: "n", count: 257), "ana@example.com") == nil)
  }

  @Test("keeps its domain in small letters, its mailbox as written")
  func letters() {
    #expect(MailAddress("Ana@EXAMPLE.Com")?.address == "Ana@example.com")
  }

  @Test("takes no name that breaks the line, and forgets an empty one")
  func names() {
    for name in ["Ana\r\nBcc: x@y.z", "Ana\nx", "Ana\r", "Ana\u{2028}x", "Ana\u{85}x", "Ana\0", "A\tna"] {
      #expect(MailAddress(name: name, "ana@example.com") == nil)
    }
    #expect(MailAddress(name: "  ", "ana@example.com")?.name == nil)
    #expect(MailAddress(name: "Ana Kovač", "ana@example.com")?.name == "Ana Kovač")
  }
}
