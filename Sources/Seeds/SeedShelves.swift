/// Where topics of the seeded community live.
package struct SeedCategory: Sendable, Equatable {
  /// Its part of the address.
  package let slug: String
  /// What people read.
  package let name: String
  /// One sentence for the category's page.
  package let description: String
  /// `#rrggbb`.
  package let colour: String
  /// A line above the composer; empty when none is needed.
  package let hint: String
  /// Member indexes of who looks after it.
  package let hosts: [Int]
}

/// A word of the subject in the seeded community.
package struct SeedTag: Sendable, Equatable {
  /// `a-z 0-9 -`.
  package let name: String
  /// One sentence.
  package let description: String
  /// Other words that mean it; none is a tag itself.
  package let synonyms: [String]
}

extension SeedCategory {
  private init(_ slug: String, _ name: String, _ colour: String, _ description: String, hint: String = "", _ hosts: SeedCast...) {
    self.init(slug: slug, name: name, description: description, colour: colour, hint: hint, hosts: hosts.map(\.rawValue))
  }

  static let all: [SeedCategory] = [
    SeedCategory(
      "recipes", "Recipes and costing", "#9a5b13", "Baker’s percentages, scaling, versions, and what a loaf really costs.",
      hint: "Say the batch size and the unit: most recipe questions turn on one of the two.", .noor, .greta),
    SeedCategory(
      "planning", "Day plan and ovens", "#b3401f", "What is mixed when, which oven it goes into, and who starts at two in the morning.",
      .piet),
    SeedCategory(
      "orders", "Orders and rounds", "#2d6a8e", "Standing orders, shop orders, wholesale customers and the van.", .noor, .oksana),
    SeedCategory(
      "labels", "Labels and allergens", "#7a4a86", "Ingredient lists, allergens, nutrition and printers that print them.",
      hint: "Name the printer and the label size, please.", .lucia),
    SeedCategory("shop", "Shop and till", "#2f7556", "The counter, the till, the price list and the end of the day.", .abena),
    SeedCategory(
      "stock", "Stock and suppliers", "#6b6a23", "Flour in, bread out: counting, ordering, prices and deliveries.", .abena, .rohan),
    SeedCategory(
      "api", "API and automation", "#4a5a9e", "Webhooks, exports, spreadsheets and everything that should happen by itself.",
      hint: "Leave keys out of what you paste: a key is a password.", .piet, .rohan),
    SeedCategory("getting-started", "Getting started", "#3d6f77", "The first weeks with Firstbake, and moving from paper.", .ana, .lucia),
    SeedCategory("bench", "The bench", "#8a4a55", "Talk among bakers: dough, hours, people, customers and Sundays.", .sam, .bridget),
  ]
}

extension SeedTag {
  private init(_ name: String, _ description: String, _ synonyms: String...) {
    self.init(name: name, description: description, synonyms: synonyms)
  }

  static let all: [SeedTag] = [
    SeedTag("percentages", "Recipes written as a share of the flour.", "bakers-percent"),
    SeedTag("scaling", "From one batch size to another.", "batch-size"),
    SeedTag("costing", "What a product costs to make.", "cost-price", "margin"),
    SeedTag("preferments", "Poolish, biga, soaker and anything mixed the day before.", "poolish", "biga"),
    SeedTag("sourdough", "Starters, leavens and the bread they raise.", "levain", "starter"),
    SeedTag("recipe-versions", "Old and new versions of one recipe.", "versions"),
    SeedTag("units", "Grams, litres, trays and eggs."),
    SeedTag("viennoiserie", "Croissants and other laminated dough.", "croissants", "lamination"),
    SeedTag("gluten-free", "Baking and labelling without gluten."),
    SeedTag("day-plan", "The list of what is made today.", "production-plan"),
    SeedTag("oven-plan", "Which load goes in when.", "ovens"),
    SeedTag("dough-room", "The screen at the mixer."),
    SeedTag("rota", "Who works when.", "shifts"),
    SeedTag("holidays", "Closed days and the weeks around them.", "closing-days"),
    SeedTag("standing-orders", "Orders that repeat.", "repeat-orders"),
    SeedTag("wholesale", "Cafés, shops and canteens that buy from you.", "b2b"),
    SeedTag("rounds", "The van and its stops.", "delivery"),
    SeedTag("order-form", "The page where your customers order.", "web-orders"),
    SeedTag("cut-off", "Until when an order may change.", "order-deadline"),
    SeedTag("invoices", "Bills for wholesale customers."),
    SeedTag("allergens", "What must be named, and how."),
    SeedTag("label-design", "What stands where on the label."),
    SeedTag("printers", "Machines that print labels and lists.", "label-printer"),
    SeedTag("nutrition", "The table on the back."),
    SeedTag("till", "The shop’s till.", "cash-register", "pos"),
    SeedTag("price-list", "Prices, and when they change.", "prices"),
    SeedTag("leftovers", "What is not sold by the evening.", "waste"),
    SeedTag("market", "Stalls and days away from the shop.", "market-stall"),
    SeedTag("stock-count", "Counting what is there.", "inventory"),
    SeedTag("suppliers", "Mills, dairies and everybody who delivers to you."),
    SeedTag("flour", "Types, harvests, moisture."),
    SeedTag("batch-tracing", "Which flour went into which loaf.", "traceability", "lot-numbers"),
    SeedTag("webhooks", "Messages from Firstbake to your own programs."),
    SeedTag("export", "Getting your data out.", "csv-export"),
    SeedTag("import", "Getting your data in.", "csv-import"),
    SeedTag("api", "Reading and writing Firstbake from a program.", "rest-api"),
    SeedTag("spreadsheets", "The file everybody still has open.", "excel"),
    SeedTag("tablets", "Screens with flour on them.", "ipad"),
    SeedTag("offline", "Working when the line is down."),
    SeedTag("sync", "The same figures on every screen."),
    SeedTag("accounts", "Sign-in, roles and people who leave.", "users"),
    SeedTag("moving-in", "Coming from paper or another program.", "migration"),
    SeedTag("printing", "Lists on paper."),
    SeedTag("translations", "Firstbake in your language.", "languages"),
    SeedTag("small-shops", "One or two people, one oven.", "micro-bakery"),
    SeedTag("apprentices", "Teaching the trade."),
    SeedTag("energy", "Heat, power and what they cost."),
    SeedTag("christmas", "Stollen, and the four weeks before.", "advent"),
  ]
}
