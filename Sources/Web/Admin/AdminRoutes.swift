import Pages

/// The first run, and what admins look at.
package enum AdminRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.setUpPattern, SetUpHandlers.show)
    table.post(Paths.setUpPattern, SetUpForm.self, SetUpHandlers.setUp)
    table.get(Paths.fruitless, FruitlessHandlers.show)
  }
}
