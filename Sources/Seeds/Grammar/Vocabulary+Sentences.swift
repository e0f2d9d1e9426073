extension Vocabulary {
  static let sentences: [(name: String, phrases: [String])] = [
    (
      "intro",
      [
        "We are {2-14} people in {Town} and bake for the shop and {Customer}.", "Small bakery in {Town}, {2-9} people, one oven.",
        "I took over from my father in {month} and am still learning where things are.",
        "{2-9} years with Firstbake, first time I ask something.",
        "I looked through the guide and found something near it, not this.", "This may be a simple one.",
        "I could not find this under *{Screen}*.",
        "We bake {Count} pieces a day, most of it before six.", "Asking for {colleague}, who has dough on both hands.",
        "Short version first, details below.",
        "Our bakery is in {Town}, the second shop opened in {month}.", "It is not urgent, but it happens every {Day}.",
        "We do {product} and {product}, and {customer} buys both.",
        "I am the one who looks after the computers here.", "Two shops, one oven, {2-5} vans.",
        "I have been putting this off since {month}.",
      ]
    ),
    (
      "ask",
      [
        "How do you do this?", "What am I missing?", "Is there a setting for it?", "Has anybody seen this before?",
        "Where should I look next?", "Is this meant to be so?",
        "Can it be done without a second list?", "What would you do?", "How can I tell which of the two is right?",
        "I would be glad about a pointer.",
        "Does it work for you?", "Which of the two is the better way?", "Is there a way that {colleague} can use as well?",
        "Can I change it for one product only?",
      ]
    ),
    (
      "extra",
      [
        "What I tried:\n\n- {attempt}\n- {attempt}\n- {attempt}", "Tried so far:\n\n1. {attempt}\n2. {attempt}",
        "| Day | Planned | Real |\n|---|---:|---:|\n| {day} | {count} | {count} |\n| {Day} | {Count} | {count} |",
        "The message is:\n\n> {message}", "```\n{Number};{Product};{Count};{weight}\n{number};{product};{count};{weight}\n```",
        "- [x] {attempt}\n- [x] {attempt}\n- [ ] {attempt}", "```\nGET /v1/{path}/{Number}\nready={hour}&pieces={Count}\n```",
        "| Product | Piece | Batch |\n|---|---:|---:|\n| {Product} | {150-950} g | {weight} |\n| {product} | {150-950} g | {weight} |",
        "I read [the page about it](https://example.com/firstbake/guide/{100-999}), which describes the step before.",
        "It says, word for word: “{message}”.",
      ]
    ),
    (
      "attempt",
      [
        "switched *{option}* off and on", "signed out and in on {device}", "looked under *{screen}* for {Product}",
        "made the order again as {Number}", "tried it with {product} instead",
        "asked {colleague} to do the same", "another browser", "restarted {device}", "changed the unit from pieces to grams",
        "compared it with {day}", "printed it from {device}",
        "set the cut-off to {hour}", "copied the recipe", "removed the closing day", "waited until the next morning",
        "read the history of {Product}",
      ]
    ),
    (
      "message",
      [
        "{Product} is used in {2-9} plans", "Nothing to print for {Day}", "The unit of {ingredient} is unknown",
        "{Count} lines read, {2-9} left out", "This plan is frozen since {hour}",
        "Lot {Number} has no delivery", "Another person changed this at {hour}", "No price from {Day}",
        "Waiting for the till, {2-90} sales", "Station is in use until {hour}",
        "The file has {2-9} columns, {10-14} were expected", "Choose a place first",
      ]
    ),
    (
      "step",
      [
        "Open *{Screen}*.", "Choose {Product}.", "Tick *{option}*.", "Untick *{option}*.", "Set the time to {hour}.",
        "Save it for everybody.", "Print one page as a test.", "Do the same for *{screen}*.",
        "Check {Day} in the calendar.", "Enter {weight} and the unit.", "Reload {device}.", "Compare the total with the paper list.",
      ]
    ),
    (
      "closing",
      [
        "With {product} it works the same way.", "It takes effect from the next plan.", "We have used it like this since {month}.",
        "If it does not help, write what *{screen}* shows for {Product}.",
        "Do it before {hour}, then the night shift already has it.", "The old plans stay as they are.",
        "I keep a note of it on the wall beside {device}.", "Ours looked the same, {why}.",
        "1. {step}\n2. {step}\n3. {step}", "- {step}\n- {step}", "More in [the guide](https://example.com/firstbake/guide/{100-999}).",
        "| Before | After |\n|---:|---:|\n| {Count} | {count} |",
        "It costs nothing to try with one product, for instance {product}.", "Look at {Day} first, it is the easiest to compare.",
        "You see it at once on {device}.",
        "For {Customer} we made an exception, and that works too.", "Tell us whether {Day} comes out right.",
        "There is a limit of {20-200} lines, but nobody here has reached it.",
      ]
    ),
    (
      "thanks",
      [
        "That was it, thank you.", "It works since {day}.", "Thank you, the {Loaf} too.", "In our case it was different, {why}.",
        "I had overlooked *{option}*.",
        "Good idea, I will try it on {day}.", "I would not have found that.", "I have asked {colleague} and will write tomorrow.",
        "It took {2-40} minutes and it is done.",
        "Then {colleague} was right all along.", "Thank you both.", "The total is {count} now, as on paper.",
        "For {ingredient} I had to do it twice.",
        "It stayed like that after a restart too.", "I counted again: {count}.", "Solved here, {why}.", "And for {Customer}?",
        "Is that before or after the freeze?",
        "It is version {version}, on {device}.", "Every {day}, on the others it is fine.", "{Colleague} says thank you as well.",
        "Half of it works now, {why}.",
        "I had looked under *{screen}*, of course.", "The plan has {count} lines, to answer that.",
        "Noted, with a pencil, beside {device}.",
      ]
    ),
    (
      "remark",
      [
        "Do you see it on {device} as well?", "Same here with {product}.", "Only on {day}, or every day?",
        "How many lines does your plan have? Ours has {count}.",
        "Which version do you have? We are on {version}.", "Careful, *{option}* also changes the {loaf}.",
        "The guide says it too, on the page about *{Screen}*.",
        "We do it at {hour}, before the van leaves.", "It helps to print one page first.", "It is the same for all places.",
        "Only for {Product}, if you want that.",
        "A screenshot would not show more than this.", "We found the same in {month} and forgot it again.",
        "Our mill calls it something else, but yes.",
        "One more thing: *{option}* has to be off.", "{Weight}, is that with the flour for dusting?", "With us it was {count}, {why}.",
        "On {device} it looks different, but it is the same setting.",
        "Since {month} that is the default.", "The {Pastry} need it too.", "I would wait for {day} and look again.",
        "It also works from {device}.", "We tried that with {product} and kept it.",
        "Is {Customer} in a group?", "It may be the unit. It is often the unit.",
      ]
    ),
    (
      "second_opinion",
      [
        "The same here, and it was right from the next {day} on. I would only add that *{option}* should be off.",
        "We did it that way in {month} and have not touched it since.",
        "That is the short way. The long one is to print the plan of {Day}, go through it with a pencil, and change one line at a time.",
        "If that is not it: look at the history of {Product}. In our case {colleague} had changed it on {day}.",
        "Before you change anything, write down what *{Screen}* shows now. I did not, and it cost me an evening.",
        "We are {2-14} people in {town} and gave up on it; {product} is on paper. Everything else is not.",
        "Check it on {device} too. Ours showed the old figures until somebody reloaded the page.",
        "It depends on the place. With two places each has its own setting, and the one you see is the one at the top.",
        "Yes, and it is worth doing for {product} as well, because the two share {Ingredient}.",
        "For {customer} we solved it with a note on the order. Not elegant, but everybody reads it.",
        "I asked the same in {month}. The answer then was *{option}*, and it still is.",
        "Do it on a {day}, when there is time to look at the result. We did it on a {Day} before a feast.",
        "One more place to look: the calendar. A closed day moves more than one thinks.",
        "We count {Ingredient} in trays, and that was our mistake. Grams, always.",
        "I let {colleague} try it first. It took {3-40} minutes, with coffee.",
        "The figures in *{screen}* are from the evening before. That alone explains a difference of {weight}.",
      ]
    ),
    (
      "nod",
      [
        "Written down.", "That is how we do it too, since {month}.", "I read this to {colleague}, who nodded.",
        "Not with us. {Town} is different.", "I wish I had known that in {month}.",
        "Half of it, yes.", "{Colleague} says the opposite, and is usually right.", "Good. I will try it on {day}.",
        "We tried. It lasted until {month}.", "Exactly that, only with {product}.",
        "Thank you, that helps more than you think.", "Depends on the {loaf}, I would say.", "I am reading along with coffee.",
        "Once, never again.", "It works in summer.",
        "Tell us how it went.", "After {2-30} years I still do not know.", "That made {colleague} laugh.",
      ]
    ),
    (
      "afterthought",
      [
        "Edited: the name of the screen was wrong.", "Added: it is the same in version {version}.", "Corrected {hour} to {hour}.",
        "Added: this needs the role *planner* or more.",
        "Edited for a missing word.", "Added later: on {device} it is one step less.",
      ]
    ),
    (
      "addendum",
      [
        "Added later: it also happens with {product}.", "Added: the version is {version}.", "Correction: it was {day}, not {day}.",
        "Added after a question below: we have {2-5} places.",
        "Edited, the number was wrong. {Count} is right.", "Update: {colleague} sees the same on {device}.",
      ]
    ),
    (
      "solved",
      [
        "It was a mix of two things: the unit of {ingredient} and *{option}*.", "A restart of {device} after the update did it.",
        "We wrote the numbers new on {day}, and they stayed right since.",
        "Nobody knows why, but since {day} it is right again.", "{colleague} had a second plan open on {device}.",
        "The clock of {device} was an hour off.", "In the end we put it on paper for one week and entered it again.",
      ]
    ),
    (
      "bio",
      [
        "{Product} and {product}, {2-30} years.", "Baker in {Town}. I like {ingredient} and quiet mornings.",
        "Small bakery in {Town}, {2-14} people.", "Second career. First was {firstcareer}.",
        "I do the plans, {colleague} does the dough.", "{loaf}, {loaf}, and on {day} {pastry}.",
        "Runs the shop side of a bakery in {Town}.", "Learning. Mostly {grain} bread.", "Wholesale for {customer} and {customer}.",
        "From {firstcareer} to flour.", "Third generation in {Town}.", "Home baker with a stall on {day}.",
        "Bookkeeping for a bakery in {Town}, baking for myself.", "{flavour} {pastry} are my calling, {loaf} pay the rent.",
      ]
    ),
    (
      "shortbio",
      ["{Town}.", "Baker.", "{loaf}, mostly.", "Bakery in {Town}.", "Apprentice, year {1-3}.", "Early shift.", "Shop and till."]
    ),
    (
      "firstcareer",
      list(
        "nursing,teaching,law,software,the post office,carpentry,the navy,banking,theatre,gardening,a bookshop,a call centre,geology,television,the railway,insurance,a circus"
      )
    ),
  ]
}
