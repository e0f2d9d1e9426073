extension WrittenTopic {
  static let firstWeeks: [WrittenTopic] = [
    WrittenTopic(
      .question, "First week: what should I enter first, recipes or customers?", in: "getting-started", ["moving-in", "small-shops"],
      by: .ayse, hoursAgo: 0.9, votes: 2, meToos: 1, views: 33,
      """
      I opened in September with simit and poğaça, one oven, me and my cousin. Everything is in a notebook. Where do I start so \
      that something works by Friday?
      """,
      [
        WrittenPost(
          .answer, .omar, after: 12, votes: 6,
          """
          We came from a notebook last year. Do **ten products and tomorrow**. Not all of them, not the past.

          1. The ten things you bake every day, with recipes.
          2. One customer called *Shop*.
          3. Tomorrow’s numbers.

          On the second day the plan prints and you trust it. The rest comes while you use it.
          """)
      ]),
    WrittenTopic(
      .question, "Can I try everything with invented orders and start clean afterwards?", in: "getting-started", ["moving-in", "import"],
      by: .daniyar, hoursAgo: 12.6, votes: 3, meToos: 3, views: 147,
      """
      I would like to play for a week without customers getting mails from me. And afterwards throw the orders away but keep the \
      recipes.
      """,
      [
        WrittenPost(
          .answer, .ana, after: 31, votes: 8, accepted: .daniyar,
          """
          Yes. Every account has a **practice day**: *Settings → Practice → Start*. Orders, sales and deliveries you make there \
          are marked in yellow, and no mail leaves.

          When you end practice you are asked what to keep. Recipes, ingredients and customers are kept unless you say otherwise; \
          orders are thrown away.
          """),
        WrittenPost(
          .remark, .daniyar, after: 50, on: 0,
          """
          I sold myself four hundred loaves and never felt so successful.
          """),
        WrittenPost(
          .remark, .sam, after: 180, votes: 5, on: 0,
          """
          Please keep the practice going until somebody returns one.
          """),
      ]),
    WrittenTopic(
      .question, "Seven owners, no boss: which role does everybody get?", in: "getting-started", ["accounts", "rota"],
      by: .thandi, hoursAgo: 33.8, votes: 2, meToos: 4, views: 131,
      """
      In the form one person is *owner* and the rest are *bakers*. We have no owner; we have seven. Can all of us be owners, and \
      what happens if one leaves?
      """,
      [
        WrittenPost(
          .answer, .ana, after: 40, votes: 7, accepted: .thandi,
          """
          All seven can be owners; there is no limit. Two things to know:

          - An owner can remove an owner. The others are told by mail, all of them, at once.
          - The account needs at least one. The last one cannot remove themselves.

          When somebody leaves, choose *Leaves on …* instead of *Remove*. Their name stays on what they did, and the sign-in ends \
          on the day.
          """),
        WrittenPost(
          .remark, .thandi, after: 71, votes: 2, on: 0,
          """
          “The others are told, all of them, at once” convinced the two who had doubts.
          """),
      ]),
    WrittenTopic(
      .discussion, "From notebook to plan: what I would do differently after one year", in: "getting-started",
      ["moving-in", "small-shops"],
      by: .omar, hoursAgo: 54, votes: 14, views: 498,
      """
      One year today. We are a family bakery, flatbread and manakish, five people, no computer before this. What I would do \
      differently:

      1. **Start with the van, not with the oven.** The packing list saved more time than the recipes did.
      2. **Not enter everything.** I typed 160 recipes in a week. We bake 40.
      3. **Let my mother choose the names.** I called it *Za’atar 30 cm*. Nobody else did. For a month the plan and the people \
      spoke different languages.
      4. **Keep the notebook in the shop for a while.** Not for writing. For calm.

      What would you add?
      """,
      [
        WrittenPost(
          .reply, .greta, after: 25, votes: 6,
          """
          Your third point is worth a whole course. I have seen plans fail on names and never on figures.
          """),
        WrittenPost(
          .reply, .kai, after: 48, votes: 4,
          """
          Number 2. I have 14 kinds of malasada in there, and we make three.
          """),
        WrittenPost(
          .reply, .ayse, after: 66, votes: 2,
          """
          I am in my first week, so this came at the right moment. I crossed out half of my list.
          """),
        WrittenPost(
          .reply, .omar, after: 80, votes: 1, on: 2,
          """
          Cross out half of what is left as well. You can always add.
          """),
        WrittenPost(
          .reply, .noor, after: 120, votes: 5,
          """
          Omar, may we give this to people who start? With your name, and your mother’s, if she likes.
          """),
        WrittenPost(
          .reply, .omar, after: 150, votes: 7, on: 4,
          """
          She says yes, if you write that the za’atar is from her.
          """),
        WrittenPost(
          .reply, .chiara, after: 600, votes: 3,
          """
          I would add: print the plan and hang it up, even if you have a tablet. Visitors read it and ask for things.
          """),
      ]),
    WrittenTopic(
      .question, "My mother reads Vietnamese, I read English: two languages on two screens?", in: "getting-started",
      ["translations", "accounts"],
      by: .hoa, hoursAgo: 79, votes: 1, meToos: 3, views: 112,
      """
      The shop screen is hers, the office is mine. If I change the language, it changes for both of us.
      """,
      [
        WrittenPost(
          .answer, .ana, after: 27, votes: 5, accepted: .hoa,
          """
          The language belongs to the member, not to the account. It changed for both because you are signed in with the same \
          name. Make her a member of her own (*Settings → People → Add*, no mail address needed, a PIN is enough) and choose \
          Vietnamese there.

          Product names are translated separately: *Products → Names in other languages*. Where one is missing, the first language \
          is shown.
          """),
        WrittenPost(
          .remark, .hoa, after: 52, on: 0,
          """
          She found the button for larger letters before I did.
          """),
      ]),
  ]
}
