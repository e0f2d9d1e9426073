extension Subject {
  static let machines: [Subject] = [
    Subject(
      kind: .question, category: "api", tags: ["api", "webhooks", "export", "import", "spreadsheets"],
      titles: [
        "Export of {Screen} stops after {Count} lines in {Month}",
        "Import of {Count} customers from {Town} leaves out some lines",
        "Webhook for order {Number} comes before the order can be read",
        "Script reads only {Count} lines of {Screen} on {Day}",
        "Lines with {Surname} in {Town} are left out of an import of {Count}",
        "404 for order {Number} one second after its webhook",
      ],
      openings: [
        "My script reads *{Screen}* every night. {Since} it ends after {Count} lines, without an error.\n\n```\nGET /v1/{path}?limit={20-200}&after={Number}\n```",
        "I import a list with {Count} lines. Some are left out, and the reason is always the same.\n\n```csv\nnumber;name;town\n{Number};{Surname};{Town}\n```",
        "The webhook tells me about order `{Number}`. When I ask for it at once, the answer is `404`; a second later it is there.",
      ],
      turns: [
        "Follow `next` in the answer instead of counting. When it is absent you have everything.\n\n```python\nwhile url:\n    page = get(url)\n    rows += page[\"items\"]\n    url = page.get(\"next\")\n```",
        "Use `?check=yes`. It names each line it cannot read, {Count} or not, and writes nothing.",
        "Keep the `id` and answer first, then work. A repeat has the same `id`, whatever else differs.",
        "Make a key that may read *{Screen}* and nothing else. If {Device} is stolen, only that one has to be changed.",
        "It is the separator. Choose the format for accountants, and do not open the file in between.",
        "Dates are in the zone of the place. Ask with `zone=utc` and {Day} begins when you expect it.",
      ]),
    Subject(
      kind: .question, category: "shop", tags: ["tablets", "sync", "offline", "printers"],
      titles: [
        "{Device} shows yesterday’s {Screen} until I reload",
        "{Device} asks for the PIN at {Hour} every {Day}",
        "{Device} with a weak line in {Town}: {3-20} minutes late",
        "{Screen} on {Device} looks like the evening before {Day}",
        "{Device} signs out at {Hour}, always with {Product} in hand",
        "Changes to {Screen} on {Device} arrive late in {Town}",
      ],
      openings: [
        "{Since} {Device} shows *{Screen}* as it was the evening before. After a reload it is right, until the next day.",
        "At {Hour} on {Day} {Device} asks for the PIN again, always when {Product} goes in.",
        "Our line in {Town} is weak. {Device} says *waiting*, and what was entered comes {3-20} minutes later.",
      ],
      turns: [
        "The page was asleep. Open *{Screen}* in full screen and allow it to stay awake; then it hears about changes.",
        "Signing out is a setting of the role, not of the device. Ours was on {hours_word} hours.",
        "We put {Device} on a cable. {2-9} euros, and no question since {month}.",
        "Take the printing size *wall*. It drops the notes and keeps the columns.",
        "If two tills have the same name, one of them waits. Give each its own.",
      ]),
    Subject(
      kind: .question, category: "getting-started", tags: ["moving-in", "import", "accounts", "small-shops"],
      titles: [
        "Moving {Count} recipes from paper in {Month}: where to begin?",
        "Role for {Colleague} who should only see {Screen}",
        "Second shop in {Town}: new account or new place?",
        "{Count} recipes on paper, {Product} first, and two evenings in {Month}",
        "{Colleague} sees too much: only {Screen}, please",
        "Opening in {Town} with the same recipes and other prices",
      ],
      openings: [
        "We start in {Month} with {Count} recipes on paper, {Product} being the most used. I have two evenings.",
        "{Colleague} should see *{Screen}* and nothing else. With the role *baker* it is too much, with *shop* too little.",
        "A second shop opens in {Town}. Same recipes, other prices, one van.",
      ],
      turns: [
        "Ten products and tomorrow. {Product} first, then the other nine; the paper stays on the wall for a month.",
        "Copy the role and take things away until it fits. For *{Screen}* one tick is enough.",
        "A new place, not a new account. Recipes are shared, prices and stock are per place.",
        "Use the practice week. No mail leaves, and at the end you choose what to keep.",
        "Old orders are good for one thing, the comparison with last year. Import {Month} only and see whether you miss the rest.",
      ]),
    Subject(
      kind: .question, category: "recipes", tags: ["sourdough", "preferments", "flour", "viennoiserie"],
      titles: [
        "{Product}: too flat since {Month} with the new {Ingredient}",
        "Starter for {Count} {Product} on {Day}, a third on other days",
        "{Product}: a rest of {Rest} hours in the plan for {Day}",
        "New {Ingredient}, flat {Product}: what would you change?",
        "How do you feed the starter for {Count} pieces of {Product} on {Day}?",
        "Let {Product} rest overnight before {Day}",
      ],
      openings: [
        "{Product} was fine until {Month}. With the new {Ingredient} it spreads, and more flour makes it dull.",
        "On {Day} I need starter for {Count} pieces, on the other days for a third. Feeding for {Day} makes too much for the rest.",
        "I would like to let {Product} rest overnight. The plan has no place for a rest of {Rest} hours.",
      ],
      turns: [
        "Take {Percent} less water for a week and change one thing at a time. In Firstbake set it at the flour, not at each recipe.",
        "Mark the starter as *made here* with its own plan. It then feeds for {Day} on the day before.",
        "A rest is a step with no station. {Rest} hours are no problem, and it stands on both days.",
        "Cold dough forgives {Ingredient}. Warm dough does not. We went down by {2-5} degrees and kept the recipe.",
        "If the label says {Ingredient}, it must be in it. Change the recipe, and the label follows.",
      ]),
  ]
}
