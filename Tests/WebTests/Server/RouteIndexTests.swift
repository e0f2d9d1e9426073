import Testing

@testable import Web

@Suite struct RouteIndexTests {
  private func index(_ patterns: String...) throws -> RouteIndex {
    var table = RouteTable()
    for pattern in patterns { table.get(pattern) { (_: SiteContext) in .text(pattern) } }
    return try RouteIndex(table.routes)
  }

  private func found(_ index: RouteIndex, _ path: String) throws -> String? {
    guard case .route(let route, let parameters) = try index.match(.get, path) else { return nil }
    return ([route.pattern] + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
  }

  @Test("a literal beats a parameter, and a dead end behind it goes back") func order() throws {
    let index = try index("/", "/t/:id/:slug", "/t/new", "/settings/sessions/end", "/settings/sessions/:id/end", "/:page/x")
    #expect(try found(index, "/") == "/")
    #expect(try found(index, "/t/new") == "/t/new")
    #expect(try found(index, "/t/new/x") == "/t/:id/:slug id=new slug=x")
    #expect(try found(index, "/t/x") == "/:page/x page=t")
    #expect(try found(index, "/settings/sessions/9/end") == "/settings/sessions/:id/end id=9")
  }

  @Test("an address has one spelling", arguments: ["//", "/t/", "/t/1//", "/t/1/a/", "//t/1/a", "t/1/a", "", "/t//a"])
  func exact(_ path: String) throws { #expect(try found(index("/", "/t/:id/:slug"), path) == nil) }

  @Test("parameters are decoded, and an escaped slash stays inside one") func decoded() throws {
    #expect(try found(index("/tag/:name"), "/tag/c%2B%2B%2Fx+y") == "/tag/:name name=c++/x+y")
    #expect(throws: BadRequest.escapes) { try found(index("/tag/:name"), "/tag/%zz") }
  }

  @Test("two routes for one address stop the start") func ambiguous() {
    #expect(throws: RouteIndex.Ambiguous.self) { try index("/t/:id", "/t/:number") }
  }
}
