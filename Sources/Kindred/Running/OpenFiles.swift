import Foundation

/// How many connections the system lets this process have at once.
enum OpenFiles {
  /// Files for the database, the log and mail that connections must not take.
  private static let reserve = 128

  /// Raises the limit as far as it may be, and answers what is left for connections.
  static func connections() -> Int {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0 else { return 512 }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    guard setrlimit(files, &limit) == 0, getrlimit(files, &limit) == 0 else { return 512 }
    return max(16, min(20_000, Int(limit.rlim_cur) - reserve))
  }
}
