import Foundation

/// Cuts an XML file into pieces that each begin with `<` and end before the next one.
///
/// In XML a raw `<` cannot stand inside an attribute, so a piece is one tag with the white space behind it, and a broken tag
/// cannot swallow the record after it. That is what lets reading go on behind any damage.
final class MarkupPieces {
  struct Piece {
    var bytes: [UInt8] = []
    var position: DumpPosition
    var next: DumpPosition
    var isTooLong = false
  }

  /// No real record comes near this; a longer one is skipped without being kept in memory.
  static let longestPiece = 8 << 20

  private let handle: FileHandle
  private let file: String
  private var buffer = Data()
  private var cursor = 0
  private(set) var position: DumpPosition

  init(file url: URL, from position: DumpPosition) throws {
    file = url.lastPathComponent
    guard let handle = try? FileHandle(forReadingFrom: url) else { throw DumpProblem.unreadable(file: file) }
    self.handle = handle
    self.position = position
    do { try handle.seek(toOffset: UInt64(max(0, position.byte))) } catch { throw DumpProblem.unreadable(file: file) }
  }

  deinit { try? handle.close() }

  /// The next tag, or nil at the end of the file. Text before the first `<` is passed over.
  func next() throws -> Piece? {
    while true {
      guard try fill() else { return nil }
      if let start = indexOfOpening(from: cursor) {
        advance(to: start, into: nil)
        break
      }
      advance(to: buffer.count, into: nil)
    }
    var piece = Piece(position: position, next: position)
    advance(to: cursor + 1, into: &piece)
    while try fill() {
      if let end = indexOfOpening(from: cursor) {
        advance(to: end, into: &piece)
        break
      }
      advance(to: buffer.count, into: &piece)
    }
    piece.next = position
    return piece
  }

  private func fill() throws -> Bool {
    if cursor < buffer.count { return true }
    do { buffer = try handle.read(upToCount: 1 << 18) ?? Data() } catch { throw DumpProblem.unreadable(file: file) }
    cursor = 0
    return !buffer.isEmpty
  }

  private func indexOfOpening(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(UInt8(ascii: "<")), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func advance(to end: Int, into piece: UnsafeMutablePointer<Piece>?) {
    var lines = 0
    buffer.withUnsafeBytes { bytes in
      let taken = UnsafeRawBufferPointer(rebasing: bytes[cursor..<end])
      for byte in taken where byte == UInt8(ascii: "\n") { lines += 1 }
      guard let piece else { return }
      if piece.pointee.bytes.count + taken.count <= Self.longestPiece {
        piece.pointee.bytes.append(contentsOf: taken)
      } else {
        piece.pointee.bytes = []
        piece.pointee.isTooLong = true
      }
    }
    position = DumpPosition(byte: position.byte + Int64(end - cursor), line: position.line + lines)
    cursor = end
  }
}
