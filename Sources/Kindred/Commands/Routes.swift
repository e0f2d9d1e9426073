import ArgumentParser
import Web

/// Prints the table of routes, a line each: method, address, who it is for, and a form's fields with the bytes they may hold. What walks the
/// site from outside learns from it what there is.
struct Routes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List every address of the site, who it is for and what its form takes.")

  func run() async throws {
    for route in SiteRoutes.table().routes {
      let fields = route.formFields.map { "\($0.name):\($0.maximumBytes)" }.joined(separator: ",")
      Operator.say([route.method.rawValue, route.pattern, route.audience.rawValue, fields].joined(separator: "\t"))
    }
  }
}
