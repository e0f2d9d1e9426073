import Community
import Database
import TestSupport
import Testing

/// Everything people can do, done at random by everybody to everything.
@Suite("Whatever people do") struct AnyOrderTests {
  @Test("every counter stays what its rows say", arguments: [1, 2, 3] as [UInt64]) func counters(_ seed: UInt64) async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    var dice = Dice(seed: seed)
    let categories = [
      try await store.addCategory("Help"), try await store.addCategory("Members", .members), try await store.addCategory("Team", .staff),
    ]
    let people = [Person.ana, .kai, .mei, .tomas, .noor, .omar].compactMap { cast[$0] }
    var topics: [TopicID] = []
    var posts: [PostID] = []
    var done: [String: Int] = [:]
    for step in 1...400 {
      let actor = dice.pick(people)
      let act = dice.number(below: 17)
      let category = dice.pick(categories)
      store.clock.advance(.minutes(Int64(dice.number(below: 20))))
      do {
        if topics.count < 3 || act == 0 {
          let topic = try await store.open(
            "Question \(step) about ovens", by: actor, in: category, kind: dice.number(below: 4) == 0 ? .discussion : .question,
            body: "It smells of *smoke* \(step).", tags: dice.pick(["", "oven", "oven, flour", "flour yeast"]))
          topics.append(topic)
          posts.append(try await store.opening(of: topic))
        } else {
          let topic = dice.pick(topics), post = dice.pick(posts)
          switch act {
          case 1...4: posts.append(try await store.reply("Turn it \(step) degrees down.", to: topic, by: actor))
          case 5, 6: posts.append(try await store.remark("Remark \(step)", on: post, by: actor))
          case 7, 8:
            let heading = EditPost.Heading(
              title: try TopicTitle("Edited \(step)"), category: category, tags: try TagChoice(dice.pick(["", "dough", "oven"])))
            try await store.edit(post, to: "Edited \(step)", by: actor, heading: dice.number(below: 2) == 0 ? heading : nil)
          case 9: try await store.write { tx in try DeletePost(post: post).perform(by: actor, in: tx) }
          case 10: try await store.write { tx in try RestorePost(post: post).perform(by: actor, in: tx) }
          case 11:
            let wanted = dice.number(below: 3) > 0
            try await store.write { tx in try VotePost(post: post, wanted: wanted).perform(by: actor, in: tx) }
          case 12:
            let wanted = dice.number(below: 3) > 0
            try await store.write { tx in try SayMeToo(topic: topic, wanted: wanted).perform(by: actor, in: tx) }
          case 13, 14: try await store.write { tx in try AcceptAnswer(post: post).perform(by: actor, in: tx) }
          case 15: try await store.write { tx in try UnacceptAnswer(post: post).perform(by: actor, in: tx) }
          default:
            let note = try ShortNote("Did not help")
            try await store.write { tx in try ObjectToAcceptance(post: post, note: note).perform(by: actor, in: tx) }
          }
        }
        done["\(act)", default: 0] += 1
      } catch is ForumError {}
      if step % 100 == 0 { #expect(try await store.miscounts() == [], "after \(step) acts") }
    }
    #expect(done.count >= 15, "only \(done.keys.sorted()) ever succeeded")
  }
}
