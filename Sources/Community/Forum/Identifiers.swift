import Database

/// The number of a row of one table; numbers of different tables cannot be mixed up.
package struct Identifier<Of>: RawRepresentable, Sendable, Hashable, Comparable, SQLConvertible {
  package let rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  /// An identifier out of an address or a form; nil unless it is a positive number in its one spelling.
  package init?(_ text: some StringProtocol) {
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.first != 0x30,
      let number = Int64(text)
    else { return nil }
    rawValue = number
  }
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Names the table an ``Identifier`` belongs to.
package enum Table {
  package enum Member {}
  package enum Category {}
  package enum TopicTag {}
  package enum Topic {}
  package enum Post {}
  package enum Session {}
  package enum Notice {}
  package enum Draft {}
  package enum Conversation {}
  package enum Part {}
  package enum Picture {}
  package enum Act {}
  package enum Review {}
  package enum MemberNote {}
  package enum Mail {}
  package enum ImportJob {}
}

/// A member's number.
package typealias MemberID = Identifier<Table.Member>
/// A queued letter's number.
package typealias MailID = Identifier<Table.Mail>
/// A category's number.
package typealias CategoryID = Identifier<Table.Category>
/// A tag's number.
package typealias TopicTagID = Identifier<Table.TopicTag>
/// A topic's number, part of its address.
package typealias TopicID = Identifier<Table.Topic>
/// A post's number, part of its permalink.
package typealias PostID = Identifier<Table.Post>
/// A notice's number, which grows as members are told.
package typealias NoticeID = Identifier<Table.Notice>
/// A session's number, for listing and ending it.
package typealias SessionID = Identifier<Table.Session>
/// A draft's number, for discarding it and bringing it back.
package typealias DraftID = Identifier<Table.Draft>
/// A conversation's number, part of its address for those who may read it.
package typealias ConversationID = Identifier<Table.Conversation>
/// The number of one part of a conversation.
package typealias PartID = Identifier<Table.Part>
/// A picture's number, which stands in no address.
package typealias PictureID = Identifier<Table.Picture>
/// The number of an act in the log, which grows as things are done.
package typealias ActID = Identifier<Table.Act>
/// The number of a note on a member.
package typealias MemberNoteID = Identifier<Table.MemberNote>
/// The number of something in the review queue.
package typealias ReviewID = Identifier<Table.Review>
/// The number of an import that was asked for in the browser.
package typealias ImportJobID = Identifier<Table.ImportJob>
