package import Database

/// Asks for another forum to be brought here.
package struct StartImport: Sendable {
  let order: ImportOrder
  package init(_ order: ImportOrder) { self.order = order }

  /// Throws ``ForumError/forbidden(_:)`` unless the actor manages the site, ``ForumError/conflict(_:)`` while another is brought.
  package func perform(by actor: Actor, in tx: Transaction) throws -> ImportJobID {
    guard actor.may(.manageSite) else { throw ForumError.forbidden(.notAllowed) }
    guard try ImportJob.openOne(in: tx) == nil else { throw ForumError.conflict(.importUnderWay) }
    let (folder, isSent) =
      switch order.place {
      case .folder(let name): (name, false)
      case .sent(let name): (name, true)
      }
    let id: ImportJobID? = try tx.value(
      """
      INSERT INTO import_job (kind, folder, was_sent, source, address, category, questions, state, started_by, started_at)
      VALUES (\(order.kind), \(folder), \(isSent), \(order.source.name), \(order.address ?? ""), \(order.category?.text ?? ""),
        \(order.questions.joined(separator: ",")), 'waiting', \(actor.id), \(tx.now)) RETURNING id
      """)
    guard let id else { throw ForumError.notFound }
    try tx.log(Act(.importing, by: .person(actor.id), detail: "\(order.source.name) started"))
    return id
  }
}

/// Stops an import, or lets one go on that was stopped.
package struct SteerImport: Sendable {
  package enum Way: String, Sendable { case stop, goOn = "go-on" }
  let job: ImportJobID
  let way: Way
  package init(_ job: ImportJobID, _ way: Way) { (self.job, self.way) = (job, way) }

  /// What is so already stays so. Throws ``ForumError/notFound``, ``ForumError/forbidden(_:)`` unless the actor manages the site, and
  /// ``ForumError/conflict(_:)`` where it would go on while another is brought.
  package func perform(by actor: Actor, in tx: Transaction) throws {
    let found = try ImportJob.find(job, for: actor, in: tx)
    switch way {
    case .stop:
      guard found.state.isOpen else { return }
      try tx.run("UPDATE import_job SET state = 'stopped', ended_at = \(tx.now) WHERE id = \(job)")
    case .goOn:
      guard !found.state.isOpen, found.mayGoOn(at: tx.now) else { return }
      guard try ImportJob.openOne(in: tx) == nil else { throw ForumError.conflict(.importUnderWay) }
      try tx.run("UPDATE import_job SET state = 'waiting', ended_at = NULL, fault = '' WHERE id = \(job)")
    }
    try tx.log(Act(.importing, by: .person(actor.id), detail: "\(found.order.source.name) \(way.rawValue)"))
  }
}

extension ImportJob {
  /// For so long what was sent is kept after it was stopped.
  static let sentStays = Span.days(7)

  /// Whether there is anything to go on with.
  package func mayGoOn(at now: Timestamp) -> Bool {
    guard [.stopped, .broken, .failed].contains(state), let endedAt else { return false }
    if case .sent = order.place { return endedAt > now - Self.sentStays }
    return true
  }
}
