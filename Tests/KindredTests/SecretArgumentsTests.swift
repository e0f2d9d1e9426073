import Testing

@testable import Kindred

@Suite("Passwords on the command line") struct SecretArgumentsTests {
  @Test(
    "a password is found wherever it may stand",
    arguments: [
      (["member", "add", "--password", "nine herons", "--name", "Ana"], ["nine herons"]),
      (["seed", "--password=nine&herons"], ["nine&herons"]),
      (["copy", "--to", "postgres://kindred:p@ss/word@host/name"], ["p@ss/word"]),
      (["copy", "--to=postgresql://kindred:word@host/name?sslpassword=more&sslmode=require"], ["word", "more"]),
      (["copy", "--from", "var", "--to", "postgres://kindred@host/name?password=word"], ["word"]),
      (["copy", "--from", "host=here password=word user=kindred"], ["word"]),
      (["copy", "--from", "var", "--to", "postgres://host:5432/name"], []),
      (["member", "add", "--email", "ana@example.org"], []), (["--password"], []), (["--password="], []), ([], []),
    ])
  func found(_ arguments: [String], _ secrets: [String]) {
    let arguments = SecretArguments(arguments: arguments)
    #expect(arguments.all == secrets)
    let words = arguments.hidden(in: "unexpected: \(arguments.arguments.joined(separator: " "))")
    for secret in secrets { #expect(!words.contains(secret)) }
  }
}
