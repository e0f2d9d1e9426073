import CPostgres
import Database
import Foundation

/// The socket beneath a connection: sends and waits, and never longer than its patience.
final class PostgresWire {
  private let link: OpaquePointer
  private var wasAbandoned = false

  /// Silence is borne in slices, since only the system's own wait measures time here.
  private static let slice: Int32 = 250
  /// The server ends a statement after 30 s: a little longer means that it is gone.
  private static let mostSlices = 140

  /// Connects within about two seconds a host.
  init(_ address: String) throws {
    // What libpq says of an address it cannot read repeats the address, password and all.
    guard PostgresAddress.isReadable(address) else { throw DatabaseFault.unreachable(PostgresAddress.advice, mayHaveChanged: false) }
    // What the address says comes last and wins.
    let defaults: [(String, String)] = [
      ("connect_timeout", "2"), ("keepalives_idle", "3"), ("keepalives_interval", "1"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "5000"), ("client_encoding", "UTF8"), ("fallback_application_name", "kindred"), ("dbname", address),
    ]
    let keys = CStrings(defaults.map(\.0)), values = CStrings(defaults.map(\.1))
    guard let link = keys.withPointers({ keys in values.withPointers { PQconnectdbParams(keys, $0, 1) } }) else {
      throw DatabaseFault.unreachable("no memory", mayHaveChanged: false)
    }
    guard PQstatus(link) == CONNECTION_OK, PQsetnonblocking(link, 1) == 0 else {
      defer { PQfinish(link) }
      throw DatabaseFault.unreachable(words(of: link), mayHaveChanged: false)
    }
    self.link = link
  }

  deinit { PQfinish(link) }

  var isSound: Bool { !wasAbandoned && PQstatus(link) == CONNECTION_OK }

  /// Sends with `send` and answers all results. Throws ``DatabaseFault/unreachable(_:mayHaveChanged:)`` when the server went away.
  func exchange(_ send: (OpaquePointer) -> Int32) throws -> [PostgresResult] {
    guard !wasAbandoned, send(link) == 1 else { throw lost() }
    while true {
      let left = PQflush(link)
      if left == 0 { break }
      guard left > 0 else { throw lost() }
      let ready = try wait(POLLIN | POLLOUT)
      if ready & Int32(POLLIN) != 0, PQconsumeInput(link) == 0 { throw lost() }
    }
    var results: [PostgresResult] = []
    while true {
      while PQisBusy(link) == 1 {
        _ = try wait(POLLIN)
        if PQconsumeInput(link) == 0 { throw lost() }
      }
      guard let result = PQgetResult(link) else { break }
      results.append(PostgresResult(result))
    }
    // A server that ends a session says so in an error first; what counts is that it is gone.
    if PQstatus(link) != CONNECTION_OK { throw lost() }
    return results
  }

  private func wait(_ events: Int32) throws -> Int32 {
    for _ in 0..<Self.mostSlices {
      var watched = pollfd(fd: PQsocket(link), events: Int16(events), revents: 0)
      let count = poll(&watched, 1, Self.slice)
      if count > 0 { return Int32(watched.revents) }
      if count < 0, errno != EINTR { throw lost() }
    }
    throw lost("no answer")
  }

  private func lost(_ reason: String? = nil) -> DatabaseFault {
    wasAbandoned = true
    return .unreachable(reason ?? words(of: link), mayHaveChanged: false)
  }
}

private func words(of link: OpaquePointer) -> String {
  guard let message = PQerrorMessage(link) else { return "?" }
  return String(cString: message).split(separator: "\n").joined(separator: " ")
}

/// Strings as C has them, as long as it lives.
private final class CStrings {
  private let pointers: [UnsafeMutablePointer<CChar>?]
  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }
  deinit { for pointer in pointers { free(pointer) } }

  func withPointers<T>(_ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
    let constant = pointers.map { $0.map { UnsafePointer($0) } }
    return constant.withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
