import Community
import Testing

@testable import Web

@Suite struct TrustedProxiesTests {
  private let proxies = TrustedProxies(["10.0.0.0/8", "2001:db8::/32", "127.0.0.1"].compactMap { NetworkRange($0) })

  @Test("nobody's word counts but a trusted proxy's") func untrusted() {
    #expect(proxies.client(peer: "198.51.100.7", forwardedFor: ["203.0.113.9"]) == "198.51.100.7")
    #expect(!proxies.saysSecure(peer: "198.51.100.7", forwardedProto: ["https"]))
    #expect(TrustedProxies([]).client(peer: "10.0.0.1", forwardedFor: ["203.0.113.9"]) == "10.0.0.1")
  }

  @Test("the client is the last address that no trusted proxy has") func rightmost() {
    #expect(proxies.client(peer: "10.0.0.1", forwardedFor: ["203.0.113.9"]) == "203.0.113.9")
    #expect(proxies.client(peer: "10.0.0.1", forwardedFor: ["6.6.6.6, 203.0.113.9, 10.9.9.9"]) == "203.0.113.9")
    #expect(proxies.client(peer: "10.0.0.1", forwardedFor: ["6.6.6.6", "203.0.113.9"]) == "203.0.113.9")
    #expect(proxies.client(peer: "2001:db8::1", forwardedFor: ["2001:4860::8"]) == "2001:4860::8")
    #expect(proxies.client(peer: "10.0.0.1", forwardedFor: []) == "10.0.0.1")
  }

  @Test("one client has one spelling") func spelling() {
    #expect(proxies.client(peer: "::ffff:10.0.0.1", forwardedFor: ["203.0.113.9:4711"]) == "203.0.113.9")
    #expect(proxies.client(peer: "10.0.0.1", forwardedFor: ["[2001:4860:0:0::8]:80"]) == "2001:4860::8")
  }

  @Test("an entry that is no address ends the search at the proxy that wrote it") func garbage() {
    #expect(proxies.client(peer: "10.0.0.1", forwardedFor: ["6.6.6.6, unknown"]) == "10.0.0.1")
    #expect(proxies.client(peer: "10.0.0.1", forwardedFor: ["<script>"]) == "10.0.0.1")
  }

  @Test("a proxy says by which door the browser came") func proto() {
    #expect(proxies.saysSecure(peer: "10.0.0.1", forwardedProto: ["https"]))
    #expect(!proxies.saysSecure(peer: "10.0.0.1", forwardedProto: ["https, http"]))
    #expect(!proxies.saysSecure(peer: "10.0.0.1", forwardedProto: []))
  }

  @Test(
    "a range holds what its bits say",
    arguments: [
      ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/9", "10.128.0.1", false), ("0.0.0.0/0", "8.8.8.8", true),
      ("192.0.2.1", "192.0.2.2", false), ("::/0", "8.8.8.8", false), ("2001:db8::/33", "2001:db8:8000::", false),
    ])
  func ranges(_ range: String, _ address: String, _ holds: Bool) throws {
    #expect(try #require(NetworkRange(range)).contains(try #require(NetworkAddress(address))) == holds)
  }

  @Test(
    "what is no range is refused", arguments: ["", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/-1", "10.0.0.0/", "host", "10.0.0.0/8 ", "::1/129"])
  func noRange(_ text: String) { #expect(NetworkRange(text) == nil) }
}
