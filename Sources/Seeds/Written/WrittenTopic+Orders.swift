extension WrittenTopic {
  static let orders: [WrittenTopic] = [
    WrittenTopic(
      .question, "A customer changed her order at 17:58 and the plan did not see it", in: "orders", ["cut-off", "order-form"],
      by: .tomas, hoursAgo: 4.6, votes: 6, meToos: 7, views: 248,
      """
      Our cut-off is 18:00. A café changed from 40 to 60 rolls at 17:58; she has the confirmation. The plan for the night said 40. \
      I drove the other 20 over myself, warm, so nobody was cross, but I would like to understand it.
      """,
      [
        WrittenPost(
          .answer, .noor, after: 35, votes: 10, accepted: .tomas,
          """
          I looked at the two times with the number you sent me. The change was taken at 17:58:41. Your day plan was **frozen** at \
          17:55, because *Freeze before cut-off* is set to 5 minutes. In those five minutes a change was accepted and never \
          reached the plan. That is our mistake, not the café’s and not yours.

          What we did: since this morning a change after the freeze is either refused with the reason or, if you allow it, put on \
          the plan in orange. What you can do tonight: set *Freeze before cut-off* to 0.
          """),
        WrittenPost(
          .remark, .tomas, after: 52, votes: 4, on: 0,
          """
          Orange is good. Thank you for looking at the seconds.
          """),
        WrittenPost(
          .remark, .oksana, after: 75, on: 0,
          """
          We had one of these in spring and I blamed the customer. I will write to her.
          """),
      ]),
    WrittenTopic(
      .question, "Standing order for every second Tuesday, except in school holidays", in: "orders", ["standing-orders", "wholesale"],
      by: .oksana, hoursAgo: 14, votes: 3, meToos: 4, views: 199,
      """
      A school takes 80 buns every second Tuesday. In the holidays it takes none, and after the holidays it starts again with the \
      **first** Tuesday, not with the old rhythm. Until now I delete and make it again three times a year.
      """,
      [
        WrittenPost(
          .answer, .bridget, after: 28, votes: 4,
          """
          I keep two standing orders, odd weeks and even weeks, and switch one of them off. It is not elegant.
          """),
        WrittenPost(
          .answer, .noor, after: 64, votes: 9, accepted: .oksana,
          """
          Use a *term* for the order:

          1. *Standing order → Runs* → **In terms**.
          2. Enter the school terms once, or paste them as `from, to` lines.
          3. Choose **Rhythm starts again with each term**.

          Other schools can use the same terms; they are kept under *Orders → Calendars*.
          """),
        WrittenPost(
          .remark, .oksana, after: 130, votes: 1, on: 1,
          """
          Entered until next summer. Three deletions a year less.
          """),
      ]),
    WrittenTopic(
      .question, "The van has two doors: can the packing list go in reverse order of the stops?", in: "orders", ["rounds", "wholesale"],
      by: .omar, hoursAgo: 26.5, votes: 4, meToos: 2, views: 156,
      """
      First stop must go in last. Our packing list follows the route, so every morning we pack it, look at it, and unpack half. \
      With two doors it is worse: stops 1 to 6 use the side door, the rest the back.
      """,
      [
        WrittenPost(
          .answer, .oksana, after: 19, votes: 7, accepted: .omar,
          """
          *Rounds → the round → Packing → Last stop first*. For the doors give the round two **zones** and name them, ours are \
          *side* and *back*. The list then prints one page per zone, each in its own order.
          """),
        WrittenPost(
          .remark, .omar, after: 33, on: 0,
          """
          Twelve minutes faster this morning, measured by my uncle, who believes in nothing.
          """),
        WrittenPost(
          .answer, .malik, after: 400, votes: 1,
          """
          We also put the zone on the crate label. `{{zone}}` works in the template.
          """),
      ]),
    WrittenTopic(
      .question, "How do I take orders for one cake with 14 possible inscriptions?", in: "orders", ["order-form", "price-list"],
      by: .camille, hoursAgo: 39, votes: 2, meToos: 6, views: 233,
      """
      For name days people order the same cake with different words on it. If each one is a product, the price list has 14 lines. \
      If it is a note, nobody reads notes at five in the morning.
      """,
      [
        WrittenPost(
          .answer, .elise, after: 40, votes: 3,
          """
          Products with a *choice*. It is under the product, below the photograph. The choice is printed in bold in the day plan.
          """),
        WrittenPost(
          .answer, .noor, after: 88, votes: 6, accepted: .camille,
          """
          As Élise says. For free words take **Choice → Customer writes it**, up to 24 letters, and tick *Show on the plan*. You \
          get one line per cake in the plan:

          > Name-day cake, 6 persons — **“Für Oma Hilde”**

          The price can depend on the choice too, if sugar letters cost you more than icing.
          """),
        WrittenPost(
          .remark, .camille, after: 140, on: 1,
          """
          Fourteen lines became one. *Merci* to you both.
          """),
      ]),
    WrittenTopic(
      .question, "One invoice a month per customer, but two of them need one per branch", in: "orders", ["invoices", "wholesale"],
      by: .ruth, hoursAgo: 57, votes: 5, meToos: 8, views: 377,
      """
      I keep the books for four bakeries. A chain of cafés wants the delivery notes together and the **invoice per branch**, \
      because each branch pays by itself. The setting is per customer, and the branches are addresses of one customer.
      """,
      [
        WrittenPost(
          .answer, .abena, after: 95, votes: 8, accepted: .ruth,
          """
          Make the branches *customers* with the chain as their **group**. Orders, prices and limits are then kept at the group, \
          invoices go out per branch.

          Moving is one step: *Customer → Addresses → Make branches of these*. Open orders and the history go along; the old \
          customer stays as the group.
          """),
        WrittenPost(
          .remark, .ruth, after: 130, on: 0,
          """
          It moved eleven addresses and 2,300 delivery notes and asked me one question. I like that ratio.
          """),
        WrittenPost(
          .answer, .oksana, after: 300, votes: 2,
          """
          Check the payment terms afterwards. They are copied from the old customer, and ours said 30 days for everybody.
          """),
      ]),
    WrittenTopic(
      .question, "The confirmation says “until 6” and my customers do not know which six", in: "orders", ["cut-off", "translations"],
      by: .elise, hoursAgo: 99, votes: 1, meToos: 2, views: 93,
      """
      Half of my customers read it as six in the morning. The account is in English, the customers are not, and I cannot find \
      where that sentence comes from.
      """,
      [
        WrittenPost(
          .answer, .noor, after: 22, votes: 5, accepted: .elise,
          """
          It comes from *Settings → Order form → Words*, the line `cutoff.reminder`. Two remedies, both take effect at once:

          - *Settings → Region → Clock: 24 hours*. The sentence then says 18:00.
          - Write your own sentence; `{time}` and `{weekday}` are filled in.

          Several languages are possible: each customer has one, and the words are kept per language.
          """),
        WrittenPost(
          .remark, .elise, after: 61, on: 0,
          """
          “Jusqu’à mercredi, 18 h.” Nobody has asked since.
          """),
      ]),
  ]
}
