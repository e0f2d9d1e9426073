/// Keeps account of which stored fields some template writes, over the whole library.
struct FieldLedger {
  private struct Account {
    let typeName: String
    let names: [String]
    let file: String
    let line: Int
    var used: Set<String> = []
  }

  private var accounts: [ObjectIdentifier: Account] = [:]

  /// The place is where an unused field will be reported: the first one that could have written it.
  mutating func open(_ context: SampleContext, _ file: String, _ line: Int) {
    let type = ObjectIdentifier(context.type)
    guard accounts[type] == nil else { return }
    accounts[type] = Account(typeName: context.typeName, names: context.storedNames, file: file, line: line)
  }

  mutating func use(_ name: String, in context: SampleContext) {
    accounts[ObjectIdentifier(context.type)]?.used.insert(name)
  }

  var unused: [TemplateFault] {
    accounts.values.flatMap { account in
      account.names.filter { !account.used.contains($0) }.map { name in
        TemplateFault(file: account.file, line: account.line, words: "unused field \"\(name)\" in \(account.typeName)")
      }
    }
  }
}
