import Community
import Templates

/// Whether a member is a customer, with the button that says so by hand.
struct CustomerFields: Fields {
  let path: String
  let sentence: String
  let isMarked: Bool

  init(_ standing: MemberSheet.Standing, of member: MemberID, maker: PageMaker) {
    path = Paths.act("customer", on: member)
    isMarked = standing.mark != nil
    sentence =
      if let mark = standing.mark {
        maker.words.text("customer.marked", ["name": .text(mark.by), "time": .text(maker.time(mark.at).text)])
      } else {
        maker.words.text(standing.isKnown ? "customer.listed" : "customer.unknown")
      }
  }

  private init() { (path, sentence, isMarked) = ("/admin/members/1/customer", "Ana says so.", true) }

  func field(_ field: String) -> Field? {
    switch field {
    case "path": .text(path)
    case "sentence": .text(sentence)
    case "isMarked": .flag(isMarked)
    default: nil
    }
  }

  static let sample = CustomerFields()
}
