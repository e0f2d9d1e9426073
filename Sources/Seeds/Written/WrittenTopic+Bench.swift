extension WrittenTopic {
  static let bench: [WrittenTopic] = [
    WrittenTopic(
      .discussion, "What do you call your starter, and who feeds it when you are away?", in: "bench", ["sourdough"],
      by: .kai, hoursAgo: 5.2, votes: 9, views: 214,
      """
      Ours is called *Uncle*. He is fourteen, he has survived two moves and a power cut, and next week I am away for the first \
      time in three years. Who feeds yours?
      """,
      [
        WrittenPost(
          .reply, .chiara, after: 8, votes: 7,
          """
          *La Signora*. Nobody else feeds her. I have not been on holiday since 2009, and I notice how that sounds now that I \
          write it down.
          """),
        WrittenPost(
          .reply, .zoe, after: 15, votes: 4,
          """
          Dry a spoonful on baking paper, two days, crumble, jar. Then you can go to the moon.
          """),
        WrittenPost(
          .reply, .kai, after: 22, votes: 2, on: 1,
          """
          I dried some last night. Uncle as a cornflake. I feel better already.
          """),
        WrittenPost(
          .reply, .hoa, after: 40, votes: 3,
          """
          No starter here, but my mother feeds the neighbours’ while they travel. She charges in flour.
          """),
        WrittenPost(
          .reply, .greta, after: 75, votes: 5,
          """
          Apprentices, second year. It is in the syllabus under *responsibility*.
          """),
        WrittenPost(
          .reply, .sam, after: 110, votes: 2,
          """
          A reminder task in the day plan works too: “Feed Uncle, 100/100/20, 21:00”. The plan does not judge.
          """),
      ]),
    WrittenTopic(
      .discussion, "What should an apprentice know after the first hundred days?", in: "bench", ["apprentices"],
      by: .greta, hoursAgo: 19.7, votes: 11, views: 287,
      """
      I rewrite our list every autumn. At the moment it says, after a hundred days somebody can

      - [x] weigh without being checked
      - [x] say by touch whether a dough has had enough
      - [ ] load a deck oven alone
      - [ ] tell a customer what is in the bread, without looking it up
      - [ ] say “I do not know” before the oven is full

      What would you put in, and what would you take out?
      """,
      [
        WrittenPost(
          .reply, .henrik, after: 33, votes: 6,
          """
          Put in: clean as the last step *of the task*, not of the day.
          """),
        WrittenPost(
          .reply, .fatou, after: 51, votes: 4,
          """
          I would take out the deck oven. Two of mine burnt themselves because it was on a list with a date.
          """),
        WrittenPost(
          .reply, .greta, after: 70, votes: 3, on: 1,
          """
          That is a good reason. It moves to “when ready”, without a date.
          """),
        WrittenPost(
          .reply, .zoe, after: 140, votes: 2,
          """
          “Knows why we do it this way, or has asked.”
          """),
        WrittenPost(
          .reply, .jonas, after: 260, votes: 2,
          """
          My grandfather’s list had one line: comes back on the second day.
          """),
        WrittenPost(
          .reply, .thandi, after: 300, votes: 5,
          """
          We ask them to teach one thing to somebody else. You see at once what they have understood.
          """),
      ]),
    WrittenTopic(
      .discussion, "Night tariff or daylight: has anybody moved the bake to the afternoon?", in: "bench", ["energy", "oven-plan"],
      by: .henrik, hoursAgo: 43, votes: 8, views: 233,
      """
      Our contract changes in spring: cheapest from 11:00 to 15:00, because of the sun. Rye does not mind being baked in the \
      afternoon and sold the next day. My neighbours would stop smelling it at three in the morning, which some of them would miss.

      Has anybody done it?
      """,
      [
        WrittenPost(
          .reply, .zoe, after: 26, votes: 5,
          """
          Half of it. Rye and crispbread in the afternoon, wheat at night. We saved a little power and a lot of marriage.
          """),
        WrittenPost(
          .reply, .tomas, after: 60, votes: 3,
          """
          I tried with sourdough, shaped and cold overnight, baked at noon. The wholesale customers want it at seven, so it did \
          not work for us. For the shop alone it would.
          """),
        WrittenPost(
          .reply, .ewan, after: 95, votes: 1,
          """
          There is no sun here from October. I read this thread as fiction.
          """),
        WrittenPost(
          .reply, .henrik, after: 120, on: 0,
          """
          Half of it is what my sheet says too. I will report in April, with a table.
          """),
        WrittenPost(
          .reply, .bridget, after: 400, votes: 2,
          """
          I have set myself a note for April, Henrik.
          """),
      ]),
    WrittenTopic(
      .discussion, "What do you do with the quiet hour at a market, between ten and eleven?", in: "bench", ["market", "small-shops"],
      by: .leilani, hoursAgo: 70, votes: 6, views: 166,
      """
      Sold out at ten is nice. Sold half at ten and nobody until eleven is long. I do not want to shout. What do you do?
      """,
      [
        WrittenPost(
          .reply, .mina, after: 20, votes: 4,
          """
          Cut one open. People cannot walk past a cut loaf.
          """),
        WrittenPost(
          .reply, .gideon, after: 38, votes: 5,
          """
          Bake in two deliveries. My brother arrives at half past ten with the second lot, warm, and walks through the market with \
          it slowly.
          """),
        WrittenPost(
          .reply, .leilani, after: 55, votes: 2, on: 1,
          """
          “Slowly” is genius. I have a cousin for this.
          """),
        WrittenPost(
          .reply, .sinead, after: 150, votes: 1,
          """
          Scones with a price by the three. They finish the hour by themselves.
          """),
      ]),
    WrittenTopic(
      .discussion, "Working alone: how do you take a day off without closing?", in: "bench", ["rota", "small-shops"],
      by: .camille, hoursAgo: 103, votes: 12, views: 410,
      """
      I am alone in the lab. When I close, I lose the regulars to the supermarket for two days, because they buy double. I do not \
      want to hire. I want a Wednesday.
      """,
      [
        WrittenPost(
          .reply, .priya, after: 18, votes: 5,
          """
          I freeze shaped croissants on Monday. A friend bakes them off on Wednesday. She can do nothing else, and she does not \
          have to.
          """),
        WrittenPost(
          .reply, .dimitra, after: 44, votes: 4,
          """
          I close on Wednesdays and say so **everywhere**, for six months. After that nobody came on a Wednesday, and Thursday got \
          better.
          """),
        WrittenPost(
          .reply, .camille, after: 60, votes: 1, on: 1,
          """
          Six months is the part I was missing. I gave up after three weeks.
          """),
        WrittenPost(
          .reply, .thandi, after: 130, votes: 6,
          """
          Two women near us close on different days and sell for each other. Each has a shelf in the other’s shop. It began as an \
          accident.
          """),
        WrittenPost(
          .reply, .elise, after: 160, votes: 2, on: 3,
          """
          I would drive an hour for that accident.
          """),
        WrittenPost(
          .reply, .camille, after: 900, votes: 8,
          """
          A report, since you were so kind: I asked the cheese shop across the street. She sells twelve of my loaves on Wednesdays \
          and I put her cheese in my Saturday quiche. First Wednesday was yesterday. I slept.
          """),
      ]),
  ]
}
