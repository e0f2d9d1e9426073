import Pages

/// The first run.
package enum AdminRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.setUpPattern, SetUpHandlers.show)
    table.post(Paths.setUpPattern, SetUpForm.self, SetUpHandlers.setUp)
  }
}
