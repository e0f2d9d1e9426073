import Community
import HTTPTypes
import Pages

extension Trouble {
  /// The page, or a line of text where no person reads.
  func answer(_ visit: Visit, _ services: Services) async -> Answer {
    var answer = Answer(text: "\(status) \(code.rawValue)\n", status: status)
    if let retryAfter { answer.headers[.retryAfter] = String(retryAfter) }
    if !methods.isEmpty { answer.headers[.allow] = (methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])).joined(separator: ", ") }
    answer.cache(.never)
    return answer
  }
}
