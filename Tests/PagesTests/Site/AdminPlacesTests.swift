import Templates
import Testing

@testable import Pages

@Suite("The pages for looking after the community") struct AdminPlacesTests {
  @Test("each has a name and a sentence about what it is for, and so has each group") func words() throws {
    let catalog = try Repository.catalog()
    let keys =
      AdminFrame.places.flatMap { ["admin.\($0.name)", "admin.about.\($0.name)"] }
      + AdminFrame.Group.allCases.map { "admin.group.\($0.rawValue)" }
    #expect(keys.filter { catalog.message($0) == nil } == [])
    #expect(Set(AdminFrame.places.map(\.path)).count == AdminFrame.places.count)
  }
}
