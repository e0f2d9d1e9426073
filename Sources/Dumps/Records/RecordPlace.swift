/// Where reading of a dump's file can go on; keep it to resume an import without counting lines again.
package struct DumpPosition: Sendable, Hashable, Codable {
  /// Bytes before this place.
  package let byte: Int64
  /// The line this place is on, from 1.
  package let line: Int

  package init(byte: Int64, line: Int) {
    self.byte = byte
    self.line = line
  }

  /// The beginning of a file.
  package static let start = DumpPosition(byte: 0, line: 1)
}

/// Where one record was found, to name it in messages and to go on behind it.
package struct RecordPlace: Sendable, Hashable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let next: DumpPosition
  /// Which part of the file, in words, where a file is one record and its lines say nothing.
  private let part: String?

  init(file: String, line: Int, next: DumpPosition) {
    self.file = file
    self.line = line
    self.next = next
    part = nil
  }

  /// A file that is one record, or something in it.
  init(file: String, part: String?) {
    self.file = file
    self.part = part ?? ""
    line = 1
    next = .start
  }

  package var description: String {
    guard let part else { return "\(file):\(line)" }
    return part.isEmpty ? file : "\(file), \(part)"
  }
}

/// A record that was skipped whole, with the place and the reason to report.
package struct BadRecord: Error, Sendable, Hashable, CustomStringConvertible {
  package let place: RecordPlace
  package let reason: String

  package var description: String { "\(place): \(reason)" }
}

/// What a reader found next: a record, or one that has to be skipped.
package enum Found<Record: Sendable>: Sendable {
  case record(Record, RecordPlace)
  case bad(BadRecord)
}

/// What gives the records of a dump one after the other: a file of rows, or a folder of files.
package protocol RecordSource<Record> {
  associatedtype Record: Sendable
  /// The next record or bad record, or nil at the end.
  func next() throws -> Found<Record>?
  /// Bytes behind the cursor, for a progress bar.
  var bytesRead: Int64 { get }
}
