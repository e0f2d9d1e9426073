/// What was asked, read and checked: all a handler ever sees of HTTP.
package struct PageRequest: Sendable {
  package let method: Method
  /// The path as it was sent.
  package let path: String
  /// What a form brought; empty for a GET.
  package let form: FormValues
  /// The client's address, behind the trusted proxies.
  package let address: String
  /// What the browser calls itself, at most 200 characters of it, without control characters.
  package let agent: String
  /// Every cookie by name.
  package let cookies: [String: String]
  /// The languages the browser says are read here, as it says it.
  let acceptedLanguages: String
  /// Whether a browser fetches ahead, so that nothing counts as read.
  package let isPrefetch: Bool
  /// Whether a script asks for the changed part alone.
  package let isFragment: Bool
  /// What a program shows to be let in: `Authorization: Bearer` and this.
  package let bearer: String?
  /// What people quote when something went wrong, and the log line begins with.
  package let requestID: String
  /// How the browser reached us.
  package let door: Door
  let parameters: [String: String]
  let queries: [String: String]

  /// The part of the address that `:name` stands for, decoded.
  package func parameter(_ name: String) -> String? { parameters[name] }
  /// A parameter of the query, decoded; nil when absent.
  package func query(_ name: String) -> String? { queries[name] }
  /// Where to come back to after sign-in: the address of a GET, home for anything else.
  package var returnPath: String { method == .get ? fullPath : "/" }
  let fullPath: String

  /// The same request as if another form had come with it.
  func with(_ form: FormValues) -> PageRequest {
    PageRequest(
      method: method, path: path, form: form, address: address, agent: agent, cookies: cookies, acceptedLanguages: acceptedLanguages,
      isPrefetch: isPrefetch, isFragment: isFragment, bearer: bearer, requestID: requestID, door: door,
      parameters: parameters, queries: queries, fullPath: fullPath)
  }
}

/// The address the browser used: it decides which cookie can be kept.
package struct Door: Sendable, Equatable {
  /// `host[:port]` as in the request, checked against the hosts we answer for.
  package let authority: String
  /// Whether the browser spoke https, to us or to a trusted proxy.
  package let isSecure: Bool
  /// Whether a trusted proxy says that the browser spoke https to it.
  var isToldSecure = false
  /// Whether the host is this very machine.
  package let isLoopback: Bool

  /// Whether a browser keeps our session cookie here; the sign-in page says what to do when it cannot.
  package var keepsCookies: Bool { isSecure || isLoopback }
  var origin: String { (isSecure ? "https://" : "http://") + authority }
}
