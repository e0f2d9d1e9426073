/// What the index knows of a post, besides its terms.
struct PostRecord: Sendable {
  var id: Int64
  /// Places in the tables of topics and members.
  var topic: UInt32
  var author: UInt32
  var addressee: UInt32
  /// Seconds since 1970.
  var seconds: UInt32
  var terms = PackedLists.Place()
  var kind: Kind

  enum Kind: UInt8, Sendable {
    case opening
    case answer
    case remark
  }

  /// No topic, no member.
  static let none = UInt32.max

  var time: Int64 { Int64(seconds) * 1_000 }

  static func seconds(_ time: Int64) -> UInt32 { UInt32(clamping: time / 1_000) }

  /// Everything that has an order is put into this one, so that it does not matter in which it came.
  static func isBefore(_ one: PostRecord, _ other: PostRecord) -> Bool {
    one.seconds != other.seconds ? one.seconds < other.seconds : one.id < other.id
  }
}

/// A term and how often it occurs, in 32 bits.
struct CountedTerm: Sendable {
  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }
  init(_ term: UInt32, count: Int) { bits = term << 8 | UInt32(min(count, 255)) }

  var term: UInt32 { bits >> 8 }
  var count: Int { Int(bits & 255) }
}
