import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Changing somebody's role") struct ChangingRolesTests {
  private struct Here {
    let forum: TestForum
    let cast: [Person: Actor]
    init() async throws {
      forum = try await TestForum.make()
      cast = try await forum.store.addCast()
      try await forum.store.addCategory("Help")
      try await forum.store.addCategory("Ovens")
    }
    func sheet(_ person: Person) throws -> String { "/admin/members/\(try #require(cast[person]).id.rawValue)" }
    func role(_ person: Person) async throws -> String? {
      try await forum.store.read { tx in try tx.value("SELECT role FROM member WHERE handle = \(person.handle)") }
    }
  }

  @Test("an admin names a moderator of a category: signed out everywhere, the member signs in to a moderator's rights there alone")
  func categories() async throws {
    let here = try await Here()
    let (noor, kai) = (try await here.forum.member("noor"), try await here.forum.member("kai"))
    let page = try await noor.get(try here.sheet(.kai)).text
    #expect(page.contains("name=\"role\" value=\"member\" checked") && page.contains("name=\"category\" value=\"ovens\">"))
    let changed = try await noor.post("\(here.sheet(.kai))/role", form: ["role": "member", "category": "ovens"])
    #expect(changed.status == 303)
    #expect(try await kai.get("/settings").location?.hasPrefix("/sign-in") == true)
    let after = try await noor.get(try here.sheet(.kai)).text
    #expect(after.contains("Looks after Ovens.") && after.contains("name=\"category\" value=\"ovens\" checked"))
    let again = try await here.forum.member("kai")
    let topics = try await [("Help", false), ("Ovens", true)].asyncMap { name, isTheirs in
      let category = CategoryID(rawValue: name == "Help" ? 1 : 2)
      let topic = try await here.forum.store.open("In \(name)", by: try #require(here.cast[.ana]), in: category)
      let page = try await again.get("/t/\(topic.rawValue)/in-\(name.lowercased())").text
      #expect(page.contains("/edit\"") == isTheirs && page.contains("/delete\"") == isTheirs, "\(name)")
      return topic
    }
    #expect(topics.count == 2)
    // The same again changes nothing and signs nobody out.
    #expect(try await noor.post("\(here.sheet(.kai))/role", form: ["role": "member", "category": "ovens"]).status == 303)
    #expect(try await again.get("/settings").status == 200)
    #expect(try await noor.post("\(here.sheet(.kai))/role", form: ["role": "moderator", "category": "ovens"]).status == 303)
    #expect(try await here.forum.store.number("SELECT count(*) FROM category_moderator") == 0, "who looks after all looks after none alone")
  }

  @Test("what cannot be is said beside its field with the choice kept: no such role, no such category") func wrong() async throws {
    let here = try await Here()
    let noor = try await here.forum.member("noor")
    for form in [["role": "visitor"], ["role": "king"], ["role": "staff", "category": "nowhere"], [:]] as [KeyValuePairs<String, String>] {
      let refused = try await noor.post("\(here.sheet(.kai))/role", form: form)
      #expect(refused.status == 422 && refused.text.contains("Please choose"), "\(form)")
    }
    let kept = try await noor.post("\(here.sheet(.kai))/role", form: ["role": "king", "category": "ovens"]).text
    #expect(kept.contains("value=\"ovens\" checked"))
    #expect(try await here.role(.kai) == "member")
    #expect(try await noor.post("/admin/members/99/role", form: ["role": "staff"]).status == 404)
    #expect(try await noor.get("/admin/members/99").status == 404)
  }

  @Test("the last admin stays one; with a second they may go, but not while that one is suspended or cannot sign in") func lastAdmin()
    async throws
  {
    let here = try await Here()
    let noor = try await here.forum.member("noor")
    let refused = try await noor.post("\(here.sheet(.noor))/role", form: ["role": "member"])
    #expect(refused.status == 403 && refused.text.contains("This is the last admin"))
    #expect(try await noor.post("\(here.sheet(.mei))/role", form: ["role": "admin"]).status == 303)
    #expect(try await noor.post("\(here.sheet(.noor))/role", form: ["role": "member"]).status == 403)
    try await here.forum.store.write { tx in
      try tx.run("UPDATE member SET password_hash = 'hers', suspended_until = \(tx.now + .days(1)) WHERE handle = 'mei'")
    }
    #expect(try await noor.post("\(here.sheet(.noor))/role", form: ["role": "member"]).status == 403)
    try await here.forum.store.write { tx in try tx.run("UPDATE member SET suspended_until = NULL WHERE handle = 'mei'") }
    #expect(try await noor.post("\(here.sheet(.noor))/role", form: ["role": "member"]).status == 303)
    #expect(try await here.role(.noor) == "member")
    #expect(try await noor.get("/admin/searches").location?.hasPrefix("/sign-in") == true)
  }

  @Test("staff name helpers and take it back, and nobody above that") func helpers() async throws {
    let here = try await Here()
    let mei = try await here.forum.member("mei")
    #expect(try await mei.get(try here.sheet(.kai)).text.contains("Name as a helper"))
    #expect(try await mei.post("\(here.sheet(.kai))/helper", form: ["wanted": "yes"]).status == 303)
    #expect(try await here.role(.kai) == "helper")
    #expect(try await mei.get("/m/kai").text.contains(">Helper</span>"))
    #expect(try await mei.post("\(here.sheet(.kai))/helper", form: ["wanted": "no"]).status == 303)
    #expect(try await here.role(.kai) == "member")
    for person in [Person.tomas, .noor, .mei] {
      for wanted in ["yes", "no"] {
        #expect(try await mei.post("\(here.sheet(person))/helper", form: ["wanted": wanted]).status == 403, "\(person)")
      }
      #expect(try await here.role(person) == person.role.rawValue)
    }
    #expect(!(try await mei.get(try here.sheet(.tomas)).text.contains("/helper\"")))
  }

  @Test("of fifty changes at once between two admins one stays") func race() async throws {
    let store = try await TestStore.make()
    let cast = try await store.addCast()
    let (noor, mei) = (try #require(cast[.noor]), try #require(cast[.mei]))
    try await store.write { tx in try ChangeRole(of: mei.id, to: .admin, moderating: []).perform(by: noor, in: tx) }
    try await store.write { tx in try tx.run("UPDATE member SET password_hash = 'theirs'") }
    let admin = try await store.actor(mei.id)
    await withTaskGroup { group in
      for number in 0..<50 {
        group.addTask {
          let (actor, other) = number % 2 == 0 ? (noor, admin) : (admin, noor)
          try? await store.write { tx in try ChangeRole(of: other.id, to: .member, moderating: []).perform(by: actor, in: tx) }
        }
      }
    }
    #expect(try await store.number("SELECT count(*) FROM member WHERE role = 'admin'") == 1)
  }
}

extension Array {
  fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
    var values: [T] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
