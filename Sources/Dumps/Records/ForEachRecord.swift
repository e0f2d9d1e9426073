extension RecordSource {
  /// Reads to the end, or until the task is cancelled, when nothing asynchronous happens in between; `progress` gets bytes read after every record.
  package func forEach(
    _ body: (Record) throws -> Void, onBad: (BadRecord) throws -> Void, progress: (Int64) -> Void = { _ in }
  ) throws {
    while let found = try next() {
      try Task.checkCancellation()
      switch found {
      case .record(let record, _): try body(record)
      case .bad(let bad): try onBad(bad)
      }
      progress(bytesRead)
    }
  }
}
