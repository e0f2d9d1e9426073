import Foundation

/// A record that a dump's `<row .../>` becomes.
protocol DumpRecord: Sendable {
  init(_ row: RowAttributes) throws(RowFault)
}

/// Reads one file of a dump record by record, in constant memory; an importer pulls, and writes in between.
///
/// Not for sharing between tasks: it is a cursor in an open file.
package final class RecordReader<Record: Sendable>: RecordSource {
  private let pieces: MarkupPieces
  private let file: String
  private let make: (RowAttributes) throws(RowFault) -> Record
  private var isClosed = false
  private var isAtEnd = false
  /// What ends the comment or section that is being passed over.
  private var passingOver: [UInt8]?

  init(file url: URL, from position: DumpPosition, make: @escaping (RowAttributes) throws(RowFault) -> Record) throws {
    pieces = try MarkupPieces(file: url, from: position)
    file = url.lastPathComponent
    self.make = make
  }

  /// Bytes of the file behind the cursor, for a progress bar.
  package var bytesRead: Int64 { pieces.position.byte }

  /// The next record or bad record, or nil at the end; throws `DumpProblem` when the file cannot be read on.
  package func next() throws -> Found<Record>? {
    while !isAtEnd {
      guard let piece = try pieces.next() else {
        isAtEnd = true
        if isClosed { return nil }
        return .bad(BadRecord(place: place(pieces.position, next: pieces.position), reason: "the file ends before its closing tag"))
      }
      if let found = try read(piece) { return found }
    }
    return nil
  }

  private func read(_ piece: MarkupPieces.Piece) throws -> Found<Record>? {
    let bytes = piece.bytes
    if let end = passingOver {
      if bytes.firstRange(of: end) != nil { passingOver = nil }
      return nil
    }
    if piece.isTooLong { return bad("the record is over 8 MiB", piece) }
    if begins(bytes, "<row"), let after = bytes.dropFirst(4).first,
      isSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">")
    {
      return row(piece)
    }
    if begins(bytes, "</") {
      isClosed = isClosed || !begins(bytes, "</row")
    } else if begins(bytes, "<?xml") {
      try requireUTF8(bytes)
    } else if begins(bytes, "<!--") {
      passingOver = bytes.firstRange(of: "-->".utf8) == nil ? Array("-->".utf8) : nil
    } else if begins(bytes, "<![CDATA[") {
      passingOver = bytes.firstRange(of: "]]>".utf8) == nil ? Array("]]>".utf8) : nil
    } else if begins(bytes, "<!DOCTYPE") {
      return bad("the file declares a document type; its entities are not expanded", piece)
    }
    return nil
  }

  private func row(_ piece: MarkupPieces.Piece) -> Found<Record> {
    var tag = piece.bytes
    while let last = tag.last, isSpace(last) { tag.removeLast() }
    do throws(RowFault) {
      let row = try XMLRow(tag: tag)
      return .record(try make(RowAttributes(values: row.attributes)), place(piece.position, next: piece.next))
    } catch {
      return bad(error.reason, piece)
    }
  }

  private func bad(_ reason: String, _ piece: MarkupPieces.Piece) -> Found<Record> {
    .bad(BadRecord(place: place(piece.position, next: piece.next), reason: reason))
  }

  private func place(_ position: DumpPosition, next: DumpPosition) -> RecordPlace {
    RecordPlace(file: file, line: position.line, next: next)
  }

  private func requireUTF8(_ declaration: [UInt8]) throws {
    let words = String(decoding: declaration, as: UTF8.self)
    guard let name = words.range(of: "encoding=").map({ words[$0.upperBound...] }), let quote = name.first else { return }
    let encoding = name.dropFirst().prefix { $0 != quote }
    guard ["utf-8", "utf8", "us-ascii"].contains(encoding.lowercased()) else {
      throw DumpProblem.wrongEncoding(file: file, encoding: String(encoding))
    }
  }

  private func begins(_ bytes: [UInt8], _ text: StaticString) -> Bool {
    bytes.count >= text.utf8CodeUnitCount && text.withUTF8Buffer { bytes.starts(with: $0) }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
