import Dumps
import Foundation
import Testing

struct BadRecordTests {
  /// A file of three tags whose middle one is the given row.
  private func read(between row: String) throws -> (ids: [Int], bad: [String]) {
    let folder = try DumpFolder()
    try folder.write("Tags", rows: [DumpFolder.tag(1), row, DumpFolder.tag(3)])
    return try folder.tags()
  }

  @Test(
    "a bad record is reported with its place and skipped, and the next one is read",
    arguments: [
      ("<row Id=\"2\" Count=\"1\" />", "attribute TagName is missing"),
      ("<row Id=\"two\" TagName=\"b\" />", "attribute Id is not a number"),
      ("<row Id=\"2\" TagName=\"b\" Count=\"1e3\" />", "attribute Count is not a number"),
      ("<row Id=\"99999999999999999999\" TagName=\"b\" />", "attribute Id is not a number"),
      ("<row Id=\"2\" TagName=\"b&nosuch;\" />", "Entity 'nosuch' not defined"),
      ("<row Id=\"2\" TagName=\"b&amp\" />", "EntityRef: expecting ';'"),
      ("<row Id=\"2\" TagName=\"b&#0;\" />", "xmlParseCharRef: invalid xmlChar value 0"),
      ("<row Id=\"2\" TagName=\"a\" TagName=\"b\" />", "Attribute TagName redefined"),
      ("<row Id=\"2\" TagName=\"b />", "Unescaped '<' not allowed in attributes values"),
      ("<row Id=\"2\" TagName=\"b\"", "the record is cut off"),
      ("<row Id=\"2\" TagName=b />", "AttValue: \" or ' expected"),
      ("<row Id=\"2\" TagName=\"<b>\" />", "the record is cut off"),
    ])
  func skipped(_ row: String, _ reason: String) throws {
    let (ids, bad) = try read(between: row)
    #expect(ids == [1, 3])
    #expect(bad.count == 1)
    #expect(bad.first?.hasPrefix("Tags.xml:4: ") == true)
    let said = bad.first ?? ""
    // How the parser words an unclosed quote depends on what follows it.
    if !reason.hasPrefix("Unescaped") { #expect(said == "Tags.xml:4: " + reason) }
  }

  @Test("bytes that are no UTF-8 spoil their own record only")
  func invalidUTF8() throws {
    let folder = try DumpFolder()
    var data = Data("<tags>\n\(DumpFolder.tag(1))\n<row Id=\"2\" TagName=\"caf".utf8)
    data.append(contentsOf: [0xE9, 0x22])
    data.append(Data(" />\n\(DumpFolder.tag(3))\n</tags>".utf8))
    try folder.write("Tags", data)
    let (ids, bad) = try folder.tags()
    #expect(ids == [1, 3])
    #expect(bad.count == 1 && bad[0].hasPrefix("Tags.xml:3: "))
  }

  @Test("a file cut off in the middle of a record gives the records before it, and says where it ends")
  func truncated() throws {
    let folder = try DumpFolder()
    try folder.write("Tags", "<tags>\n\(DumpFolder.tag(1))\n<row Id=\"2\" TagName=\"b")
    let (ids, bad) = try folder.tags()
    #expect(ids == [1])
    #expect(bad == ["Tags.xml:3: the record is cut off", "Tags.xml:3: the file ends before its closing tag"])
  }

  @Test("a file cut off between two records is noticed too")
  func truncatedBetween() throws {
    let folder = try DumpFolder()
    try folder.write("Tags", "<tags>\n\(DumpFolder.tag(1))\n")
    let (ids, bad) = try folder.tags()
    #expect(ids == [1])
    #expect(bad == ["Tags.xml:3: the file ends before its closing tag"])
  }

  @Test("entities that a file declares itself are never expanded")
  func entityBomb() throws {
    var bomb = "<!DOCTYPE tags [\n<!ENTITY a \"aaaaaaaaaa\">\n"
    for (name, part) in zip("bcdefghijk", "abcdefghij") { bomb += "<!ENTITY \(name) \"\(String(repeating: "&\(part);", count: 10))\">\n" }
    bomb += "]>\n<tags>\n\(DumpFolder.tag(1))\n<row Id=\"2\" TagName=\"&k;\" />\n\(DumpFolder.tag(3))\n</tags>"
    let folder = try DumpFolder()
    try folder.write("Tags", bomb)
    let (ids, bad) = try folder.tags()
    #expect(ids == [1, 3])
    #expect(
      bad == [
        "Tags.xml:1: the file declares a document type; its entities are not expanded", "Tags.xml:16: Entity 'k' not defined",
      ])
  }

  @Test("an entity that names a file of this machine is not read")
  func externalEntity() throws {
    let folder = try DumpFolder()
    try folder.write(
      "Tags", "<!DOCTYPE tags [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<tags>\n<row Id=\"2\" TagName=\"&x;\" />\n</tags>")
    let (ids, bad) = try folder.tags()
    #expect(ids.isEmpty)
    #expect(bad.last == "Tags.xml:3: Entity 'x' not defined")
  }

  @Test("an attribute over 1 MiB and a record over 8 MiB are skipped", arguments: [5 << 20, 9 << 20])
  func hugeAttribute(_ size: Int) throws {
    let (ids, bad) = try read(between: "<row Id=\"2\" TagName=\"\(String(repeating: "x", count: size))\" />")
    #expect(ids == [1, 3])
    #expect(bad == [size < 8 << 20 ? "Tags.xml:4: attribute TagName is over 1 MiB" : "Tags.xml:4: the record is over 8 MiB"])
  }

  @Test("rows in a comment are no records")
  func comments() throws {
    let (ids, bad) = try read(between: "<!-- <row Id=\"9\" TagName=\"x\" /> -->")
    #expect(ids == [1, 3])
    #expect(bad.isEmpty)
  }

  @Test("a file in another encoding is refused before anything is read")
  func otherEncoding() throws {
    let folder = try DumpFolder()
    try folder.write("Tags", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<tags>\n\(DumpFolder.tag(1))\n</tags>")
    #expect(throws: DumpProblem.wrongEncoding(file: "Tags.xml", encoding: "iso-8859-1")) { try folder.tags() }
  }

  @Test(
    "what is no date makes a bad record",
    arguments: [
      "2018-02-29T00:00:00", "2018-13-01T00:00:00", "2018-01-01", "2018-01-01T24:00:00", "2018-01-01T00:00:00.x", "yesterday", "",
    ])
  func dates(_ date: String) throws {
    let folder = try DumpFolder()
    try folder.write("Votes", rows: ["<row Id=\"1\" PostId=\"2\" VoteTypeId=\"2\" CreationDate=\"\(date)\" />"])
    guard case .bad(let bad) = try folder.open().votes().next() else {
      Issue.record("\(date) was taken for a date")
      return
    }
    #expect(bad.description == "Votes.xml:3: attribute CreationDate is not a date")
  }

  @Test("an answer without its question is a bad record")
  func orphan() throws {
    let folder = try DumpFolder()
    try folder.write("Posts", rows: ["<row Id=\"1\" PostTypeId=\"2\" CreationDate=\"2018-03-12T00:00:00\" Body=\"x\" />"])
    guard case .bad(let bad) = try folder.open().posts().next() else {
      Issue.record("taken")
      return
    }
    #expect(bad.reason == "attribute ParentId is missing")
  }
}
