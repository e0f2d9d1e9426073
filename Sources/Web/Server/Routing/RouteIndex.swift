/// Finds the route of an address. Addresses are exact: no second spelling by doubled or trailing slashes.
struct RouteIndex: Sendable {
  enum Match {
    case route(Route, parameters: [String: String])
    /// The address exists, but not for this method.
    case otherMethods([Method])
    case nothing
  }

  /// What is wrong with a table: two routes for one address, or two names for one place.
  struct Ambiguous: Error, CustomStringConvertible {
    let pattern: String
    var description: String { "two routes answer \(pattern)" }
  }

  private final class Node: Sendable {
    let literals: [String: Node]
    let parameter: Node?
    let routes: [Method: Route]
    init(literals: [String: Node], parameter: Node?, routes: [Method: Route]) {
      self.literals = literals
      self.parameter = parameter
      self.routes = routes
    }
  }
  private let root: Node

  init(_ routes: [Route]) throws {
    root = try Self.node(routes.map { (Self.segments($0.pattern)[...], $0) })
  }

  private static func node(_ entries: [(rest: ArraySlice<Substring>, route: Route)]) throws -> Node {
    var literals: [String: [(ArraySlice<Substring>, Route)]] = [:]
    var parameters: [(ArraySlice<Substring>, Route)] = []
    var ending: [Method: Route] = [:]
    for (rest, route) in entries {
      guard let head = rest.first else {
        guard ending.updateValue(route, forKey: route.method) == nil else {
          throw Ambiguous(pattern: "\(route.method.rawValue) \(route.pattern)")
        }
        continue
      }
      if head.hasPrefix(":") {
        parameters.append((rest.dropFirst(), route))
      } else {
        literals[String(head), default: []].append((rest.dropFirst(), route))
      }
    }
    return Node(
      literals: try literals.mapValues(node), parameter: parameters.isEmpty ? nil : try node(parameters), routes: ending)
  }

  /// `path` as it was sent, without the query. Throws ``BadRequest`` when its escapes are wrong.
  func match(_ method: Method?, _ path: String) throws -> Match {
    guard path.utf8.first == UInt8(ascii: "/") else { return .nothing }
    let segments = try Self.segments(path).map { try PercentDecoding.text($0.utf8, plusIsSpace: false) }
    guard let routes = find(segments[...], from: root) else { return .nothing }
    guard let method, let route = routes[method] else { return .otherMethods(Method.allCases.filter { routes[$0] != nil }) }
    var parameters: [String: String] = [:]
    for (name, value) in zip(Self.segments(route.pattern), segments) where name.hasPrefix(":") {
      parameters[String(name.dropFirst())] = value
    }
    return .route(route, parameters: parameters)
  }

  /// A literal beats a parameter; a dead end behind it goes back.
  private func find(_ segments: ArraySlice<String>, from node: Node) -> [Method: Route]? {
    guard let head = segments.first else { return node.routes.isEmpty ? nil : node.routes }
    if let next = node.literals[head], let found = find(segments.dropFirst(), from: next) { return found }
    if let next = node.parameter, !head.isEmpty { return find(segments.dropFirst(), from: next) }
    return nil
  }

  /// The root is one empty segment.
  private static func segments(_ path: String) -> [Substring] {
    path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
  }
}
