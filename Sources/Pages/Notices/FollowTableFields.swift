import Community
import Templates

/// What each level sends, for one sort of target, as a table made from ``FollowTable``.
struct FollowTableFields: Fields {
  let id: String
  let caption: String
  let columns: [ColumnFields]
  let lines: [LineFields]

  init(_ name: String, _ sent: (FollowTable.Line) -> Set<FollowSends>, maker: PageMaker) {
    id = "levels-\(name)"
    caption = maker.words.text("follow.levels.\(name)")
    // What no level sends for it is no column.
    let all = FollowTable.lines.reduce(into: Set<FollowSends>()) { $0.formUnion(sent($1)) }
    let shown = FollowSends.allCases.filter { all.contains($0) }
    columns = shown.map { ColumnFields(name: maker.words.text("follow.sends.\($0.rawValue)")) }
    lines = FollowTable.lines.map { line in
      LineFields(
        name: maker.words.text("follow.level.\(line.level.rawValue)"), cells: shown.map { CellFields(isSent: sent(line).contains($0)) })
    }
  }

  private init() {
    (id, caption, columns) = ("levels-topic", "A topic", [ColumnFields(name: "New topics")])
    lines = [LineFields(name: "Follow", cells: [CellFields(isSent: true)])]
  }

  func field(_ field: String) -> Field? {
    switch field {
    case "id": .text(id)
    case "caption": .text(caption)
    case "columns": .many(columns)
    case "lines": .many(lines)
    default: nil
    }
  }

  struct ColumnFields: Fields {
    let name: String
    func field(_ field: String) -> Field? { field == "name" ? .text(name) : nil }
  }

  struct LineFields: Fields {
    let name: String
    let cells: [CellFields]
    func field(_ field: String) -> Field? {
      switch field {
      case "name": .text(name)
      case "cells": .many(cells)
      default: nil
      }
    }
  }

  struct CellFields: Fields {
    let isSent: Bool
    func field(_ field: String) -> Field? { field == "isSent" ? .flag(isSent) : nil }
  }

  static let sample = FollowTableFields()
}
