import Community
import Database
import Foundation

/// The machine the program runs on, as far as the system tells.
enum Machine {
  static func state(data: String, isPostgres: Bool, startedAt: Timestamp) -> MachineState {
    var disk = statvfs()
    let isKnown = statvfs(data, &disk) == 0
    let block = Int64(disk.f_frsize)
    return MachineState(
      engine: isPostgres ? "PostgreSQL" : "SQLite", startedAt: startedAt, memory: memory(),
      free: isKnown ? Int64(disk.f_bavail) * block : nil, room: isKnown ? Int64(disk.f_blocks) * block : nil)
  }

  /// The second number of `/proc/self/statm` is how many pages the program holds in memory.
  private static func memory() -> Int64? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let numbers = text.split(separator: " ")
    return numbers.count > 1 ? Int64(numbers[1]).map { $0 * Int64(sysconf(Int32(_SC_PAGESIZE))) } : nil
  }
}
