import Community
import Templates

/// Actions that belong together, each with what every role may do of it.
struct RightsGroup: Fields {
  static let roles = RoleRights.roles + [.admin]
  /// In the order of the page; every action stands in one of them.
  static let all: [(name: String, actions: [Action])] = [
    ("talk", [.openTopic, .reply, .remark, .vote, .meToo, .converse]),
    ("help", [.createTags, .editTags, .proposeDuplicates, .confirmDuplicates, .acceptAny, .announce]),
    ("order", [.decide, .editAny, .deleteAny, .hideAny, .seeDeleted, .closeAny, .moveAny, .readReported, .restrictMembers, .readLog]),
    ("company", [.skipLimits, .beTold, .answerPrivately, .verifyCustomers]),
    ("members", [.seeTrust, .nameHelpers, .manageMembers, .mergeMembers, .eraseMembers]),
    ("site", [.manageCategories, .manageSite]),
  ]

  let name: String
  /// What the columns are for.
  let columns: [LineFields]
  let rows: [Row]

  init(
    _ name: String, _ actions: [Action], _ rights: RoleRights, _ chosen: Set<RoleRights.Grant>?, names: [Role: String], words: Words
  ) {
    self.name = words.text("rights.\(name)")
    columns = Self.roles.map { LineFields(text: names[$0] ?? "") }
    rows = actions.map { action in
      let title = words.text("action.\(action.rawValue)")
      return Row(
        name: title,
        cells: Self.roles.map { role in
          let grant = RoleRights.Grant(role, action)
          return Cell(
            value: grant.text, label: words.text("roles.cell", ["role": .text(names[role] ?? ""), "what": .text(title)]),
            isOn: chosen?.contains(grant) ?? rights.grants.contains(grant), isFixed: !RoleRights.changeable.contains(grant),
            isGranted: rights.grants.contains(grant))
        })
    }
  }

  private init() { (name, columns, rows) = ("Talking", [.sample], [.sample]) }

  func field(_ field: String) -> Field? {
    switch field {
    case "name": .text(name)
    case "columns": .many(columns)
    case "rows": .many(rows)
    default: nil
    }
  }

  static let sample = RightsGroup()

  /// One action.
  struct Row: Fields {
    let name: String
    let cells: [Cell]

    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "cells": .many(cells)
      default: nil
      }
    }

    static let sample = Row(name: "Open topics", cells: [.sample])
  }

  /// What one role may do of it.
  struct Cell: Fields {
    let value: String
    let label: String
    let isOn: Bool
    /// Not for an admin to decide.
    let isFixed: Bool
    let isGranted: Bool

    func field(_ field: String) -> Field? {
      switch field {
      case "value": .text(value)
      case "label": .text(label)
      case "isOn": .flag(isOn)
      case "isFixed": .flag(isFixed)
      case "isGranted": .flag(isGranted)
      default: nil
      }
    }

    static let sample = Cell(value: "staff.editAny", label: "Staff: edit", isOn: true, isFixed: true, isGranted: true)
  }
}
