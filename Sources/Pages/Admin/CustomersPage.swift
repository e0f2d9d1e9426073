package import Community
package import Templates

/// The list of customers' addresses and domains, for admins.
package struct CustomersPage: Page {
  package static let template = "admin/customers"
  let site: SiteFrame
  let frame: AdminFrame
  let problems: ProblemSummary?
  let path = Paths.customers
  let addresses: Int
  let domains: [LineFields]
  let list: InputField

  package init(_ known: CustomerList, form: FormState? = nil, maker: PageMaker) {
    let words = maker.words
    site = maker.frame(title: words.text("customers.title"))
    frame = AdminFrame(maker)
    problems = form.flatMap { ProblemSummary($0, maker: maker) }
    addresses = known.addresses
    domains = known.domains.map { LineFields(text: $0) }
    // Each line that is wrong is named beside the field.
    let wrong = form?.problems.map { maker.sentence($0.problem, in: $0.field) } ?? []
    list = InputField(
      "list", value: form?["list"] ?? "", problem: wrong.isEmpty ? nil : wrong.joined(separator: " "), label: "list", maker: maker)
  }

  private init() { (site, frame, problems, addresses, domains, list) = (.sample, .sample, .sample, 312, [.sample], .sample) }

  package func field(_ field: String) -> Field? {
    switch field {
    case "site": .one(site)
    case "frame": .one(frame)
    case "problems": problems.map(Field.one) ?? .nothing
    case "path": .text(path)
    case "addresses": .number(addresses)
    case "domains": .many(domains)
    case "hasDomains": .flag(!domains.isEmpty)
    case "list": .one(list)
    default: nil
    }
  }

  package static let sample = CustomersPage()
}
