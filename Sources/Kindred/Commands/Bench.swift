import ArgumentParser
import Community
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals
import Web

/// Measures the program against itself, so that figures are ratios within one run. For `bin/bench`.
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the program against itself.", shouldDisplay: false, subcommands: [Floor.self, Render.self])

  /// The fastest answer this stack can give.
  struct Floor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve one prebuilt page with the headers of ours.")
    @Option(help: "How large the page is.") var bytes = 30_000

    func run() async throws {
      let bytes = bytes
      try await Operator.run {
        let configuration = try Operator.configuration()
        let log = Operator.log(configuration.logLevel)
        let server = FloorServer(Self.page(bytes), configuration.web, log) { port in
          log.notice("listening", metadata: ["port": .stringConvertible(port)])
        }
        try await ServiceGroup(
          configuration: .init(services: [.init(service: server)], gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
        ).run()
      }
    }

    private static func page(_ bytes: Int) -> [UInt8] {
      let head = "<!DOCTYPE html><title>Floor</title>"
      return Array(head.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: max(0, bytes - head.utf8.count))
    }
  }

  /// What a page costs once its rows are read, and what reading them costs.
  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Time a topic's page with 20 posts: reading, making, rendering.")
    @Option(help: "How often.") var rounds = 2_000

    func run() async throws {
      let rounds = max(1, rounds)
      try await Operator.run {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kindred-bench-\(SecretToken(RandomSource.system).text)")
          .path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bench = try await RenderBench(folder: DataFolder(folder))
        for line in try await bench.run(rounds: rounds) { Operator.say(line) }
      }
    }
  }
}
