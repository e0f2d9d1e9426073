import Community
import Configuration
import DatabasePostgres
import Logging
import Mail
import Templates
import Web

extension ServerConfiguration {
  /// Reads the environment over the file `kindred.conf` in the data folder.
  /// Throws ``ConfigurationProblems`` with every unknown name and every value that cannot be.
  package static func read(
    environment: [String: String], file: (String) -> String?, isFolder: (String) -> Bool
  ) throws -> ServerConfiguration {
    var problems: [String] = []
    let data = environment[Key.data.rawValue].flatMap { $0.isEmpty ? nil : $0 } ?? "var"
    let path = data + "/kindred.conf"
    let fromFile = file(path).map { ConfigurationFile.parse($0, name: "kindred.conf", problems: &problems) } ?? [:]
    if fromFile[Key.data.rawValue] != nil {
      problems.append("\(Key.data.rawValue): cannot be set in kindred.conf, which lies in that folder")
    }
    problems += unknown(environment.keys.filter { $0.hasPrefix("KINDRED_") }, "in the environment")
    problems += unknown(Array(fromFile.keys), "in kindred.conf")

    let reader = ConfigReader(providers: [
      EnvironmentVariablesProvider(environmentVariables: environment.filter { !$0.value.isEmpty }),
      EnvironmentVariablesProvider(environmentVariables: fromFile.filter { !$0.value.isEmpty }),
    ])
    func value<T>(_ key: Key, _ expected: String, _ parse: (String) -> T?) -> T? {
      guard let text = reader.string(forKey: ConfigKey(key.rawValue.lowercased().split(separator: "_").map(String.init))) else {
        return nil
      }
      if let value = parse(text) { return value }
      // A password may stand in an address, so what was set is not repeated.
      problems.append("\(key.rawValue): expected \(expected)")
      return nil
    }

    let address = """
      a PostgreSQL address, such as postgres://USER:PASSWORD@HOST/NAME, any of : / ? # [ ] @ % in its parts written as %3A %2F and so on; \
      without it SQLite is used
      """
    let postgres = value(.database, address) { url in
      (url.hasPrefix("postgres://") || url.hasPrefix("postgresql://")) && PostgresAddress.isReadable(url) ? url : nil
    }
    let host = value(.host, "a host name or an IP address") { isHost($0) ? $0 : nil }
    let port = value(.port, "a number from 0 to 65535") { Int($0).flatMap { (0...65535).contains($0) ? $0 : nil } }
    let url = value(.url, "the public address, such as https://forum.example.org, without a path") { PublicURL($0) }
    let proxies = value(.proxies, "IP addresses or ranges such as 10.0.0.0/8, with commas between them") { ranges($0) }
    let smtpURL = value(.smtpURL, "smtp://HOST:PORT or smtps://HOST:PORT, with USER:PASSWORD@ before the host if needed") { url in
      (try? SMTPTransport(url: url)).map { _ in url }
    }
    let mailFrom = value(.mailFrom, "an e-mail address, such as forum@example.org or Name <forum@example.org>") { MailFrom($0) }
    let bounceToken = value(.bounceToken, "at least \(BounceToken.shortest) letters, digits or signs, without spaces") { BounceToken($0) }
    let imports = value(.imports, "a folder that exists") { isFolder($0) ? $0 : nil }
    let templates = value(.templates, "a folder that exists") { isFolder($0) ? $0 : nil }
    let language = value(.language, "the tag of a language there are words for, such as en or de") { Language.isTag($0) ? $0 : nil }
    let level = value(.log, "one of " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")) {
      Logger.Level(rawValue: $0.lowercased())
    }
    guard problems.isEmpty else { throw ConfigurationProblems(problems.sorted()) }
    return ServerConfiguration(
      data: data, postgres: postgres,
      web: WebConfiguration(
        host: host ?? "127.0.0.1", port: port ?? 8080, publicURL: url, proxies: TrustedProxies(proxies ?? []), bounceToken: bounceToken),
      smtpURL: smtpURL, mailFrom: mailFrom, imports: imports ?? DataFolder.imports(in: data), templates: templates,
      languages: SiteLanguages(site: language ?? SiteLanguages.original),
      logLevel: level ?? .info)
  }

  private static func unknown(_ names: [String], _ place: String) -> [String] {
    names.filter { Key(rawValue: $0) == nil }.map { "\($0): unknown name \(place)" }
  }

  private static func isHost(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"): true
        default: false
        }
      }
  }

  private static func ranges(_ text: String) -> [NetworkRange]? {
    let parts = text.split { $0 == "," || $0 == " " }
    let ranges = parts.compactMap { NetworkRange(String($0)) }
    return ranges.count == parts.count ? ranges : nil
  }
}
