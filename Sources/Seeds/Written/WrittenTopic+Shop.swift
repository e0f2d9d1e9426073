extension WrittenTopic {
  static let shop: [WrittenTopic] = [
    WrittenTopic(
      .question, "New prices on Monday, but the shelf tags should be printed on Saturday", in: "shop", ["till", "price-list"],
      by: .saskia, hoursAgo: 3.1, votes: 3, meToos: 5, views: 97,
      """
      We change prices twice a year. If I enter them on Saturday for printing, the till takes them on Saturday. If I enter them on \
      Monday at six, I print 140 tags while the first customers wait.
      """,
      [
        WrittenPost(
          .answer, .abena, after: 21, votes: 9, accepted: .saskia,
          """
          Enter them as a **coming price list**:

          1. *Prices → New list*, from Monday 05:00.
          2. Copy the current one, change what changes. *Raise by 4 %, round to 5 cents* is under **Change many**.
          3. *Print tags* asks which list: take the coming one.

          The till changes over by itself at 05:00, also when it was off at that time.
          """),
        WrittenPost(
          .remark, .saskia, after: 49, on: 0,
          """
          140 tags on a Saturday afternoon with music. Thank you, Abena.
          """),
        WrittenPost(
          .remark, .chiara, after: 200, on: 0,
          """
          “Round to 5 cents” is new to me. I did 200 of these by hand in January.
          """),
      ]),
    WrittenTopic(
      .question, "The line was down for two hours: what happens to the sales the till made?", in: "shop", ["till", "offline"],
      by: .mateo, hoursAgo: 18.4, votes: 5, meToos: 6, views: 281,
      """
      A digger found our cable. The till went on and wrote *offline* at the top. Now the line is back and today’s takings in \
      Firstbake are lower than the drawer by about the right amount.

      How long may it take, and can I see what is still missing?
      """,
      [
        WrittenPost(
          .answer, .abena, after: 14, votes: 8, accepted: .mateo,
          """
          The till keeps every sale on its own disk and sends them when the line is back, oldest first, about 200 a minute. *Till \
          → Connection* shows how many are waiting.

          If the number does not fall, somebody has signed in on a second till with the same name; the sales then wait until one \
          of them signs out. They are never thrown away.
          """),
        WrittenPost(
          .remark, .mateo, after: 22, on: 0,
          """
          That was it: the weekend tablet in the drawer, signed in. 164 sales arrived while I looked.
          """),
      ]),
    WrittenTopic(
      .question, "Count what is left at six without standing there with a clipboard", in: "shop", ["leftovers", "day-plan"],
      by: .gideon, hoursAgo: 36, votes: 4, meToos: 4, views: 190,
      """
      I would like to know which bagels to bake less of. Counting at closing time takes twenty minutes and my people want to go \
      home. How do you do it?
      """,
      [
        WrittenPost(
          .answer, .saskia, after: 50, votes: 6,
          """
          We count only what is left in *full fives*. 0, 5, 10. It takes four minutes, and for planning it is good enough.
          """),
        WrittenPost(
          .answer, .kai, after: 77, votes: 5, accepted: .gideon,
          """
          The till knows what was sold and the plan knows what was made, so the rest is the difference. I only count on \
          Wednesdays, to see how far the difference is from the truth. It is off by 2 %, mostly what we eat.
          """),
        WrittenPost(
          .remark, .gideon, after: 110, on: 1,
          """
          Wednesdays, then. I will put what we eat on the list as well.
          """),
        WrittenPost(
          .answer, .abena, after: 300, votes: 3,
          """
          Kai’s way has a page of its own: *Shop → Leftovers → From plan and till*. On the day you count, the difference is shown \
          beside it.
          """),
      ]),
    WrittenTopic(
      .question, "Second till for a market stall on Saturdays only", in: "shop", ["market", "tablets"],
      by: .leilani, hoursAgo: 62, votes: 2, meToos: 2, views: 109,
      """
      One stall, one day a week, no power, a phone with a cracked screen. I do not want to pay a whole month for a till that works \
      four days in it. And can the stall have fewer products than the shop?
      """,
      [
        WrittenPost(
          .answer, .noor, after: 44, votes: 7, accepted: .leilani,
          """
          You do not have to. A till is paid by the day it was opened: *Shop → Tills → New → Market*. Four Saturdays are four days.

          For the products make a list *Market* under **Prices**; the stall’s till then shows only what is on it. The phone works, \
          cracked or not, as long as its browser is younger than about three years.
          """),
        WrittenPost(
          .remark, .leilani, after: 90, on: 0,
          """
          Set up on the ferry. Sold out by ten.
          """),
      ]),
    WrittenTopic(
      .question, "Who opened the drawer at 21:12?", in: "shop", ["till", "accounts"],
      by: .tevita, hoursAgo: 105, votes: 0, meToos: 1, views: 58,
      """
      Nothing is missing. I would only like to know. The report says *Till 1* and no name.
      """,
      [
        WrittenPost(
          .answer, .saskia, after: 30, votes: 3,
          """
          If everybody signs in with the same PIN, it cannot know. Ours did the same until we gave each person their own.
          """),
        WrittenPost(
          .answer, .abena, after: 85, votes: 4, accepted: .tevita,
          """
          Saskia is right about the PIN. For the evening in question there is one more trace: *Till → Journal* keeps the reason \
          for each opening without a sale. At 21:12 it may say “change counted”.
          """),
        WrittenPost(
          .remark, .tevita, after: 120, on: 1,
          """
          “Change counted.” It was my mother.
          """),
      ]),
  ]
}
