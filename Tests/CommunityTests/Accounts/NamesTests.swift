import Community
import TestSupport
import Testing

@Suite("Names, handles and addresses") struct NamesTests {
  @Test(
    "a name may be of any script, and white space in it collapses",
    arguments: [
      ("  Ana   Costa ", "Ana Costa"), ("Zoë Müller", "Zoë Müller"), ("Zoe\u{308} Müller", "Zoë Müller"), ("田中 メイ", "田中 メイ"),
      ("Наталія", "Наталія"), ("محمد علی", "محمد علی"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("O’Hara-Smith", "O’Hara-Smith"),
      ("김민수", "김민수"), ("Anna 3", "Anna 3"), ("Ελένη", "Ελένη"), ("王 Wang小明", "王 Wang小明"), ("a\u{A0}b", "a b"),
    ])
  func namesOfAnyScript(typed: String, name: String) throws {
    #expect(try DisplayName(typed).text == name)
  }

  @Test(
    "a name that hides or bends text, or draws a badge, is refused",
    arguments: [
      "Ana\u{202E}atsoC", "Ana\u{2066}x", "Ana\u{0}", "A\u{200B}na", "A\u{200D}na", "Ana ✓", "Ana ✅", "\u{200C}", "...", "Ana\u{7}",
      "\u{FEFF}Ana",
      "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}algo", "\u{E000}Ana", "Ana\u{FFFF}",
    ])
  func hostileNames(typed: String) {
    #expect(throws: Problem(.badCharacters)) { try DisplayName(typed) }
  }

  @Test("a name has 1 to 60 characters")
  func lengthOfNames() throws {
    #expect(throws: Problem(.empty)) { try DisplayName(" \u{A0}\t ") }
    #expect(throws: Problem(.tooLong, 60)) { try DisplayName(String(repeating: "ä", count: 61)) }
    #expect(throws: Problem(.tooLong, 60)) { try DisplayName(String(repeating: " ", count: 5000)) }
    #expect(try DisplayName(String(repeating: "ä", count: 60)).text.count == 60)
  }

  @Test("a word that mixes look-alike scripts is refused", arguments: ["Аna", "Αna", "Kаi Lindqvist", "mеi", "Ноor", "Ꭺna"])
  func mixedScripts(typed: String) {
    #expect(throws: Problem(.nameConfusable)) { try DisplayName(typed) }
  }

  @Test(
    "the handle is made from the name",
    arguments: [
      ("Ana Costa", "ana-costa"), ("Zoë Müller", "zoe-mueller"), ("Tomáš Novák", "tomas-novak"), ("Łukasz Żółć", "lukasz-zolc"),
      ("Наталія Шевченко", "nataliya-shevchenko"), ("Пётр Ильич", "pyotr-ilich"), ("Ελένη Παπαδοπούλου", "eleni-papadopoyloy"),
      ("Straße 7", "strasse-7"), ("O’Hara", "ohara"), ("Mei 美", "mei"), ("--Ana--  !! Costa", "ana-costa"), ("Ångström", "angstroem"),
      ("A very long name that goes on and on", "a-very-long-name-that-goes-on"),
    ])
  func handleFromName(name: String, handle: String) throws {
    #expect(Handle(from: try DisplayName(name))?.text == handle)
  }

  @Test("a name of another script suggests no handle", arguments: ["田中", "محمد", "김민수", "A", "ไทย"])
  func noHandleFromName(name: String) throws {
    #expect(Handle(from: try DisplayName(name)) == nil)
  }

  @Test("a handle is a-z, 0-9 and inner hyphens, 2 to 30 of them")
  func handles() throws {
    #expect(try Handle(" @Ana-9 ").text == "ana-9")
    for bad in ["-ana", "ana-", "a na", "añа", "ana_b", "ana/b", "ana\u{0}b", "｡ana"] {
      #expect(throws: Problem(.handleBad)) { try Handle(bad) }
    }
    #expect(throws: Problem(.tooShort, 2)) { try Handle("a") }
    #expect(throws: Problem(.tooLong, 30)) { try Handle(String(repeating: "a", count: 31)) }
    #expect(throws: Problem(.empty)) { try Handle(" @ ") }
  }

  @Test("an address is one plain mailbox, and its capitals do not matter")
  func addresses() throws {
    let address = try EmailAddress(" Ana.Costa+forum@Example.ORG ")
    #expect(address.text == "Ana.Costa+forum@Example.ORG")
    #expect(address.key == "ana.costa+forum@example.org")
    for bad in [
      "ana", "ana@", "@example.org", "ana@example", "ana@example..org", "a na@example.org", "ana@exa_mple.org", "ana@-a.org", "ana@a-.org",
      "ana@example.org\r\nBcc: b@example.org", "ana@b@example.org", "\"a b\"@example.org", "ana@[127.0.0.1]", "ana@127.0.0.1",
      "añа@example.org",
      ".ana@example.org", "ana.@example.org", "a..b@example.org", "<ana@example.org>", "ana@example.org,b@example.org", "ana@example.c",
    ] {
      #expect(throws: Problem(.emailBad), "\(bad)") { try EmailAddress(bad) }
    }
    #expect(throws: Problem(.tooLong, 254)) { try EmailAddress(String(repeating: "a", count: 250) + "@example.org") }
  }

  @Test("a time zone is one of the list, and never a path")
  func timeZones() throws {
    #expect(try TimeZoneName("Europe/Lisbon").text == "Europe/Lisbon")
    #expect(try TimeZoneName("UTC").text == "UTC")
    for bad in ["", "Europe/Nowhere", "../etc/passwd", "/etc/localtime", "Europe/../UTC", "europe lisbon"] {
      #expect(throws: Problem(.timeZoneUnknown), "\(bad)") { try TimeZoneName(bad) }
    }
  }
}
