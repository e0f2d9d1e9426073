import Kindred
import Pages
import Testing

@testable import Web

@Suite struct RouteTableTests {
  @Test("no two routes answer one address") func unambiguous() throws { _ = try RouteIndex(SiteRoutes.table().routes) }

  @Test("only machines' routes are without a session, and what they change takes a token of its own") func machines() {
    for route in SiteRoutes.table().routes where route.audience == .machine {
      #expect(route.method == .get || (route.isOpenToForeignOrigins && route.pattern == Paths.bounces), "\(route.pattern)")
    }
  }

  @Test("no form takes a field twice, or one without a cap below the whole form's") func fields() {
    for route in SiteRoutes.table().routes {
      #expect(Set(route.formFields.map(\.name)).count == route.formFields.count, "\(route.pattern)")
      for field in route.formFields {
        #expect((1...FormDecoding.maximumBytes).contains(field.maximumBytes), "\(route.pattern) \(field.name)")
      }
    }
  }
}
