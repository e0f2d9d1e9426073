import Community
import Database
import ForumSupport
import TestSupport
import Testing

@Suite("Roles and actions through the site") struct RolesThroughTheSiteTests {
  @Test("whoever may has the effect, whoever may not is refused and changes nothing", arguments: Part.allCases)
  func rows(_ part: Part) async throws {
    var ground = try await Ground(for: part)
    for deed in Deeds.all {
      try await ground.nextDay()
      let (status, worked) = try await deed.attempt(ground)
      #expect(worked == deed.allowed.contains(part), "\(part.rawValue) \(deed.name): \(status)")
      if deed.allowed.contains(part) {
        #expect([200, 303].contains(status), "\(part.rawValue) \(deed.name)")
      } else if part == .visitor {
        #expect([303, 401, 404, 410, 422].contains(status), "\(part.rawValue) \(deed.name): \(status)")
      } else if deed.halfway.contains(part) {
        // What a form has besides is kept or refused by its field; only the extra is not given.
        #expect([303, 422].contains(status), "\(part.rawValue) \(deed.name): \(status)")
      } else {
        #expect([403, 404, 410].contains(status), "\(part.rawValue) \(deed.name): \(status)")
      }
    }
    #expect(try await ground.forum.store.miscounts() == [])
    print("roles: \(part.rawValue) tried \(Deeds.all.count) acts, \(Deeds.all.filter { $0.allowed.contains(part) }.count) allowed")
  }

  @Test("every action of the table is tried, or it is said where") func complete() {
    let tried = Set(Deeds.all.map(\.action))
    for action in Action.allCases {
      #expect(tried.contains(action) != (Deeds.elsewhere[action] != nil), "\(action.rawValue)")
    }
  }
}
