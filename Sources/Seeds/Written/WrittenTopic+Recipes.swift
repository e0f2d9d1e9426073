extension WrittenTopic {
  static let recipes: [WrittenTopic] = [
    WrittenTopic(
      .question, "Scaling a recipe to 37 loaves leaves me with 0.4 of an egg", in: "recipes", ["scaling", "units"],
      by: .kai, hoursAgo: 2.2, votes: 4, meToos: 6, views: 138,
      """
      My brioche is written for 24 loaves with 18 eggs. On Fridays I need 37, and the dough room screen says **27.75 eggs**. \
      Rounding up makes the dough slack, rounding down makes it dry, and my weekend baker does a different thing every week.

      What I tried:

      - egg as an ingredient in pieces, rounding set to *up*
      - egg in grams, but then the stock count wants grams too, and we buy trays of 30

      How do you write eggs so that the plan is right and the stock still counts trays?
      """,
      [
        WrittenPost(
          .answer, .greta, after: 24, votes: 11, accepted: .kai,
          """
          Write the egg in grams and give it a **stock unit**: *Recipes → Ingredients → Egg → Stock unit: tray, 1 tray = 1,590 g* \
          (30 eggs at 53 g without the shell).

          | | Recipe says | Stock counts |
          |---|---:|---:|
          | 24 loaves | 954 g | 0.60 tray |
          | 37 loaves | 1,471 g | 0.93 tray |

          Then crack, whisk and weigh. It is one bowl more and the dough is the same every Friday.
          """),
        WrittenPost(
          .remark, .kai, after: 31, on: 0,
          """
          So the whisking is the point. My weekend baker will hate it for a week. Thank you, Greta.
          """),
        WrittenPost(
          .remark, .greta, after: 44, votes: 2, on: 0,
          """
          Keep the last of the bowl for egg wash. Nothing is lost.
          """),
        WrittenPost(
          .answer, .noor, after: 70, votes: 5,
          """
          Greta’s way is the one we would choose. One thing to add: the dough room screen can show both. Open the ingredient and \
          switch on *Show stock unit in brackets*; your baker then reads `1,471 g (0.93 tray)`.
          """),
      ]),
    WrittenTopic(
      .question, "Butter went up twice this month: which price does the cost of a croissant use?", in: "recipes", ["costing", "suppliers"],
      by: .thandi, hoursAgo: 20.5, votes: 6, meToos: 9, views: 402,
      """
      We are a co-operative of seven and agree on prices together once a quarter. Butter went from 6.10 to 7.45 to 7.90 within \
      four weeks. The cost of our croissant moved from 0.61 to 0.74, but I cannot tell **which** delivery it is using.

      Is it the last price, the average, or what is really in the fridge?
      """,
      [
        WrittenPost(
          .answer, .abena, after: 55, votes: 14, accepted: .thandi,
          """
          It is the price of what is in the fridge, oldest delivery first. As soon as the older butter is used up by the day plan, \
          the next price counts.

          You can choose another way under *Settings → Costing*:

          1. **First in, first out** (yours): closest to the truth, moves in steps.
          2. **Average of the stock**: moves slowly. Most co-operatives take this one.
          3. **Last price paid**: good when you set prices, too high when prices fall.

          The three figures for one product stand side by side under *Recipe → Cost → Compare*.
          """),
        WrittenPost(
          .remark, .thandi, after: 92, votes: 1, on: 0,
          """
          Compare is exactly what I need for the meeting. We will vote for the average.
          """),
        WrittenPost(
          .answer, .ruth, after: 180, votes: 6,
          """
          From the bookkeeper’s side: choose one and write down the day you chose it. Changing the method in the middle of a year \
          makes the stock value jump, and somebody will ask.
          """),
      ]),
    WrittenTopic(
      .question, "Does the flour in the poolish count towards the 100 %?", in: "recipes", ["percentages", "preferments"],
      by: .daniyar, hoursAgo: 31, votes: 3, meToos: 2, views: 187,
      """
      I moved my notebook recipe over. In the notebook the poolish is a separate line; in Firstbake the total hydration now reads \
      84 % instead of 72 %, and the scaling of salt is off as well.

      ```
      Flour        8.0 kg
      Poolish      4.0 kg   (2.0 flour, 2.0 water)
      Water        5.2 kg
      Salt         0.2 kg
      ```

      Where do I tell it that half of the poolish is flour?
      """,
      [
        WrittenPost(
          .answer, .tomas, after: 16, votes: 8, accepted: .daniyar,
          """
          You made the poolish an *ingredient*. Make it a *preferment* instead: open the line, choose **Made here**, and pick the \
          recipe of the poolish. Its flour and water are then counted where they belong:

          ```
          Flour total  10.0 kg   100 %
          Water total   7.2 kg    72 %
          Salt          0.2 kg     2 %
          ```

          The day plan also puts the poolish on yesterday’s list, which is the nicer half of the change.
          """),
        WrittenPost(
          .remark, .daniyar, after: 40, on: 0,
          """
          72 %, as in the notebook. And yesterday’s list told me what I had forgotten for tomorrow.
          """),
      ]),
    WrittenTopic(
      .question, "Go back to last month’s milk bread without losing the new one", in: "recipes", ["recipe-versions"],
      by: .mei, hoursAgo: 52, votes: 2, meToos: 3, views: 144,
      """
      I changed the milk bread on the 3rd: less sugar, a longer rest. Customers noticed. I want last month’s version for the shop \
      and keep the new one for the café that likes it. Is copying the recipe the right way, or do I lose the sales history?
      """,
      [
        WrittenPost(
          .answer, .noor, after: 38, votes: 7, accepted: .mei,
          """
          Copying is not needed, and the history stays.

          1. Open *Milk bread → Versions*. Every day you changed something is listed.
          2. At last month’s version choose **Use from tomorrow**.
          3. At the new one choose **Keep as variant** and name it, for instance *Milk bread, café*.

          A variant shares the product’s sales history and has its own line in the day plan.
          """),
        WrittenPost(
          .remark, .mei, after: 66, on: 0,
          """
          Done before the flour was weighed. Thank you, Noor.
          """),
      ]),
    WrittenTopic(
      .question, "A yield of 91 % for one flour and 96 % for another: where does the loss go?", in: "recipes", ["gluten-free", "costing"],
      by: .rebeca, hoursAgo: 75, votes: 2, meToos: 1, views: 96,
      """
      My gluten-free loaf loses much more water in the oven than the wheat one. If I set *baking loss* on the product, both flours \
      use the same figure, because it is one product with two recipes. The cost per loaf is then wrong by about 4 cents.
      """,
      [
        WrittenPost(
          .answer, .rohan, after: 120, votes: 3,
          """
          Set the loss on the **recipe**, not on the product: *Recipe → Yield → Baking loss*. The one on the product is only used \
          where the recipe says nothing. The screen does not make that obvious, I had to try it.
          """),
        WrittenPost(
          .answer, .abena, after: 200, votes: 4, accepted: .rebeca,
          """
          Rohan is right, and so is his remark about the screen. I have moved the sentence “used where the recipe has none” next \
          to the field; it is there from next Tuesday’s version.
          """),
        WrittenPost(
          .remark, .rebeca, after: 260, on: 1,
          """
          Found it, four cents and all.
          """),
      ]),
    WrittenTopic(
      .question, "Two bakers, two systems: ounces on one screen and grams on the other", in: "recipes", ["units", "translations"],
      by: .ewan, hoursAgo: 118, votes: 1, meToos: 2, views: 88,
      solved: "I switched the account to metric, printed everything once, and went through it with a pencil on a quiet Tuesday.",
      """
      I grew up in ounces, my new baker in grams. Each of us would like our own. The account has one setting. Has anybody made \
      this work without a conversion table taped to the mixer?
      """,
      [
        WrittenPost(
          .answer, .zoe, after: 90, votes: 3,
          """
          We had the same with an apprentice. Honestly: choose grams, live through two bad weeks, never think of it again.
          """),
        WrittenPost(
          .answer, .piet, after: 300, votes: 2,
          """
          A setting per member is not there, and I do not want to promise it. What exists: the dough room screen shows a second \
          unit when you hold a line for a second.
          """),
        WrittenPost(
          .remark, .ewan, after: 420, on: 0,
          """
          Two weeks, you say. The pencil is out.
          """),
      ]),
  ]
}
