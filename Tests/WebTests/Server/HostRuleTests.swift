import Testing

@testable import Web

@Suite struct HostRuleTests {
  @Test("a server on loopback answers for this machine and its public name only") func loopback() {
    let rule = HostRule(publicURL: PublicURL("https://forum.example"), boundTo: "127.0.0.1")
    for host in ["forum.example", "localhost", "127.0.0.1", "[::1]"] { #expect(rule.allows(host: host)) }
    for host in ["evil.example", "forum.example.evil", "10.0.0.1", ""] { #expect(!rule.allows(host: host)) }
  }

  @Test("a server on a network answers for its public name") func network() {
    let rule = HostRule(publicURL: PublicURL("https://forum.example"), boundTo: "0.0.0.0")
    #expect(rule.allows(host: "forum.example"))
    #expect(!rule.allows(host: "localhost"))
    #expect(!rule.allows(host: "192.0.2.7"))
  }

  @Test("without a public name a server on a network is reached by its bare address") func bare() {
    let rule = HostRule(publicURL: nil, boundTo: "0.0.0.0")
    #expect(rule.allows(host: "192.0.2.7"))
    #expect(rule.allows(host: "[2001:db8::1]"))
    #expect(!rule.allows(host: "rebound.example"))
  }

  @Test(
    "the host of an authority is read exactly",
    arguments: [
      ("Forum.Example:8080", "forum.example"), ("[::1]:80", "[::1]"), ("localhost", "localhost"), ("a b", nil), ("host:80x", nil),
      ("", nil),
      (":80", nil), ("user@host", nil), ("host/path", nil), ("[::1", nil), ("host:123456", nil),
    ] as [(String, String?)])
  func host(_ authority: String, _ host: String?) { #expect(HostRule.host(of: authority) == host) }

  @Test(
    "a public address is a scheme and a host",
    arguments: [
      ("https://forum.example", "https://forum.example"), ("https://Forum.example:443/", "https://forum.example"),
      ("http://[::1]:8080", "http://[::1]:8080"), ("https://forum.example/path", nil), ("ftp://forum.example", nil), ("forum.example", nil),
      ("https://", nil), ("https://a b", nil), ("https://user@forum.example", nil),
    ] as [(String, String?)])
  func publicURL(_ text: String, _ origin: String?) { #expect(PublicURL(text)?.origin == origin) }
}
