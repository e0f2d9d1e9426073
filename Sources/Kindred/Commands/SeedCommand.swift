import ArgumentParser
import Community
import Database
import Foundation
import Passwords
import Seeds

/// Fills an empty community with invented people and conversations, for trying out, pictures and measuring.
struct SeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed", abstract: "Fill an empty community with invented people and conversations.")
  @Option(help: "How many members, at least 8.") var members = 60
  @Option(help: "How many topics; each has about five posts.") var topics = 70
  @Option(help: "Another number makes another community.") var seed: UInt64 = 1
  @Option(help: "Lets every seeded member sign in with this password and their invented address (ana@firstbake.example is the admin).")
  var password: String?
  @Option(help: "The day the community ends on, as 2026-01-31; today unless given.") var until: String?
  @Flag(help: "Seed although there are topics: goes on with a seeding that was stopped, or adds to what is there.") var again = false

  func validate() throws {
    guard (0...2_000_000).contains(members), (0...2_000_000).contains(topics) else {
      throw ValidationError("--members and --topics are numbers up to 2,000,000")
    }
  }

  func run() async throws {
    try await Operator.run {
      let end = try endingAt()
      let source = try Typed.parse("--seed") { () throws(Problem) in try ImportSource("seed-\(seed)-\(members)-\(topics)") }
      let community = SeededCommunity(members: members, topics: topics, seed: seed, endingAt: end)
      let hash = try await hashed()
      let again = again
      try await OpenData.run { store in
        let hasTopics = try await store.read { try SiteSettings.hasTopics(in: $0) }
        if hasTopics, !again {
          throw Typed.Refusal(description: "there are topics already; --again seeds all the same")
        }
        let bar = ProgressLine.standard(total: Int64(community.memberCount + community.topicCount))
        let start = SystemClock.stopwatch()
        let report = try await SeedCommunity(community: community, store: store, source: source, passwordHash: hash).run(
          progress: bar.advance)
        bar.finish()
        for problem in report.problems { Operator.say("skipped: \(problem)") }
        let seconds = Double(SystemClock.stopwatch() - start) / 1_000_000
        Operator.say("\(report.written) records written in \(String(format: "%.1f", seconds)) s, \(report.known) there already")
      }
    }
  }

  private func hashed() async throws -> String? {
    guard let password else { return nil }
    let hasher = PasswordHasher(cost: .standard, random: RandomSource.system)
    return try await Typed.refusing { try await hasher.hash(NewPassword(password, notLike: [])).encoded }
  }

  private func endingAt() throws -> Int64 {
    guard let until else { return SystemClock.milliseconds() }
    let parts = until.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    var calendar = Foundation.Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (2000...2100).contains(year),
      let date = calendar.date(from: DateComponents(year: year, month: month, day: day, hour: 12)),
      calendar.component(.day, from: date) == day, calendar.component(.month, from: date) == month
    else { throw Typed.Refusal(description: "--until: expected a day such as 2026-01-31") }
    return Int64(date.timeIntervalSince1970) * 1000
  }
}
