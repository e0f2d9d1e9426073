package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP server around the gate.
package struct WebServer: Service {
  private let gate: Gate
  private let services: Services
  private let limits: Limits
  private let whenListening: @Sendable (Int) async -> Void

  /// What one client may take of the server.
  package struct Limits: Sendable {
    /// A connection that sends nothing for so long is closed, in the middle of a header too.
    package let idleSeconds: Int64
    /// Further connections wait to be accepted.
    package let connections: Int
    package init(idleSeconds: Int64 = 30, connections: Int = 4000) {
      self.idleSeconds = idleSeconds
      self.connections = connections
    }
  }

  /// `whenListening` is told the port, which the system chooses when it is 0.
  package init(
    _ gate: Gate, _ services: Services, limits: Limits = Limits(), whenListening: @escaping @Sendable (Int) async -> Void = { _ in }
  ) {
    self.gate = gate
    self.services = services
    self.limits = limits
    self.whenListening = whenListening
  }

  /// The application, also for tests that talk to it through a real connection.
  package var application: Application<Gate> {
    let health = services.health
    let port = services.configuration.port
    return Self.application(gate, limits, services.configuration, services.log) { [whenListening] channel in
      health.started()
      await whenListening(channel.localAddress?.port ?? port)
    }
  }

  /// The one way this program speaks HTTP, whatever answers.
  static func application<Responder: HTTPResponder>(
    _ responder: Responder, _ limits: Limits, _ configuration: WebConfiguration, _ log: Logger,
    onServerRunning: @escaping @Sendable (any Channel) async -> Void
  ) -> Application<Responder> where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    var log = log
    // One line a request is ours; the library's own lines about connections are for debugging it.
    log.logLevel = max(log.logLevel, .warning)
    return Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(limits.idleSeconds),
          httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port), backlog: 512,
        availableConnectionsDelegate: .maximum(limits.connections, logger: log)),
      onServerRunning: onServerRunning, logger: log)
  }

  package func run() async throws { try await application.run() }
}

/// Says "not ready" before the doors close. Stands last among the services, so that it is the first to be stopped.
package struct Farewell: Service {
  private let health: Health
  private let notice: Duration
  /// `notice` is how long the doors stay open afterwards.
  package init(_ health: Health, notice: Duration) {
    self.health = health
    self.notice = notice
  }
  package func run() async throws {
    try await gracefulShutdown()
    health.stopping()
    try await Task.sleep(for: notice)
  }
}
