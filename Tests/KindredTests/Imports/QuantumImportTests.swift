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
  static var isThere: Bool { SharedArchive.isThere(name) }
  static func unpacked() throws -> String { try SharedArchive.unpacked(name) }
  private static let name = "data/quantumcomputing-stackexchange-2018/dump-xml.tar.zst"
}
