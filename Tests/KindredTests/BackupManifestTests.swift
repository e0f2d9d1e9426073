import Archives
import Foundation
import Testing

@testable import Kindred

@Suite("What a backup says of itself") struct BackupManifestTests {
  private static let good = BackupManifest(
    madeAt: 1_760_000_000_000, engine: "SQLite", schema: "0019_undo",
    counts: .init(members: 3, topics: 2, posts: 9, messages: 1, pictures: 4), pictureFiles: 7, lostFiles: ["ab.jpg"])

  @Test("is read as it was written, and names its moment for people") func roundTrip() throws {
    let text = String(decoding: try Self.good.encoded(), as: UTF8.self)
    #expect(text.contains("\"made\" : \"2025-10-09T08:53:20.000Z\""))
    #expect(try BackupManifest(Array(text.utf8)) == Self.good)
  }

  @Test(
    "anything else is refused, whatever it is",
    arguments: [
      "", "{", "[]", "null", "{}", #"{"format":"other","formatVersion":1}"#, #"{"format":"kindred-backup","formatVersion":"1"}"#,
      #"{"format":"kindred-backup","formatVersion":1}"#, #"{"format":"kindred-backup","formatVersion":0}"#,
      #"{"format":"kindred-backup","formatVersion":99999999999999999999}"#,
    ])
  func others(_ text: String) {
    #expect(throws: BackupManifest.Fault.unreadable) { try BackupManifest(Array(text.utf8)) }
  }

  @Test("one of a newer kind is named so, and one that is huge is not even read") func newer() throws {
    #expect(throws: BackupManifest.Fault.newer(2)) {
      try BackupManifest(Array(#"{"format":"kindred-backup","formatVersion":2,"more":[]}"#.utf8))
    }
    let huge = try Self.good.encoded() + [UInt8](repeating: 0x20, count: 1 << 16)
    #expect(throws: BackupManifest.Fault.unreadable) { try BackupManifest(huge) }
  }

  @Test("settings are kept without what may hold a password") func settings() {
    let kept = KeptSettings(
      environment: [
        "KINDRED_PORT": "9000", "KINDRED_SMTP_URL": "smtp://me:hunter22@mail", "KINDRED_DATA": "/secret/place", "PATH": "/bin",
      ],
      file: "KINDRED_PORT=8000\nKINDRED_URL=https://forum.example.org\nKINDRED_BOUNCE_TOKEN=abcdefghijklmnopqrstuvwxyz\n")
    #expect(kept.text.contains("KINDRED_PORT=9000\n"))
    #expect(kept.text.contains("KINDRED_URL=https://forum.example.org\n"))
    #expect(kept.text.contains("# KINDRED_SMTP_URL was set"))
    for secret in ["hunter22", "abcdefghij", "/secret/place", "/bin"] { #expect(!kept.text.contains(secret)) }
  }

  @Test("a backup consists of known parts, and nothing else is a part of it") func parts() throws {
    func part(_ text: String) -> BackupMember? { ArchiveName(text).flatMap { BackupMember($0) } }
    #expect(part("kindred.sqlite") == .database)
    #expect(part("pictures/ab/abc.jpg") == .picture("abc.jpg"))
    for text in ["kindred.conf", "pictures/abc.jpg", "pictures/xx/abc.jpg", "pictures/ab/ab/abc.jpg", "kindred.sqlite-wal", "erased"] {
      #expect(part(text) == nil, "\(text)")
    }
  }
}
