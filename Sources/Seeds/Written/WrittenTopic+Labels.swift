extension WrittenTopic {
  static let labels: [WrittenTopic] = [
    WrittenTopic(
      .question, "Do I have to name sesame if it is only on the neighbour’s tray?", in: "labels", ["allergens", "label-design"],
      by: .priya, hoursAgo: 1.1, votes: 3, meToos: 2, views: 44,
      """
      I bake at home and I am moving into a shared kitchen next month. The other baker makes sesame rings. My bread has none in \
      it, but we share the shelf and the oven. What goes on my label, and where do I say it in Firstbake?
      """,
      [
        WrittenPost(
          .remark, .ayse, after: 9, votes: 1,
          """
          I make sesame rings. My neighbours all print a line about traces.
          """),
        WrittenPost(
          .answer, .lucia, after: 26, votes: 6, accepted: .priya,
          """
          Two different things, and the label keeps them apart:

          1. **Ingredients.** Sesame is not in your recipe, so it does not stand there, in bold or otherwise.
          2. **Possible traces.** This is your judgement of the kitchen, not of the recipe. In Firstbake it belongs to the \
          *place*: *Settings → Places → Shared kitchen → Possible traces → Sesame*. Every product made there gets the line.

          Please ask the food authority of your town whether it wants a particular sentence; some do. The text can be changed \
          under *Labels → Words*.
          """),
        WrittenPost(
          .remark, .priya, after: 37, on: 1,
          """
          I called them. They want “may contain”, and a cloth between the shelves. Both done.
          """),
      ]),
    WrittenTopic(
      .question, "Label printer leaves the first two millimetres white", in: "labels", ["printers", "label-design"],
      by: .kofi, hoursAgo: 10.2, votes: 2, meToos: 5, views: 163,
      """
      58 × 40 mm labels. Everything is shifted to the right by two millimetres, so the barcode touches the edge and the till does \
      not read it. The test page of the printer itself is fine.

      I tried:

      - margins 0 in Firstbake
      - another roll
      - turning the roll around (do not)
      """,
      [
        WrittenPost(
          .answer, .arjun, after: 33, votes: 5, accepted: .kofi,
          """
          The printer thinks the label is 60 mm wide, because the gap between labels is counted as label. Hold the feed button \
          until it blinks twice; it measures the roll again and prints the width it found. If it says 58, Firstbake and the \
          printer agree.

          More about it: [measuring a roll](https://example.com/firstbake/printers/measure).
          """),
        WrittenPost(
          .remark, .kofi, after: 58, votes: 1, on: 0,
          """
          It said 60.3. Now it says 58 and the till reads every one.
          """),
        WrittenPost(
          .answer, .lucia, after: 150, votes: 2,
          """
          Thank you, Arjun. I have added the two blinks to the page about printers, with a picture.
          """),
      ]),
    WrittenTopic(
      .question, "Nutrition table shows 0 g salt for a dough with 2 % salt", in: "labels", ["nutrition", "recipe-versions"],
      by: .sinead, hoursAgo: 29.5, votes: 1, meToos: 3, views: 118,
      """
      The scones have salt, the table says 0.0 g. Energy and fat look right. I changed the supplier of the salt last week, that is \
      all.
      """,
      [
        WrittenPost(
          .answer, .lucia, after: 18, votes: 7, accepted: .sinead,
          """
          The new salt has no nutrition values yet, and an ingredient without values was counted as zero. Open *Ingredients → Sea \
          salt → Nutrition* and take over the values of the old one; the table is right at once.

          Counting it as zero was wrong of us: a missing figure is not a nought. From the next version the table says *incomplete* \
          and names the ingredient, and such a label does not print.
          """),
        WrittenPost(
          .remark, .sinead, after: 40, on: 0,
          """
          1.1 g. I had printed sixty labels; they are firelighters now.
          """),
        WrittenPost(
          .remark, .lucia, after: 55, votes: 3, on: 0,
          """
          Write to me with the number of the roll and we pay for the sixty.
          """),
      ]),
    WrittenTopic(
      .question, "The mill called a flour back: which loaves was it in?", in: "labels", ["batch-tracing", "flour"],
      by: .marek, hoursAgo: 47, votes: 4, meToos: 3, views: 210,
      """
      The mill called back one lot of T80, delivered on the 9th. I need to know by tonight which products and which customers. I \
      have the lot number from the sack: `L-22817`.
      """,
      [
        WrittenPost(
          .answer, .lucia, after: 5, votes: 12, accepted: .marek,
          """
          *Stock → Lots → L-22817 → Where it went*. It shows products, days and customers, and **Print list** makes the page the \
          authority asks for.

          If the lot was not entered on the 9th, do this instead: open the delivery, type the lot number now. Firstbake works out \
          from the oldest-first rule which doughs must have used it, and marks them as *calculated*.

          I am at my desk until eight and have your number open.
          """),
        WrittenPost(
          .remark, .marek, after: 17, on: 0,
          """
          Eleven products, four customers, all called by half past five. It was not entered, it was calculated, and the mill’s own \
          list agrees.
          """),
        WrittenPost(
          .answer, .greta, after: 140, votes: 5,
          """
          For everybody who reads this on a quiet day: enter the lot when the sack comes in. It takes as long as reading this line.
          """),
      ]),
    WrittenTopic(
      .question, "Oats that are gluten-free keep turning up in bold", in: "labels", ["gluten-free", "allergens"],
      by: .rebeca, hoursAgo: 83, votes: 2, meToos: 2, views: 101,
      """
      My oats are certified, yet the label prints **oats** as an allergen. If I remove the allergen from the ingredient, the \
      certified sign goes away as well.
      """,
      [
        WrittenPost(
          .answer, .lucia, after: 42, votes: 6, accepted: .rebeca,
          """
          In most countries oats stay an allergen that must be named, even when they are certified: the certificate is about \
          traces of wheat. So the bold is right and should stay.

          What you probably miss is the line beside it. *Ingredient → Certificates → Gluten-free (below 20 mg/kg)* puts the sign \
          and your certificate number under the list.
          """),
        WrittenPost(
          .remark, .rebeca, after: 77, on: 0,
          """
          I had it the wrong way round for a year. Bold and certified.
          """),
      ]),
    WrittenTopic(
      .question, "Long names are cut off: “Grandmother’s sweet bread with coconut and li”", in: "labels", ["label-design", "translations"],
      by: .leilani, hoursAgo: 112, votes: 1, meToos: 1, views: 64,
      """
      It should say *lilikoʻi*. The label has room for a second line, but the name stays on the first and is cut.
      """,
      [
        WrittenPost(
          .answer, .kai, after: 15, votes: 4, accepted: .leilani,
          """
          Touch the name in the label editor, then **Lines: 2** and *Shrink to fit*. And check that the printer’s font knows the \
          ʻokina; ours printed a box until I chose the font called Plain.
          """),
        WrittenPost(
          .remark, .leilani, after: 30, on: 0,
          """
          Both lines and a proper ʻokina. Mahalo, Kai.
          """),
      ]),
  ]
}
