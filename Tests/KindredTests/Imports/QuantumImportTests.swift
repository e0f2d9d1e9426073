import Community
import Database
import Dumps
import Foundation
import TestSupport
import Testing

@testable import Kindred

/// A complete real forum, through the importer and back.
@Suite(.enabled(if: QuantumDump.isThere)) struct QuantumImportTests {
  @Test("a real forum arrives whole, counts and every text; a link that was broken there is told apart") func wholeForum() async throws {
    let folder = try QuantumDump.unpacked()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let dump = try StackExchangeDump(folder: folder)
    let store = try await TestStore.make()
    let source = try ImportSource("quantum")
    let work = StackExchangeImport(
      dump: dump, store: store, source: source, category: try CategoryName("Questions"), linkBase: QuantumDump.address)
    let report = try await work.run()
    #expect(report.problems.filter { !$0.hasPrefix("PostLinks.xml:") } == [])
    let compared = try await StackExchangeComparison(dump: dump, store: store, source: source, linkBase: QuantumDump.address).run()
    #expect(compared.totals.map(\.source) == [612, 1_060, 3_413, 389, 30])
    #expect(compared.totals.map(\.community) == [612, 1_060, 3_413, 389, 30])
    #expect(compared.below == 0, "\(compared.worst)")
    #expect(compared.broken == ["answer 1231: http://%20https://arxiv.org/pdf/1701.05550.pdf"])
    #expect(compared.isAlike && CompareCommand.lines(compared).contains { $0.contains("answer 1231") })
    #expect(try await work.run().written == 0)
  }
}

enum QuantumDump {
  static let address = "https://quantumcomputing.stackexchange.com"
  private static let name = "data/quantumcomputing-stackexchange-2018/dump-xml.tar.zst"

  /// The desk beside the repository, found from this file.
  private static var file: String {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder.deletingLastPathComponent().appending(path: "shared").appending(path: name).path
  }

  static var isThere: Bool {
    if FileManager.default.fileExists(atPath: file) { return true }
    print("skipped: wanted ../shared/\(name) beside the repository")
    return false
  }

  static func unpacked() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kindred-quantum-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", "--zstd", "-xf", file, "-C", folder]
    try tar.run()
    tar.waitUntilExit()
    try #require(tar.terminationStatus == 0, "tar with zstd is needed")
    return folder
  }
}
