extension Subject {
  static let counter: [Subject] = [
    Subject(
      kind: .question, category: "orders", tags: ["standing-orders", "wholesale", "cut-off", "order-form"],
      titles: [
        "Standing order of {Customer} for {Count} {Product} appears a day early",
        "Cut-off at {Hour} for {Product}, later for the rest",
        "Order {Number} shows {Product} with no price",
        "{Product} for {Customer} repeats a day before {Day}",
        "{Product} needs an earlier cut-off than {Hour}",
        "{Customer} sees {Product} without a price in order {Number}",
      ],
      openings: [
        "{Customer} takes {Count} {Product} every {Day}. {Since} the order appears a day early.",
        "Our cut-off is {Hour}. {Product} needs an earlier one, because the dough rests. The form has one for everything.",
        "Order `{Number}` came through the form with {Product} and no price. {Customer} saw it too and asked.",
      ],
      turns: [
        "The rhythm counts from the first delivery, not from the start of the week. Set the first one to {Day} and it stays there.",
        "Each product can have its own cut-off: *Products → {Product} → Orders until*. The earliest one is shown to {Customer}.",
        "There is no price because the list of {Customer} begins on {day}. Let it begin a day before and the order takes it.",
        "For a minimum take a *step*: {Count} pieces, then in steps. The form says it in words before anybody types.",
        "I let {Customer} order by weekday. It is a tick under *Customers*, and nobody has called since.",
        "Late changes can be allowed until the freeze. We allow them, in orange, and look at {hour}.",
      ]),
    Subject(
      kind: .question, category: "orders", tags: ["rounds", "wholesale", "printing"],
      titles: [
        "Round to {Town}: {Customer} should be first on {Day} only",
        "Packing list for {Count} crates in the order of the stops to {Town}",
        "Delivery note {Number} prints without the address of {Customer}",
        "Other order of stops on {Day} for the round to {Town}",
        "{Product} is always under something else in the van to {Town}",
        "Address of {Customer} in {Town} is missing on delivery note {Number}",
      ],
      openings: [
        "The round to {Town} has {3-19} stops. On {Day} {Customer} must be first, on the other days last.",
        "Our driver packs {Count} crates by the list, and {Product} is always under something else.",
        "{Since} the delivery note for {Customer} has no address. The screen shows it.",
      ],
      turns: [
        "A round can have an order per weekday: drag the stop on {Day} and choose *Only {Day}*.",
        "*Packing → Last stop first*, and give the van zones. Then {Product} lies on top when it is wanted.",
        "The address comes from the branch, not from the group. Open {Customer} and look at the second tab.",
        "Crates are counted when they leave and when they return. If the return has no name, both count for {Town}.",
        "We split it into two rounds with the same van. The second one starts when the first is back, at {Hour}.",
      ]),
    Subject(
      kind: .question, category: "orders", tags: ["invoices", "wholesale", "export"],
      titles: [
        "Invoice {Number} for {Customer} leaves out {Product}",
        "Credit for {Count} {Product} that {Customer} sent back",
        "Invoice {Number} differs by {Money} from the sum of its lines",
        "{Count} {Product} missing on invoice {Number}",
        "{Customer} returns {Count} {Product}: stock or invoice?",
        "Rounding of {Money} on invoice {Number} for {Customer}",
      ],
      openings: [
        "On invoice `{Number}` {Product} is missing. The delivery note of {Day} has it, with {Count} pieces.",
        "{Customer} sent back {Count} {Product}. A credit makes the month right and the stock wrong, or the other way round.",
        "{Since} the invoice differs by {Money} from the sum of its lines.",
      ],
      turns: [
        "The note of {Day} is still open. An invoice takes only notes that the driver has confirmed.",
        "Use *Return* instead of a credit. It asks whether {Product} goes to the stock, to the leftovers or nowhere.",
        "It is tax per line against tax per sum. Choose one under *Invoices* and {Money} disappears.",
        "The terms come from the group. Somebody moved {Customer} into one on {day}.",
      ]),
    Subject(
      kind: .question, category: "labels", tags: ["label-design", "allergens", "printers", "nutrition"],
      titles: [
        "Label of {Product} names {Ingredient} twice",
        "{Ingredient} not bold on the label of {Product}",
        "Nutrition of {Product} changed by {Percent} after I replaced {Ingredient}",
        "{Ingredient} in dough and filling of {Product}: once or twice on the label?",
        "Bold {Ingredient} on the screen, plain on the label of {Product}",
        "Wrong table for {Product} since the new {Ingredient}: {Percent}",
      ],
      openings: [
        "The label of {Product} lists {Ingredient} two times, once in the dough and once in the filling. The authority in {Town} wants it once.",
        "{Since} {Ingredient} is printed in plain letters on {Product}. On the screen it is bold.",
        "I replaced {Ingredient}, and the table for {Product} now says {Percent} of something it does not contain.",
      ],
      turns: [
        "*Labels → Merge equal ingredients*. The list is then sorted by weight over the whole of {Product}.",
        "Bold comes from the printer’s font. Print as picture, or choose a font that has a bold one.",
        "The new {Ingredient} has no values of its own yet. Take over the old ones, then correct what differs.",
        "Traces belong to the place. In {Town} you have them, in the other kitchen not, so {Product} needs to know where it is made.",
        "The printer measures the gap wrongly. Hold the button until it blinks twice; after that ours stopped.",
        "The date counts from the plan, not from printing. At {Hour} that is still yesterday.",
      ]),
    Subject(
      kind: .question, category: "shop", tags: ["till", "price-list", "leftovers", "accounts"],
      titles: [
        "Till shows {Money} for {Product}, price list says {Second_money}",
        "Leftovers of {Product} on {Day}: {Count} by plan, fewer on the shelf",
        "Drawer is {Money} short every {Day}",
        "New price of {Product} does not reach the till: {Money} instead of {Second_money}",
        "{Count} {Product} left by the plan, {Colleague} counts fewer on {Day}",
        "{Money} short on {Day}, never on other days",
      ],
      openings: [
        "The till asks {Money} for {Product}. In the list it is {Second_money} since {Day}.",
        "By plan and till {Count} {Product} should be left on {Day}. {Colleague} counted fewer, three weeks in a row.",
        "{Since} the drawer is {Money} short on {Day}. Never on other days.",
      ],
      turns: [
        "The till keeps the list it had when the shop opened. *{Option}* makes it ask again at {Hour}.",
        "What your people eat is in the difference. Put it on a button, {Product} for staff, price nought.",
        "Give everybody a PIN. After a week you know whose {Money} it is, and mostly it is a wrong key.",
        "A coming list needs a time, not just a day. Without one it begins when the till is next opened.",
        "Discounts can be for a group and a product at once. Under *Prices*, third tab, then {Customer}.",
      ]),
  ]
}
