import Community
import Database
import ForumSupport
import HTTPTypes
import Kindred
import Pages
import TestSupport
import Testing

@testable import Web

/// In the accented language every letter of every message wears a mark. Here people have written everything in another script, so a plain
/// letter on a page is a word that stands in a program or a template, where no translator would ever find it.
@Suite("Words outside the catalog") struct WordsOutsideTests {
  @Test("are on no page of anybody") func none() async throws {
    let forum = try await TestForum.make(inPseudoLanguages: true)
    let scene = try await Scene(forum)
    try await scene.tellStories()
    let tokens = try await scene.tokens()
    try await forum.store.write { tx in try OtherScript.write(over: tx) }
    var read: Set<String> = []
    var pages = 0
    for name in ["visitor", "ana", "kai", "mei", "noor"] {
      let browser = name == "visitor" ? forum.visitor() : try await forum.member(name)
      try await browser.post("/language", form: ["language": "en-XA"])
      try await forum.store.write { tx in try tx.run("UPDATE session SET agent = 'тест'") }
      for (path, headers) in try await addresses(forum, tokens) {
        let answered = try await browser.get(path, headers: headers)
        guard answered.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
        pages += 1
        if answered.status == 200 { read.insert(path) }
        #expect(headers[.fragment] != nil || answered.text.contains("<html lang=\"en-XA\" dir=\"ltr\""), "\(path) as \(name)")
        let found = PlainLetters.found(in: answered.text.replacing(answered.headers[.requestID] ?? "-", with: ""))
        #expect(found == [], "\(path) as \(name)")
      }
    }
    print("\(pages) pages read, \(read.count) addresses of them with something to see")
    #expect(read.count > 60, "the walk has to find the pages: \(read.sorted())")
  }

  @Test("are found where there are any: in a text, a label, a title, a placeholder and in what a script says") func canFail() {
    #expect(PlainLetters.found(in: "<p>⟦Ĥîî⟧ there</p>") == ["⟦Ĥîî⟧ there"])
    for attribute in ["aria-label", "title", "placeholder", "alt", "data-toolbar"] {
      #expect(
        PlainLetters.found(in: "<a class=\"act\" href=\"/ask\" \(attribute)=\"Close &amp; go\">⟦Åšķ⟧</a>") == ["Close & go"], "\(attribute)"
      )
    }
    #expect(PlainLetters.found(in: "<meta name=\"description\" content=\"Hello\"><title>⟦Åšķ⟧ · Kindred</title>") == ["Hello"])
    #expect(PlainLetters.found(in: "<p>@ana <code>author:mei</code> <kbd>j</kbd> <b lang=\"de\">Deutsch</b> 12 a@b.example</p>") == [])
  }

  private func addresses(_ forum: TestForum, _ tokens: [String: String]) async throws -> [(String, HTTPFields)] {
    let (tag, topics): (String?, [TopicID]) = try await forum.store.read { tx in
      (
        try tx.value("SELECT name FROM tag ORDER BY id LIMIT 1"),
        try tx.values("SELECT id FROM topic WHERE id IN (1, 4) OR id > 42 ORDER BY id")
      )
    }
    let posts: [PostID] = try await forum.store.read { tx in
      try tx.values("SELECT id FROM post WHERE topic_id > 42 ORDER BY id")
    }
    var paths: [(String, HTTPFields)] = []
    for route in forum.site.routes.routes where route.method == .get && route.audience != .machine && !route.isStream {
      let pattern = route.pattern
      let last: String
      let values: [String]
      switch pattern.split(separator: "/").first {
      case "t": (values, last) = (topics.map { String($0.rawValue) }, "x")
      case "p": (values, last) = (posts.map { String($0.rawValue) }, "x")
      case "c": (values, last) = (["help"], "1")
      case "tag": (values, last) = ([Paths.encoded(tag ?? "")], "1")
      case "m": (values, last) = (["ana", "kai", "noor"], "1")
      case "messages": (values, last) = (["1", "2"], "1")
      default: (values, last) = ([tokens[pattern] ?? "1"], "1")
      }
      for value in values {
        var isFirst = true
        let parts = pattern.split(separator: "/").map { part in
          guard part.hasPrefix(":") else { return String(part) }
          defer { isFirst = false }
          return isFirst ? value : last
        }
        paths.append(("/" + parts.joined(separator: "/"), [:]))
      }
    }
    for topic in topics {
      let slug: String? = try await forum.store.read { tx in try tx.value("SELECT slug FROM topic WHERE id = \(topic)") }
      for rest in ["", "?order=best"] { paths.append(("/t/\(topic.rawValue)/\(Paths.encoded(slug ?? ""))\(rest)", [:])) }
    }
    paths += [
      // What people look for is in no script at all.
      "/?before=9999999999999-9", "/search?q=1", "/search?q=1+2+99999", "/search?q=99999",
      "/search?q=is:9+after:9+category:9+tag:9+author:9",
      "/search?q=-1", "/mine?only=asked", "/messages?of=staff", "/notices?before=read-999999",
      "/settings/following?changed=category-1-mute", "/ask?category=help",
    ].map { ($0, [:]) }
    let fragment: HTTPFields = [.fragment: "1"]
    return paths + [("/ask/similar?title=oven", fragment), ("/complete?tag=ov", fragment)]
  }
}

extension Scene {
  /// Links of mail that still work, by the pattern of their address.
  fileprivate func tokens() async throws -> [String: String] {
    let (ana, random) = (try #require(cast[.ana]), forum.site.services.random)
    let tokens = (0..<5).map { _ in SecretToken(random) }
    try await forum.store.write { tx in
      try AccountTokens.issue(tokens[0], .verify, for: ana.id, address: "а@example.org", in: tx)
      try AccountTokens.issue(tokens[1], .reset, for: ana.id, address: "а@example.org", in: tx)
      try AccountTokens.issue(tokens[2], .changeEmail, for: ana.id, address: "а@example.org", in: tx)
      try AccountTokens.issue(tokens[3], .claim, for: ana.id, address: "", in: tx)
      try MailStops.issue(tokens[4], .replied, for: ana.id, in: tx)
      try tx.run("UPDATE member SET bounced_at = 1, bounce = 'no such mailbox' WHERE handle = 'kai'")
      try tx.run("UPDATE member SET email_verified_at = NULL WHERE handle = 'ana'")
      try tx.run(
        "UPDATE member SET bio = 'I bake', bio_html = '<p>I bake</p>', away_note = 'At sea', away_until = 9999999999999 WHERE handle = 'ana'"
      )
    }
    return [
      "/verify/:token": tokens[0].text, "/reset/:token": tokens[1].text, "/email/:token": tokens[2].text, "/claim/:token": tokens[3].text,
      "/mail/stop/:token": tokens[4].text,
    ]
  }
}

/// Puts everything that people wrote into Cyrillic letters; what addresses are made of stays.
private enum OtherScript {
  private static let columns: [(table: SQL, column: SQL)] = [
    ("member", "name"), ("member", "bio"), ("member", "bio_html"), ("member", "away_note"), ("member", "bounce"), ("category", "name"),
    ("category", "description"), ("category", "hint"), ("tag", "name"), ("tag", "description"), ("topic", "title"),
    ("topic", "solved_note"),
    ("post", "body"), ("post", "html"), ("post_version", "title"), ("post_version", "body"), ("objection", "note"),
    ("history_line", "note"),
    ("history_line", "note_html"), ("draft", "title"), ("draft", "body"), ("draft", "tags"), ("conversation", "title"),
    ("conversation_part", "body"), ("conversation_part", "html"), ("report", "note"), ("act_text", "words"), ("act_text", "note"),
    ("decision", "look_words"), ("decision", "look_answer"), ("session", "agent"),
    ("fruitless_search", "words"),
  ]

  static func write(over tx: Transaction) throws {
    for (table, column) in columns {
      let texts: [String] = try tx.values("SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL")
      for text in texts where text != other(text) {
        try tx.run("UPDATE \(table) SET \(column) = \(other(text)) WHERE \(column) = \(text)")
      }
    }
  }

  /// Tags and entities of HTML stay as they are.
  private static func other(_ text: String) -> String {
    let letters = Array("абвгдежзийклмнопрстуфхцчшщ")
    var other = ""
    var closing: Character?
    for character in text {
      if closing == nil, character == "<" || character == "&" { closing = character == "<" ? ">" : ";" }
      if closing == nil, let ascii = character.lowercased().utf8.first, character.isASCII, (0x61...0x7A).contains(ascii) {
        other.append(letters[Int(ascii - 0x61)])
      } else {
        other.append(character)
      }
      if character == closing { closing = nil }
    }
    return other
  }
}

/// Reads a page as far as finding words takes: texts, and attributes that are read or spoken to people.
private enum PlainLetters {
  private static let spoken: Set<String> = [
    "aria-label", "title", "placeholder", "alt", "data-toolbar", "data-drafts", "data-pictures", "data-unread", "data-other", "data-count",
  ]
  /// What is written for machines, or named by itself.
  private static let passed: Set<String> = ["script", "style", "code", "kbd"]

  static func found(in html: String) -> [String] {
    var found: [String] = []
    var rest = html[...]
    /// The element that is passed over, and how many of its name are open in it.
    var inside: (name: String, depth: Int)?
    while let start = rest.firstIndex(of: "<") {
      if inside == nil { note(rest[..<start], &found) }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let isClosing = tag.hasPrefix("/")
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if let open = inside {
        guard name == open.name else { continue }
        let depth = open.depth + (isClosing ? -1 : 1)
        inside = depth == 0 ? nil : (name, depth)
        continue
      }
      guard !isClosing else { continue }
      if passed.contains(name) || name != "html" && tag.contains(" lang=\"") {
        inside = (name, 1)
        continue
      }
      for match in tag.matches(of: /([a-z\-]+)="([^"]*)"/) {
        let isDescription = name == "meta" && match.1 == "content" && (tag.contains("description\"") || tag.contains("og:title\""))
        if spoken.contains(String(match.1)) || isDescription { note(match.2, &found) }
      }
    }
    return found
  }

  private static func note(_ raw: Substring, _ found: inout [String]) {
    var text = String(raw)
    for (entity, sign) in [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&middot;", "·"), ("&nbsp;", " "),
    ] {
      text = text.replacing(entity, with: sign)
    }
    // Addresses, handles and the program's own name are the same in every language.
    let kept = text.replacing(/[^\s<>]+@[^\s<>]+/, with: "").replacing(/@[a-z0-9\-]+/, with: "").replacing("Kindred", with: "")
    if kept.contains(where: { $0.isASCII && $0.isLetter }) {
      found.append(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }
}
