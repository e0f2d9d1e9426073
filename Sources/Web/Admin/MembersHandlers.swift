import Community
import Database
import Pages

/// The members as a list, and as a file.
enum MembersHandlers {
  static func list(_ context: StaffContext) async throws -> Reply {
    let (actor, request) = (context.actor, context.request)
    let filter = filter { request.query($0) ?? "" }
    let order = request.query("order").flatMap { MemberList.Order(rawValue: $0) } ?? .newest
    let place = request.query("after").flatMap { MemberList.Place($0) }
    return try await context.page { maker, tx in
      MembersPage(try MemberList.load(filter, order, after: place, for: actor, in: tx), filter, order, isFirst: place == nil, maker: maker)
    }
  }

  /// As many as the file may hold, a part at a time so that no read lasts long.
  static func file(_ form: MembersFileForm, _ context: AdminContext) async throws -> Reply {
    let (actor, filter) = (context.actor, filter(form.value))
    try await context.write { tx in try ExportMembers.log(by: actor, in: tx) }
    var file = MembersFile(ReaderClock(now: context.now, zone: "UTC"))
    var place: MemberList.Place?
    repeat {
      let after = place
      let part = try await context.read { tx in
        try MemberList.load(filter, after: after, most: ExportMembers.part, for: actor, in: tx)
      }
      file.add(part.members)
      place = part.next
    } while place != nil && file.count < ExportMembers.most
    return .download(Array(file.text.utf8), type: "text/csv; charset=utf-8", name: "members.csv")
  }

  private static func filter(_ value: (String) -> String) -> MemberList.Filter {
    MemberList.Filter(text: value("q"), role: Role(rawValue: value("role")), state: MemberList.State(rawValue: value("state")))
  }
}

/// What the file is narrowed to.
struct MembersFileForm: Form {
  static let fields = [
    FormField("q", maximumBytes: 4 * MemberList.Filter.longestText), FormField("role", maximumBytes: 20),
    FormField("state", maximumBytes: 20),
  ]
  private let values: FormValues
  init(_ values: FormValues) { self.values = values }
  func value(_ name: String) -> String { values[name] }
}

/// The members as a table for other programs.
private struct MembersFile {
  private(set) var text = "id,handle,name,role,email,joined,seen,topics,posts,accepted,state\r\n"
  private(set) var count = 0
  private let clock: ReaderClock
  init(_ clock: ReaderClock) { self.clock = clock }

  mutating func add(_ members: [ListedMember]) {
    count += members.count
    for member in members {
      let badge = member.badge
      let cells = [
        String(badge.id.rawValue), badge.handle, badge.name, badge.role.rawValue, member.email ?? "", clock.isoDay(member.since),
        member.seenAt.map(clock.isoDay) ?? "", String(member.topics), String(member.posts), String(member.accepted),
        MemberList.State.allCases.filter(member.has).map(\.rawValue).joined(separator: " "),
      ]
      text += cells.map(CSV.cell).joined(separator: ",") + "\r\n"
    }
  }
}
