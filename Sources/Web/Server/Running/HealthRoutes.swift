import Community
import Database
import Pages

/// What machines ask: alive, and ready for requests.
package enum HealthRoutes {
  package static func add(to table: inout RouteTable) {
    table.get(Paths.health, alive)
    table.get(Paths.readiness, ready)
  }

  private static func alive(_ context: MachineContext) async throws -> Reply { .text("alive\n") }

  /// A write that failed for want of room is tried again here, so that the answer changes back by itself.
  private static func ready(_ context: MachineContext) async throws -> Reply {
    if context.services.health.lastWriteFailed { try? await context.write { try Pulse.beat(in: $0) } }
    if let refusal = context.services.health.refusal { return .text("not ready: \(refusal)\n", status: .unavailable) }
    do {
      guard try await context.read({ try Pulse.answers(in: $0) }) else { return .text("not ready: not migrated\n", status: .unavailable) }
    } catch let fault as DatabaseFault {
      return .text("not ready: \(fault.words)\n", status: .unavailable)
    }
    return .text("ready\n")
  }
}
