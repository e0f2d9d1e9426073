extension WrittenTopic {
  static let stock: [WrittenTopic] = [
    WrittenTopic(
      .question, "Stock says minus 14 kg of rye, and I am standing in front of four sacks", in: "stock", ["stock-count", "units"],
      by: .henrik, hoursAgo: 6.3, votes: 2, meToos: 3, views: 88,
      """
      The count was right on the 1st. Since then the stock of rye fell below zero although two deliveries came in. Both are \
      listed. I have not changed the recipes.
      """,
      [
        WrittenPost(
          .answer, .rohan, after: 29, votes: 5, accepted: .henrik,
          """
          Look at the unit of the two deliveries. When the mill changed the sack from 25 to 20 kg, mine were booked as `2 × 1 kg`, \
          because the new sack had no weight. *Suppliers → the mill → Articles*: anything with a weight of 1 is suspicious.
          """),
        WrittenPost(
          .remark, .henrik, after: 47, on: 0,
          """
          Weight 1, since the 4th. Four sacks and no longer minus anything.
          """),
        WrittenPost(
          .answer, .abena, after: 80, votes: 4,
          """
          Thank you, Rohan. A new article without a weight should stop the delivery and ask. I have written it down as a fault, \
          not as a wish.
          """),
      ]),
    WrittenTopic(
      .question, "Read the mill’s delivery note from a CSV without typing it", in: "stock", ["suppliers", "import"],
      by: .rohan, hoursAgo: 22.7, votes: 4, meToos: 3, views: 176,
      """
      Our mill sends a CSV with every delivery. It looks like this:

      ```csv
      article;lot;qty;unit;price
      T65;L-22901;12;SAC25;18.40
      RYE1150;L-22877;4;SAC20;17.10
      ```

      The import wants kilos and one price per kilo. Do I have to write a script, or can it learn what `SAC25` is?
      """,
      [
        WrittenPost(
          .answer, .abena, after: 45, votes: 7, accepted: .rohan,
          """
          It can learn it. On the first import choose **Teach units** and say once `SAC25 = 25 kg`, `SAC20 = 20 kg`; the price is \
          then divided by itself. The mapping is kept per supplier, so another mill may call something else `SAC25`.

          Semicolons, decimal commas and the byte-order mark are recognised.
          """),
        WrittenPost(
          .remark, .rohan, after: 70, on: 0,
          """
          My script had 60 lines. It has none now. I am slightly sad.
          """),
        WrittenPost(
          .answer, .arjun, after: 240, votes: 2,
          """
          If the mill can send mail: forward it to the address under *Suppliers → Inbox* and the file is read from there.
          """),
      ]),
    WrittenTopic(
      .question, "New harvest drinks less water: do you change the recipe or the flour?", in: "stock", ["flour", "sourdough"],
      by: .dimitra, hoursAgo: 41, votes: 6, meToos: 2, views: 260,
      """
      The new flour takes 3 % less water. I have 22 recipes with it. If I change them all, I do it again in spring.
      """,
      [
        WrittenPost(
          .answer, .greta, after: 36, votes: 12, accepted: .dimitra,
          """
          Change the **flour**. *Ingredients → T65 → Water absorption: −3 %*. All 22 recipes then show three points less water on \
          the dough room screen, and a small arrow says why. In spring you set it back to nought.

          I write the day and the lot next to it, and after three years it has become my favourite page in the whole program.
          """),
        WrittenPost(
          .remark, .dimitra, after: 58, votes: 1, on: 0,
          """
          Twenty-two recipes in one line. The arrow is good, my nephew asked what it means and I could tell him something.
          """),
        WrittenPost(
          .answer, .tomas, after: 500, votes: 4,
          """
          With sourdough look at the starter as well. Ours needed the three points more than the dough did.
          """),
      ]),
    WrittenTopic(
      .question, "Order early when the ferry may not come", in: "stock", ["suppliers", "stock-count"],
      by: .ewan, hoursAgo: 64, votes: 3, meToos: 1, views: 122,
      """
      We live on an island. In winter the ferry fails one week in five. The order list tells me on Thursday that I need flour on \
      Monday. I would like it to tell me on the Monday before.
      """,
      [
        WrittenPost(
          .answer, .abena, after: 52, votes: 6, accepted: .ewan,
          """
          Give the mill a **lead time by season**: *Suppliers → Delivery → Add a season*, October to March, 9 days instead of 4. \
          And set the *reserve* of flour to a week; the list then asks for it before you touch the reserve.
          """),
        WrittenPost(
          .remark, .ewan, after: 95, on: 0,
          """
          It asked me on Monday for the first time. The ferry came, of course.
          """),
        WrittenPost(
          .answer, .bjarni, after: 400, votes: 2,
          """
          Ferry people here too. We also keep the reserve in a separate place in the list, so that nobody “borrows” it.
          """),
      ]),
    WrittenTopic(
      .discussion, "How do you store lot numbers when four people unload the truck?", in: "stock", ["batch-tracing", "suppliers"],
      by: .fatou, hoursAgo: 130, votes: 7, views: 331,
      """
      The truck comes at 05:30, four of us unload, and by six nobody remembers who read which sack. We photograph the labels now \
      and type them in the evening. How do you do it?
      """,
      [
        WrittenPost(
          .reply, .marek, after: 40, votes: 5,
          """
          Pencil on a string at the door, a sheet per week. Whoever carries, writes. After the call-back in autumn nobody \
          complains about the pencil any more.
          """),
        WrittenPost(
          .reply, .hyejin, after: 90, votes: 4,
          """
          The scanner of the till can read the code on the sack. Stock → Deliveries → Scan. It is slow with one hand and fast with \
          two people.
          """),
        WrittenPost(
          .reply, .fatou, after: 130, on: 1,
          """
          I did not know that the till’s scanner is allowed out of the shop. Tomorrow.
          """),
        WrittenPost(
          .reply, .bjarni, after: 300, votes: 2,
          """
          We let the mill do it. They print the lots on the delivery note, one line a lot, and the import takes them.
          """),
        WrittenPost(
          .reply, .abena, after: 420, votes: 6,
          """
          Reading along with pleasure. If it helps: from version 5.3 a photograph can be attached to a delivery on the phone, and \
          the lot number is asked for later on the desk, with the picture beside the field.
          """),
        WrittenPost(
          .reply, .fatou, after: 460, on: 4,
          """
          That is our evening, but with less handwriting. Thank you.
          """),
      ]),
  ]
}
