import Community
import Database
import ForumSupport
import HTTPTypes
import Pages
import TestSupport
import Testing

@Suite("What roles may do, changed by an admin") struct RightsTests {
  private struct Here {
    let forum: TestForum
    let noor: Browser
    init() async throws {
      forum = try await TestForum.make()
      try await forum.store.addCast()
      try await forum.store.addCategory("Help")
      noor = try await forum.member("noor")
    }

    /// Sends the page's form as a browser would, with some boxes ticked or not.
    func save(ticking: [String] = [], clearing: [String] = [], by browser: Browser? = nil, seen: String? = nil) async throws -> Answered {
      let page = try await noor.get("/admin/roles").text
      let ticked = page.matches(of: /name="may" value="([A-Za-z.]+)" checked/).map { String($0.1) }
      let mark = try #require(page.firstMatch(of: /name="seen" value="([a-z0-9]+)"/)?.1)
      let may = ticked.filter { !clearing.contains($0) } + ticking
      let body = (may.map { "may=\($0)" } + ["seen=\(seen ?? String(mark))"]).joined(separator: "&")
      return try await (browser ?? noor).send(
        .post, "/admin/roles", headers: [.origin: "http://127.0.0.1:8080", .contentType: "application/x-www-form-urlencoded"], body: body)
    }
  }

  @Test("a right given holds from the next request on, and is gone when it is taken back") func story() async throws {
    let here = try await Here()
    let (mei, ana) = (try await here.forum.member("mei"), try await here.forum.store.actor(MemberID(rawValue: 1)))
    let topic = try await here.forum.store.open("Ovens", by: ana, in: CategoryID(rawValue: 1))
    let path = "/t/\(topic.rawValue)/ovens"
    #expect(!(try await mei.get(path).text.contains("/edit\"")))
    #expect(try await here.save(ticking: ["staff.editAny"]).status == 303)
    #expect(try await mei.get(path).text.contains("/edit\""))
    #expect(try await mei.get("/p/1/edit").status == 200)
    #expect(try await here.save(clearing: ["staff.editAny"]).status == 303)
    #expect(try await mei.get("/p/1/edit").status == 403)
    let kai = try await here.forum.member("kai")
    #expect(try await here.save(clearing: ["member.vote"]).status == 303)
    #expect(try await kai.post("/p/1/vote", form: ["wanted": "yes"]).status == 403)
  }

  @Test("nobody can be given what is never given, whatever the form says; an admin's rights are no choice") func never() async throws {
    let here = try await Here()
    let before = try await here.forum.store.number("SELECT count(*) FROM role_action")
    for grant in [
      "moderator.manageMembers", "staff.manageSite", "helper.deleteAny", "helper.answerPrivately", "staff.readReported", "visitor.reply",
      "moderator.verifyCustomers", "admin.vote", "moderator.readMail", "king.reply", "member.seeTrust",
    ] {
      let refused = try await here.save(ticking: [grant])
      #expect(refused.status == 422, "\(grant)")
    }
    #expect(try await here.save(clearing: ["admin.manageSite", "admin.manageMembers"]).status == 303)
    #expect(try await here.forum.store.number("SELECT count(*) FROM role_action") == before)
    for role in RoleRights.roles {
      for action in [Action.manageMembers, .manageSite, .manageCategories] { #expect(!action.isGrantable(to: role)) }
    }
  }

  @Test("of two who change it at once the second is told, with what they ticked kept") func twoAtOnce() async throws {
    let here = try await Here()
    let page = try await here.noor.get("/admin/roles").text
    let seen = try #require(page.firstMatch(of: /name="seen" value="([a-z0-9]+)"/)?.1)
    #expect(try await here.save(ticking: ["helper.announce"]).status == 303)
    let second = try await here.save(ticking: ["staff.deleteAny"], seen: String(seen))
    #expect(second.status == 409 && second.text.contains("value=\"staff.deleteAny\" checked"))
    #expect(try await here.forum.store.number("SELECT count(*) FROM role_action WHERE role = 'staff' AND action = 'deleteAny'") == 0)
  }

  @Test("every action stands on the page once, and every one is said in words") func words() async throws {
    let here = try await Here()
    let page = try await here.noor.get("/admin/roles").text
    for grant in RoleRights.changeable { #expect(page.components(separatedBy: "value=\"\(grant.text)\"").count == 2, "\(grant.text)") }
    #expect(page.components(separatedBy: "<th scope=\"row\">").count == Action.allCases.count + 1)
    #expect(!page.contains(">action."))
  }
}

extension String {
  fileprivate func components(separatedBy part: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: part) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
