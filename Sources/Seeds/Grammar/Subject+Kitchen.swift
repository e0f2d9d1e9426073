extension Subject {
  static let kitchen: [Subject] = [
    Subject(
      kind: .question, category: "recipes", tags: ["scaling", "units", "percentages", "recipe-versions"],
      titles: [
        "Scaling {Product} to {Count} pieces gives {Weight} of {Ingredient}",
        "{Product}: the dough is {Percent} heavier than the sum of its lines",
        "{Ingredient} is rounded in {Product}, the rest is not",
        "{Weight} of {Ingredient} for {Count} {Product}, that cannot be right",
        "{Percent} too much dough for {Product} since I changed {Ingredient}",
        "Scaling {Product} from {count} to {Count} rounds {Ingredient} by {Weight}",
      ],
      openings: [
        "The recipe for {Product} is written for {count} pieces. For {Count} it asks for **{Weight}** of {Ingredient}, and that cannot be right.",
        "{Since} the dough for {Product} is {Percent} heavier than the sum of its lines. The only line that changed is {Ingredient}.",
        "When I scale {Product} from {count} to {Count}, {Ingredient} is rounded and everything else is not. On {Day} that made {Weight} of difference.",
      ],
      turns: [
        "Look at the unit of {Ingredient}. If the recipe says pieces and the stock says kilos, *{Option}* decides how it is rounded.",
        "We had it with {product}. The preferment was counted twice, once as its own line and once inside {Ingredient}.",
        "There are two roundings, one in the recipe and one in the plan. Switch off the first under *Recipes*, and {Product} comes out at {Weight}.",
        "Write {Ingredient} in grams and keep pieces only for the stock count. Then {Count} is a number like any other.",
        "Open the history of {Product}: somebody changed the batch size on {day}. Take the older version from tomorrow.",
      ]),
    Subject(
      kind: .question, category: "recipes", tags: ["costing", "suppliers", "price-list"],
      titles: [
        "Cost of {Product} jumped to {Money} after the new price of {Ingredient}",
        "How do you make a price for {Product} for {Customer}?",
        "Margin of {Product} is {Percent} and I do not believe it",
        "Which price of {Ingredient} counts for {Product} at {Money}?",
        "{Product} for {Customer}: cost says {Money} without work and van",
        "{Product} shows a margin of {Percent}, {Ingredient} costs the same as before",
      ],
      openings: [
        "{Ingredient} went up in {month}, and the cost of {Product} moved to **{Money}**. By my own sheet it should be {money}.",
        "For {Customer} I need a price for {Product}. The cost says {Money}, but the work is not in it, and neither is the van.",
        "{Since} the margin of {Product} shows {Percent}. We pay the same for {Ingredient} as before.",
      ],
      turns: [
        "The cost follows the deliveries, oldest first. Your {Ingredient} from {month} is used up, so the new price counts. *Compare* shows all three ways.",
        "Work is not in the cost unless you give the recipe minutes and the place a rate. After that {Product} was {Money} with us as well.",
        "Look at the baking loss. {Percent} is a lot for {loaf}, and it goes straight into the cost.",
        "Check the weight of the sack. One of our articles was booked as one kilo, and {Product} cost {money}.",
        "I take the average for everything with {Ingredient} in it. The steps are smaller and nobody asks.",
      ]),
    Subject(
      kind: .question, category: "planning", tags: ["day-plan", "oven-plan", "dough-room", "standing-orders"],
      titles: [
        "Plan for {Day} says {Count} {Product}, the orders say {Other}",
        "{Product} planned for {Hour}, after the van has left",
        "{Product} should be mixed the day before {Day}",
        "{Product} on {Day}: {Other} ordered, {Count} planned",
        "Plan puts {Product} at {Hour} instead of first on {Day}",
        "Dough for {Product} is a day late on {Day} with {Count} pieces",
      ],
      openings: [
        "On {Day} the plan had {Product} with {Count} pieces, the orders together are {Other}. {Colleague} baked what the plan said.",
        "{Since} {Product} stands in the plan for {Day} at {Hour}, after the van has left. Before, it was first.",
        "We mix {Product} the day before. In the plan it appears on {Day} only, so the dough is always a day late.",
      ],
      turns: [
        "There are two standing orders, one of {Customer} and an older one that was never ended. Under *Orders* filter by {Product}.",
        "Give {Product} a ready time and a duration. The plan counts back from the van, and {Hour} moves by itself.",
        "For dough of the day before, mark the first step as *previous day*. It then stands on the right list.",
        "The plan was frozen before the change came. *{Option}* is what you want; it shows late changes in orange.",
        "{Other} is right and {Count} contains the reserve. Switch off *{Option}* for {Product} and both agree.",
      ]),
    Subject(
      kind: .question, category: "planning", tags: ["rota", "holidays", "day-plan", "apprentices"],
      titles: [
        "Closed on {Day} in {Month}, but {Count} {Product} are still planned",
        "Rota for {Day}: {Colleague} stands on two shifts from {Hour}",
        "Two shops and one oven in {Town}: whose closing day counts?",
        "Closing day in {Month}: {Product} for {Customer} in the plan all the same",
        "{Colleague} appears twice on {Day} at {Hour}",
        "Plan follows the wrong shop when {Town} is closed on {Day}",
      ],
      openings: [
        "We close on {Day} in {Month}. The calendar knows, the plan still wants {Count} {Product} for {Customer}.",
        "{Since} the rota shows {Colleague} twice on {Day}, once from {Hour} and once all day.",
        "Two shops, one oven, and only one of them is closed on {Day}. The plan follows the wrong one.",
      ],
      turns: [
        "Open the closing day and choose what becomes of standing orders. *Skip* takes {Product} off the list at once.",
        "The second shift comes from the pattern of {Month}. End the pattern on {Day}, then enter the one exception.",
        "A closing day belongs to a place. Set it for the shop and not for the oven, and {Customer} still gets {Product}.",
        "Only hosts of the rota may change it after {Hour}. It is under *Permissions*, not under *Rota*.",
      ]),
    Subject(
      kind: .question, category: "stock", tags: ["stock-count", "suppliers", "flour", "units"],
      titles: [
        "Stock of {Ingredient} shows minus {Weight} after the count on {Day}",
        "Order list asks for {Weight} of {Ingredient} too late for the mill in {Town}",
        "Delivery of {Ingredient} is booked as {Count} pieces on {Day}",
        "{Ingredient}: minus {Weight}, and {Count} sacks in front of me",
        "{Ingredient} from {Town} should be on the list before {Day}: {Weight}",
        "{Count} pieces instead of {Weight} of {Ingredient} delivered",
      ],
      openings: [
        "The count of {Ingredient} was right on {Day}. Two days later it says minus {Weight}, with {Count} sacks in front of me.",
        "The order list wants {Weight} of {Ingredient} on {Day}, but the mill in {Town} needs four days.",
        "{Since} a delivery of {Ingredient} arrives as {Count} pieces. The article has a weight, I checked.",
      ],
      turns: [
        "Somebody counted on {device} while it was offline, and the old count came in later. The history shows the name.",
        "Give the mill a lead time by season and {Ingredient} a reserve. The list then asks on {Day}.",
        "Look at the article of the supplier, not at the ingredient. A new sack often comes without a weight and counts as one kilo.",
        "We count {Ingredient} on {day} before the delivery. After it, the difference is always {Weight}.",
        "Take *{Option}*. It uses the oldest lot first, and the minus goes away with the next plan.",
      ]),
    Subject(
      kind: .question, category: "stock", tags: ["batch-tracing", "flour", "suppliers"],
      titles: [
        "Lot {Number} of {Ingredient}: which products was it in?",
        "Lots of {Ingredient} on the delivery note of {Product} for {Customer}",
        "{Product} lists lot {Number}, which came only on {Day}",
      ],
      openings: [
        "The supplier asks about lot `{Number}` of {Ingredient}. I need every product and customer since {Day}.",
        "{Customer} wants the lots of {Ingredient} on the delivery note of {Product}. Where do they come from?",
        "In the list for {Product} stands lot `{Number}`, which came only on {Day}. The day before we had none of it.",
      ],
      turns: [
        "*Stock → Lots*, then the number. *Where it went* has products and customers, and one page to print.",
        "Switch on *Show on delivery note* for the group of {Customer}, then {Product} names its lots.",
        "If the lot was entered late, it is marked as calculated. Enter the delivery with its real time and the list is made anew.",
        "We scan {Ingredient} at the door with the till’s scanner. It takes {2-9} seconds a sack.",
      ]),
  ]
}
