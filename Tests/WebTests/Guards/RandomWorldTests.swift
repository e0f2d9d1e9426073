import Community
import Database
import ForumSupport
import Foundation
import Kindred
import TestSupport
import Testing

@testable import Web

@Suite("Random worlds") struct RandomWorldTests {
  /// Two in every run, one on PostgreSQL, which is slower at making them; `KINDRED_WORLDS=200` for all of them.
  private static let seeds = 1...(ProcessInfo.processInfo.environment["KINDRED_WORLDS"].flatMap { UInt64($0) } ?? usual)
  private static let usual: UInt64 = TestStore.dialect == .sqlite ? 2 : 1
  /// Nil is a visitor. Kai looks after one of the categories.
  private static let readers: [Person?] = [nil, .sam, .kai, .omar, .mei, .tomas, .noor]

  @Test("whatever stands in what somebody may not see, the forum answers them byte for byte the same", arguments: seeds)
  func nonInterference(_ seed: UInt64) async throws {
    let first = try await RandomWorld(seed: seed, changed: [])
    var (asked, met) = (0, 0)
    var told: [String] = []
    for reader in Self.readers {
      let secrets = try await first.secrets(of: reader)
      let (one, other) = (try await RandomWorld(seed: seed, changed: []), try await RandomWorld(seed: seed, changed: secrets))
      try #require(one.places.count == other.places.count && one.postCount == other.postCount && one.done == other.done)
      let paths = Self.addresses(one, secrets)
      let (left, right) = (try await Self.read(paths, one, as: reader), try await Self.read(paths, other, as: reader))
      for (address, text) in left where right[address] != text {
        Issue.record("world \(seed), \(reader?.handle ?? "visitor"): \(address) differs: \(Self.difference(text, right[address] ?? ""))")
      }
      asked += paths.count
      met += left["/people"]?.split(separator: "<li class=\"person\">").dropFirst().count ?? 0
      told.append("\(reader?.handle ?? "visitor") \(secrets.count)")
    }
    print(
      "world \(seed): \(first.topicCount) topics, \(first.postCount) posts, \(first.places.count) texts, \(asked) addresses twice, \(met) people suggested; secrets: \(told.joined(separator: ", "))"
    )
  }

  /// What each address answers, in one order, and the mail that is on its way to the reader.
  private static func read(_ paths: [String], _ world: RandomWorld, as reader: Person?) async throws -> [String: String] {
    let browser = if let reader { try await world.forum.member(reader) } else { world.forum.visitor() }
    var answers: [String: String] = [:]
    for path in paths {
      let answered = try await browser.get(path)
      #expect(answered.status < 500, "\(path)")
      answers[path] = "\(answered.status) \(answered.headers.map { "\($0)" }.sorted()) \(answered.text)"
    }
    let mail = try await world.forum.store.read { tx in
      try tx.values(
        "SELECT subject || body_text || body_html FROM mail WHERE to_address = \(reader?.email ?? "nobody") ORDER BY id", as: String.self)
    }
    answers["mail"] = mail.joined(separator: "\n")
    return answers
  }

  private static func difference(_ left: String, _ right: String) -> String {
    let start = zip(left, right).prefix { $0 == $1 }.count
    func part(_ text: String) -> String { String(text.dropFirst(max(0, start - 60)).prefix(160)).replacing("\n", with: " ") }
    return "…\(part(left))… and …\(part(right))…"
  }

  /// Every GET address of the table with every number there is and one there is not, and a few searches for the words of both worlds.
  private static func addresses(_ world: RandomWorld, _ secrets: Set<Int>) -> [String] {
    let words = secrets.sorted().flatMap { [RandomWorld.word($0, isChanged: false), RandomWorld.word($0, isChanged: true)] }
    var paths = world.forum.site.routes.routes.filter {
      // What the machine says of its disk differs from moment to moment.
      $0.method == .get && !$0.isStream && $0.pattern != "/admin/health"
    }.flatMap { route -> [String] in
      let pattern = route.pattern
      let values: [String] =
        switch pattern.split(separator: "/").first.map(String.init) ?? "" {
        case "t", "tidy", "moderation": (1...world.topicCount + 1).map(String.init)
        case "p": (1...world.postCount + 1).map(String.init)
        case "c": ["room-zebra0", "room-zebra3", "room-quagga3"]
        case "tag": ["oven", "smoke"] + words.prefix(8)
        case "m": ["ana", "kai", "mei"]
        case "avatar": ["1.svg", "3.svg"]
        case "messages", "decisions", "drafts": (1...6).map(String.init)
        default: ["1"]
        }
      return (pattern.contains(":") ? values : [""]).map { value in
        var isFirst = true
        let path = pattern.split(separator: "/").map { part in
          guard part.hasPrefix(":") else { return String(part) }
          defer { isFirst = false }
          return isFirst ? value : part == ":slug" ? "zebra4-oven" : "1"
        }.reduce("") { $0 + "/" + $1 }
        return path.isEmpty ? "/" : path
      }
    }
    let looked =
      ["oven", "smoke", "kettle", "oven+smoke", "%22oven+smoke%22", "zebra", "quagga", "tag:oven", "author:mei+oven"] + words.suffix(10)
    paths += looked.map { "/search?q=\($0)" } + words.suffix(6).map { "/complete?tag=\($0)" }
    paths += ["/complete?tag=qu", "/complete?tag=ze", "/similar?title=oven+smoke+kettle", "/messages?of=staff"]
    return paths
  }
}
