import Testing

@Suite("Declarations")
struct DeclarationTests {
  @Test("nothing is public: the parts of one package meet in package declarations")
  func nothingPublic() {
    let found = House.swift(in: "Sources").flatMap { file in
      file.code { line in line.split(separator: " ").contains { $0 == "public" || $0.hasPrefix("public(") } || line.hasPrefix("open class")
      }
    }
    #expect(found.isEmpty, "say `package`, or nothing: \(found)")
  }

  @Test("every type and function that other targets see says in a sentence what it is for")
  func documented() {
    var found: [String] = []
    for file in House.swift(in: "Sources") {
      for (index, line) in file.code.enumerated() where isOfOthers(line) {
        var above = index - 1
        while above >= 0, file.lines[above].hasPrefix("@") { above -= 1 }
        if above < 0 || !file.lines[above].hasPrefix("///") { found.append(file.place(index)) }
      }
    }
    #expect(found.isEmpty, "write a line of `///` above that says what it is for: \(found)")
  }

  /// A declaration of a file, not of a type: a type's own sentence speaks for members whose names say enough.
  private func isOfOthers(_ line: Substring) -> Bool {
    guard line.hasPrefix("package ") || (line.hasPrefix("@") && line.contains(" package ")) else { return false }
    let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "func", "typealias"]
    return line.split(separator: " ").contains { kinds.contains($0) }
  }

  @Test("nothing is left undone, and nothing ends the process")
  func nothingUndone() {
    let undone = House.files.filter { $0 != "Tests/HouseTests/DeclarationTests.swift" && !$0.hasPrefix("public/") }.flatMap { path in
      (House.text(path) ?? "").split(separator: "\n").filter { $0.contains("TODO") || $0.contains("FIXME") }.map { "\(path): \($0)" }
    }
    #expect(undone.isEmpty, "do it, or leave the words out: \(undone)")
    let ends = House.swift(in: "Sources").flatMap { file in
      file.code { line in ["fatalError", "preconditionFailure", "try!", "as!", "unowned("].contains { line.contains($0) } }
    }
    #expect(ends.isEmpty, "throw, or answer nil; one request must never end the server: \(ends)")
  }

  @Test("only commands print; everything else logs")
  func printing() {
    let found = House.swift(in: "Sources").filter { $0.target != "Kindred" }.flatMap { file in
      file.code { line in calls("print", in: line) || calls("debugPrint", in: line) || calls("dump", in: line) || calls("NSLog", in: line) }
    }
    #expect(found.isEmpty, "take a Logger, or throw: \(found)")
  }

  @Test("the time and randomness are read in two files and handed to everything else")
  func clocks() {
    let readers: Set<String> = ["Sources/Kindred/Running/SystemClock.swift", "Sources/Kindred/Running/RandomSource.swift"]
    let reads = [
      "Date()", "Date.now", "ContinuousClock", "SuspendingClock", "clock_gettime", "gettimeofday", "DispatchTime.now", "UUID()",
      "SystemRandomNumberGenerator", ".randomElement()", ".shuffled()", "timeIntervalSinceNow",
    ]
    let found = House.swift(in: "Sources").filter { !readers.contains($0.path) }.flatMap { file in
      file.code { line in reads.contains { line.contains($0) } || (line.contains(".random(in:") && !line.contains("using:")) }
    }
    #expect(found.isEmpty, "take `tx.now`, a Clock, a stopwatch or RandomBytes from outside: \(found)")
  }

  @Test("only an engine or a wrapper of C tells the compiler to trust it")
  func unchecked() {
    let may: Set<String> = ["DatabaseSQLite", "Passwords", "Mail", "Markup", "Dumps", "Pictures"]
    let found = House.swift(in: "Sources").filter { !may.contains($0.target) }.flatMap { file in
      file.code { $0.contains("@unchecked") || $0.contains("nonisolated(unsafe)") }
    }
    #expect(found.isEmpty, "make it a value, an actor or a Mutex: \(found)")
  }

  @Test("no test waits for time to pass")
  func noSleeps() {
    let found = House.swift(in: "Tests").flatMap { file in
      file.code { line in
        ["sleep(for:", "sleep(until:", "sleep(nanoseconds:", "usleep(", "forTimeInterval:"].contains { line.contains($0) }
          || calls("sleep", in: line)
      }
    }
    #expect(found.isEmpty, "wait for what must happen (`forum.settle()`, a stream, a continuation) or move the test's clock: \(found)")
  }

  /// Whether a line calls a free function of that name.
  private func calls(_ name: String, in line: Substring) -> Bool {
    var rest = line
    while let range = rest.firstRange(of: name + "(") {
      let before = rest[..<range.lowerBound].last
      if before == nil || !(before!.isLetter || before!.isNumber || before == "_" || before == ".") {
        return !line.contains("func \(name)(")
      }
      rest = rest[range.upperBound...]
    }
    return false
  }
}
