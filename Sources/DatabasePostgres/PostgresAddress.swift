import CPostgres

/// What is asked of a connection string before libpq sees it.
package enum PostgresAddress {
  /// What to say of an address that cannot be read. It never repeats any of it: a part may be a password that was taken for something else.
  package static let advice =
    "the address of the database cannot be read; in a user's name and a password the characters : / ? # [ ] @ % are written as %3A %2F and so on"

  /// Whether libpq can read it, and as nothing else than what it looks like: an `@` or `/` that stands in a password as it is makes the rest of
  /// the password a host, a port or a database, which an error would name.
  package static func isReadable(_ text: String) -> Bool {
    guard let options = PQconninfoParse(text, nil) else { return false }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      let value = option.pointee.val.map { String(cString: $0) } ?? ""
      switch String(cString: keyword) {
      case "host", "hostaddr", "user": if value.contains("@") { return false }
      case "dbname": if value.contains(where: { $0 == "@" || $0 == "/" }) { return false }
      case "port": if !value.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }) { return false }
      default: break
      }
      option += 1
    }
    return true
  }
}
