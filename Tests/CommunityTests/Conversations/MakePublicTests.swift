import Database
import TestSupport
import Testing

@testable import Community

@Suite("Making a private question public") struct MakePublicTests {
  @Test("names, addresses, long numbers and quotes are taken out, and nothing else")
  func stripped() {
    let names = ["Mei Tanaka", "@mei", "Mei", "Tanaka", "Ana Costa", "Ana", "Costa"]
    for (raw, expected) in [
      ("Hello Mei, it smells.", "Hello … it smells."), ("Ana's oven", "… oven"), ("Ask @mei or @somebody.", "Ask … or …"),
      ("Write to ana.costa@example.org, please", "Write to … please"), ("(ana@example.org)", "…"), ("mailto:x@y.example", "…"),
      ("Order 1234567 of 2026", "Order … of 2026"), ("Version 10.4.2 at 230 V", "Version 10.4.2 at 230 V"),
      ("+49 170 1234567", "+49 170 …"), ("> Mei wrote\nThank you", "Thank you"), ("  > quoted\n\n    code", "\n    code"),
      ("Meister Costas", "Meister Costas"), ("a @ b", "a @ b"), ("", ""),
    ] {
      #expect(Stripped(raw, names: names).text == expected)
      #expect(Stripped(raw, names: names).isChanged == (raw != expected))
    }
  }

  @Test("its asker alone carries their own words along, and it becomes one question however often it is sent") func story() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (ana, mei, noor) = (try #require(cast[.ana]), try #require(cast[.mei]), try #require(cast[.noor]))
    let help = try await store.addCategory()
    let conversation = try await store.askPrivately("Oven of Ana Costa", body: "Mine is 99887766.", by: ana)
    try await store.write("Staff words", in: conversation, by: mei)
    try await store.write("> Staff words\n\nIt smells.", in: conversation, by: ana)
    let wording = try await store.read { tx in try PublicWording.load(conversation, for: ana, in: tx) }
    #expect(wording == PublicWording(title: "Oven of … …", body: "Mine is …\n\n\nIt smells.", isStripped: true))
    for other in [mei, noor] {
      await #expect(throws: ForumError.notFound) { try await store.read { tx in try PublicWording.load(conversation, for: other, in: tx) } }
    }
    let open = OpenTopic(
      kind: .question, category: help, title: try TopicTitle("My oven smells"), body: try PostBody("It smells."), tags: try TagChoice(""),
      key: try #require(SubmissionKey("public-once")))
    let make = MakePublic(conversation, as: open)
    await #expect(throws: ForumError.notFound) { try await store.write { tx in try make.perform(by: mei, in: tx) } }
    try await withThrowingTaskGroup(of: TopicID.self) { group in
      for _ in 0..<20 { group.addTask { try await store.write { tx in try make.perform(by: ana, in: tx) } } }
      var topics: Set<TopicID> = []
      for try await topic in group { topics.insert(topic) }
      #expect(topics.count == 1)
    }
    #expect(try await store.number("SELECT count(*) FROM topic") == 1)
    await #expect(throws: ForumError.conflict(.alreadyDone)) {
      try await store.read { tx in try PublicWording.load(conversation, for: ana, in: tx) }
    }
    #expect(try await store.miscounts() == [])
  }
}
