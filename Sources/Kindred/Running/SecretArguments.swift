import Foundation

/// Passwords on the command line. Everybody on the machine can list its programs with their arguments, so they are covered as soon as they
/// are read.
struct SecretArguments {
  /// What the program was called with, without its own name.
  let arguments: [String]

  /// Reads the arguments and covers what is secret where other programs see it.
  static func covered() -> SecretArguments {
    let secrets = SecretArguments(arguments: Array(CommandLine.arguments.dropFirst()))
    if !secrets.all.isEmpty { secrets.cover() }
    return secrets
  }

  /// The passwords themselves.
  var all: [String] {
    zip([""] + arguments, arguments).flatMap { before, argument in
      Self.ranges(in: Array(argument.utf8), after: before).map { String(decoding: Array(argument.utf8)[$0], as: UTF8.self) }
    }
  }

  /// Words with every password in them taken out.
  func hidden(in words: String) -> String { all.reduce(words) { $0.replacing($1, with: "...") } }

  /// Where an argument is secret: behind `--password`, in the address of a database or a mail server, and in such an address's own words.
  static func ranges(in argument: [UInt8], after before: String) -> [Range<Int>] {
    if before == "--password" { return argument.isEmpty ? [] : [0..<argument.count] }
    var found: [Range<Int>] = []
    if let start = argument.firstRange(of: Array("://".utf8))?.upperBound, let end = argument.lastIndex(of: UInt8(ascii: "@")), end > start,
      let colon = argument[start..<end].firstIndex(of: UInt8(ascii: ":"))
    {
      found.append(colon + 1..<end)
    }
    var rest = argument[...]
    while let start = rest.firstRange(of: Array("password=".utf8))?.upperBound {
      let isOption = argument.starts(with: Array("--password=".utf8))
      let end = argument[start...].firstIndex { !isOption && ($0 == UInt8(ascii: "&") || $0 == UInt8(ascii: " ")) } ?? argument.endIndex
      found.append(start..<end)
      rest = argument[end...]
    }
    return found.filter { !$0.isEmpty }
  }

  /// Linux shows others the memory the arguments came in: the same bytes, each ended by a 0, at a place that it tells the program itself.
  private func cover() {
    guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8), let name = stat.lastIndex(of: ")") else { return }
    // The name in parentheses is field 2 and may have spaces; where the arguments begin and end are fields 48 and 49.
    let fields = stat[name...].split(separator: " ").dropFirst().map { UInt($0) ?? 0 }
    guard fields.count > 46, fields[46] > fields[45], let start = UnsafeMutablePointer<UInt8>(bitPattern: fields[45]) else { return }
    let memory = UnsafeMutableBufferPointer(start: start, count: Int(fields[46] - fields[45]))
    var place = 0, before = ""
    for argument in Array(memory).split(separator: 0, omittingEmptySubsequences: false) {
      for range in Self.ranges(in: Array(argument), after: before) {
        for index in range { memory[place + index] = UInt8(ascii: "x") }
      }
      before = String(decoding: argument, as: UTF8.self)
      place += argument.count + 1
    }
  }
}
