package import Database

/// One record of another forum as plain values, ready to be written.
package enum ImportRecord: Sendable {
  case member(ImportedMember)
  case category(ImportedCategory)
  case tag(ImportedTag)
  case topic(ImportedTopic)
  case post(ImportedPost)
  case duplicate(ImportedDuplicate)
  case line(ImportedLine)
  case address(ImportedAddress)

  /// What it is called at its source.
  package var key: (kind: ImportSource.Kind, external: String) {
    switch self {
    case .member(let member): (.member, member.external)
    case .category(let category): (.category, category.external)
    case .tag(let tag): (.tag, tag.name.text)
    case .topic(let topic): (.topic, topic.external)
    case .post(let post): (post.kind, post.external)
    case .duplicate(let duplicate): (.duplicate, duplicate.external)
    case .line(let line): (.line, line.external)
    case .address(let address): (.address, address.external)
    }
  }

  /// Which other records it names, so that a batch looks them up at once.
  var references: [(kind: ImportSource.Kind, external: String)] {
    switch self {
    case .member, .category, .tag: return []
    case .topic(let topic):
      let people = topic.text.references + topic.meToos + [topic.solved?.by].compactMap { $0 }
      return people.map { (.member, $0) }
    case .post(let post):
      var found: [(kind: ImportSource.Kind, external: String)] = post.text.references.map { (.member, $0) }
      if let by = post.acceptance?.by { found.append((.member, by)) }
      switch post.place {
      case .answer(let topic, let to), .reply(let topic, let to):
        found.append((.topic, topic))
        if let to { found.append((.post, to)) }
      case .remark(let on): found.append((.post, on))
      }
      return found
    case .duplicate(let duplicate): return [(.topic, duplicate.topic), (.topic, duplicate.original)]
    case .line(let line): return [(.member, line.by), (.post, line.after)]
    case .address(let address): return [(address.kind, address.of)]
    }
  }
}

extension ImportedPost {
  /// Old forums count remarks apart from posts.
  var kind: ImportSource.Kind { if case .remark = place { .remark } else { .post } }
}

/// A category that imported topics come into; made if there is none of its name.
package struct ImportedCategory: Sendable {
  package let external: String
  package let name: CategoryName
  package let description: String
  /// `#RRGGBB`; nil leaves the colour to us.
  package let color: String?
  package let access: CategoryAccess
  package init(
    external: String, name: CategoryName, description: String = "", color: String? = nil, access: CategoryAccess = .everyone
  ) {
    self.access = access
    self.external = external
    self.name = name
    self.description = description
    self.color = color
  }
}

/// A tag with its words; topics bring tags without any by themselves.
package struct ImportedTag: Sendable {
  package let name: TagName
  package let description: String
  package let synonyms: [TagName]
  package init(name: TagName, description: String, synonyms: [TagName] = []) {
    self.name = name
    self.description = String(oneLine(String(description.prefix(4000))).unicodeScalars.prefix(500))
    self.synonyms = synonyms
  }
}

/// That a topic asks the same as another.
package struct ImportedDuplicate: Sendable {
  package let external: String
  package let topic: String
  package let original: String
  package init(external: String, topic: String, original: String) {
    self.external = external
    self.topic = topic
    self.original = original
  }
}

/// Something that was done to a topic, to stand after one of its posts.
package struct ImportedLine: Sendable {
  package let external: String
  /// The post it follows.
  package let after: String
  package let kind: HistoryKind
  package let by: String
  package let at: Timestamp
  /// What was said about it, if anything.
  package let note: PostBody?
  package init(external: String, after: String, kind: HistoryKind, by: String, at: Timestamp, note: PostBody? = nil) {
    self.external = external
    self.after = after
    self.kind = kind
    self.by = by
    self.at = at
    self.note = note
  }
}

/// An address of the old forum that names a member or a category in other words than its record does, so that it leads on.
package struct ImportedAddress: Sendable {
  /// The address without the first stroke, such as `u/ana`.
  package let external: String
  package let kind: ImportSource.Kind
  package let of: String
  package init(_ external: String, _ kind: ImportSource.Kind, _ of: String) {
    self.external = external
    self.kind = kind
    self.of = of
  }
}
