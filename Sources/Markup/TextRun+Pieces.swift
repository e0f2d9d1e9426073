/// What a run of words comes apart into.
enum TextPiece {
  case words(Range<Int>)
  case link(Range<Int>, LinkTarget)
  case mention(Range<Int>, handle: String)
}

extension TextRun {
  /// Finds addresses and mentions in one pass. `previous` is the character a reader sees before the run.
  func pieces(after previous: Unicode.Scalar?) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var done = 0
    var index = 0
    while index < bytes.count {
      let found: (piece: TextPiece, range: Range<Int>)?
      var next = index + 1
      switch bytes[index] {
      case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"):
        let address = webAddress(at: index, after: previous)
        found = address.link.map { (.link($0.range, $0.target), $0.range) }
        // An address that may not be linked is passed over whole, or its parts would be read again and again.
        next = max(next, address.end)
      case UInt8(ascii: "@") where !isLiteral(index):
        if let mail = mailAddress(around: index, notBefore: done) {
          found = (.link(mail.range, mail.target), mail.range)
        } else if let mention = mention(at: index, after: previous) {
          found = (.mention(mention.range, handle: mention.handle), mention.range)
        } else {
          found = nil
        }
      default: found = nil
      }
      if let found {
        if done < found.range.lowerBound { pieces.append(.words(done..<found.range.lowerBound)) }
        pieces.append(found.piece)
        done = found.range.upperBound
        next = done
      }
      index = next
    }
    if done < bytes.count { pieces.append(.words(done..<bytes.count)) }
    return pieces
  }

  /// The character before a place in the run, or before the run.
  func character(before index: Int, after previous: Unicode.Scalar?) -> Unicode.Scalar? {
    index == 0 ? previous : bytes.character(before: index)
  }
}
