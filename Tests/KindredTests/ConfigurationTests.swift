import Logging
import Testing
import Web

@testable import Kindred

@Suite struct ConfigurationTests {
  private func read(_ environment: [String: String], file: String? = nil) throws -> ServerConfiguration {
    try ServerConfiguration.read(
      environment: environment, file: { $0 == "var/kindred.conf" ? file : nil }, isFolder: { $0 == "/srv/templates" })
  }

  private func problems(_ environment: [String: String], file: String? = nil) -> [String] {
    do {
      _ = try read(environment, file: file)
      return []
    } catch let error as ConfigurationProblems { return error.problems } catch { return ["\(error)"] }
  }

  @Test("nothing set is a server on this machine alone") func defaults() throws {
    let configuration = try read(["PATH": "/bin", "HOME": "/"])
    #expect(configuration.data == "var")
    #expect(configuration.web.host == "127.0.0.1")
    #expect(configuration.web.port == 8080)
    #expect(configuration.web.baseAddress == "http://127.0.0.1:8080")
    #expect(configuration.smtpURL == nil)
    #expect(configuration.logLevel == .info)
  }

  @Test("a server at every address is linked to by the name of its own machine, unless it has a public one") func everywhere() throws {
    for (host, base) in [("0.0.0.0", "http://localhost:8080"), ("::", "http://localhost:8080"), ("::1", "http://[::1]:8080")] {
      #expect(try read(["KINDRED_HOST": host]).web.baseAddress == base)
    }
    let configuration = try read(["KINDRED_HOST": "0.0.0.0", "KINDRED_URL": "https://forum.example"])
    #expect(configuration.web.baseAddress == "https://forum.example")
  }

  @Test("the environment stands over the file") func order() throws {
    let file = "# ours\nKINDRED_PORT = 9000\nKINDRED_URL=\"https://forum.example\"\n\n"
    let configuration = try read(["KINDRED_PORT": "9001"], file: file)
    #expect(configuration.web.port == 9001)
    #expect(configuration.web.publicURL?.origin == "https://forum.example")
  }

  @Test("every unknown name and every bad value is named, all at once") func allAtOnce() {
    let found = problems(
      [
        "KINDRED_PORT": "80a", "KINDRED_URL": "forum.example", "KINDRED_TRUSTED_PROXIES": "10.0.0.0/99", "KINDRED_LOG": "loud",
        "KINDRED_SMTP_URL": "http://mail", "KINDRED_MAIL_FROM": "nobody", "KINDRED_TEMPLATES": "/nowhere", "KINDRED_HOST": "a b",
        "KINDRED_COLOUR": "red", "KINDRED_BOUNCE_TOKEN": "too short", "KINDRED_LANGUAGE": "German",
      ], file: "KINDRED_PROT=1\nnonsense\n")
    for name in [
      "KINDRED_PORT", "KINDRED_URL", "KINDRED_TRUSTED_PROXIES", "KINDRED_LOG", "KINDRED_SMTP_URL", "KINDRED_MAIL_FROM", "KINDRED_TEMPLATES",
      "KINDRED_HOST", "KINDRED_COLOUR", "KINDRED_BOUNCE_TOKEN", "KINDRED_LANGUAGE", "KINDRED_PROT", "kindred.conf, line 2",
    ] {
      #expect(found.contains { $0.hasPrefix(name + ":") }, "\(name)")
    }
    #expect(found.count == 13)
  }

  @Test("a problem never repeats what was set, which may hold a password") func secrets() {
    #expect(problems(["KINDRED_SMTP_URL": "smtp://me:geheim@"]).allSatisfy { !$0.contains("geheim") })
    #expect(!problems(["KINDRED_SMTP_URL": "smtp://me:geheim@"]).isEmpty)
  }

  @Test("a file cannot say where it lies, nor anything twice") func file() {
    #expect(problems([:], file: "KINDRED_DATA=/elsewhere").count == 1)
    #expect(problems([:], file: "KINDRED_LOG=info\nKINDRED_LOG=debug").count == 1)
  }

  @Test("an empty value is none") func empty() throws { #expect(try read(["KINDRED_URL": "", "KINDRED_DATA": ""]).data == "var") }

  @Test("mail comes from an address, with or without a name") func mailFrom() {
    #expect(MailFrom("forum@example.org")?.address == "forum@example.org")
    #expect(MailFrom("The forum <forum@example.org>")?.name == "The forum")
    for bad in ["forum", "a@b@c", "<>", "a <b", "x\r\ny@z"] { #expect(MailFrom(bad) == nil, "\(bad)") }
  }
}
