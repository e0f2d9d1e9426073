import Mail
import Testing

@testable import struct Mail.SMTPServer

@Suite("A mail server's address")
struct SMTPAddressTests {
  @Test("asks for TLS wherever the network is not our own machine")
  func security() throws {
    for (url, wanted) in [
      ("smtp://mail.example.com", SMTPServer.Security.startTLS), ("smtps://mail.example.com", .fromTheStart), ("smtp://localhost", .none),
      ("smtp://127.0.0.1", .none), ("smtp://127.8.9.1", .none), ("smtp://[::1]:25", .none), ("smtp://127.example.com", .startTLS),
      ("smtp://10.0.0.1", .startTLS), ("smtp://mail.example.com?tls=none", .none), ("smtp://localhost?tls=required", .startTLS),
      ("smtp://localhost.example.com", .startTLS),
    ] {
      #expect(try SMTPServer(url).security == wanted, "\(url)")
    }
  }

  @Test("knows the usual ports, and takes credentials apart")
  func parts() throws {
    #expect(try SMTPServer("smtp://mail.example.com").address(greeting: "a.example") == "smtp://mail.example.com:25/a.example")
    #expect(try SMTPServer("smtps://mail.example.com/b.example").address(greeting: "a.example") == "smtps://mail.example.com:465/b.example")
    #expect(try SMTPServer("smtp://[::1]:2525").address(greeting: "a.example") == "smtp://[::1]:2525/a.example")
    let server = try SMTPServer("SMTP://ana%40example.com:p%40ss%3Aw%2Frd%3F@Mail.Example.com")
    #expect(server.user == "ana@example.com")
    #expect(server.password == "p@ss:w/rd?")
    #expect(server.address(greeting: "a.example") == "smtp://mail.example.com:587/a.example")
  }

  @Test(
    "is refused with a reason when it is wrong",
    arguments: [
      ("", SMTPAddressProblem.scheme), ("mail.example.com", .scheme), ("http://mail.example.com", .scheme), ("smtp://", .host),
      ("smtp:///x", .host), ("smtp://ma il.example.com", .unreadable), ("smtp://mail.example.com:99999", .port),
      ("smtp://mail.example.com:0", .port),
      ("smtp://ana@mail.example.com", .halfTheCredentials), ("smtp://ana:@mail.example.com", .halfTheCredentials),
      ("smtp://a:b%0d%0ac@mail.example.com", .unreadable), ("smtp://mail.example.com/a/b", .name),
      ("smtp://mail.example.com/a.example%0d%0aX", .name),
      ("smtp://mail.example.com?tls=maybe", .tls), ("smtp://mail.example.com?ca=here.pem", .authorities),
      ("smtps://mail.example.com?tls=none", .contradiction),
      ("smtp://mail.example.com?TLS=none", .unknownSetting("TLS")), ("smtp://ma%0ail.example.com", .host),
    ])
  func wrong(_ url: String, _ problem: SMTPAddressProblem) {
    #expect(throws: problem) { try SMTPTransport(url: url) }
  }

  @Test("never repeats the password when it complains")
  func secrecy() {
    for url in [
      "smtp://ana:hunter@2@mail.example.com?x=1", "smtp://ana:hunter@mail.example.com:0", "http://ana:hunter@x", "smtp://ana:hun ter@x",
    ] {
      do { _ = try SMTPTransport(url: url) } catch { #expect(!"\(error)".contains("hun")) }
    }
  }
}
