extension WrittenTopic {
  static let planning: [WrittenTopic] = [
    WrittenTopic(
      .question, "Oven plan puts rye and baguettes into the same deck at 04:40", in: "planning", ["oven-plan", "day-plan"],
      by: .fatou, hoursAgo: 0.4, votes: 1, meToos: 2, views: 19,
      """
      Since the clocks changed, the plan for tomorrow shows deck 2 twice at 04:40: 46 baguettes at 250 °C and 18 rye loaves at 230 \
      °C. Yesterday it was fine. I moved the rye by hand and it jumped back when my colleague opened the plan.

      Is there a way to *pin* a load to a time?
      """,
      [
        WrittenPost(
          .remark, .omar, after: 6,
          """
          Same here since Sunday, only on the old tablet.
          """)
      ]),
    WrittenTopic(
      .question, "Three hundred rolls before seven, but the day plan starts with cakes", in: "planning", ["day-plan", "standing-orders"],
      by: .hoa, hoursAgo: 7.5, votes: 5, meToos: 4, views: 171,
      """
      The day plan sorts by product name. So at 02:30 the list says *Apple slice, Banana cake, …* and the rolls, which must be out \
      of the oven by 06:45, stand on page two. My helper does what page one says.

      How do I get the list in the order we work?
      """,
      [
        WrittenPost(
          .answer, .tomas, after: 12, votes: 9, accepted: .hoa,
          """
          *Day plan → Sort → By ready time*, then **Save for everybody**. It takes the ready time from the product, so give the \
          rolls one:

          - [x] Rolls: ready 06:45, takes 3 h 50
          - [x] Baguettes: ready 07:15, takes 4 h 20
          - [ ] Cakes: nothing, so they go to the end

          If a product takes part in an early round, the round’s time wins.
          """),
        WrittenPost(
          .remark, .hoa, after: 20, votes: 1, on: 0,
          """
          Page one is rolls now. My helper asked whether I had hired somebody.
          """),
        WrittenPost(
          .answer, .sinead, after: 95, votes: 2,
          """
          We print two lists: *by ready time* for the night, *by shelf* for the morning. Both can be kept under Printing, with \
          their own name.
          """),
      ]),
    WrittenTopic(
      .question, "Tablet in the dough room goes dark in the middle of weighing", in: "planning", ["dough-room", "tablets"],
      by: .jonas, hoursAgo: 16, votes: 4, meToos: 11, views: 366,
      """
      Hands in the dough, the screen goes dark, and the nose is not a registered fingerprint. The tablet’s own setting ends at 10 \
      minutes. Can Firstbake keep the screen awake?
      """,
      [
        WrittenPost(
          .answer, .arjun, after: 20, votes: 6,
          """
          In the browser no page may do that without asking. What works on ours:

          1. Open *Dough room*, press **Full screen**.
          2. Allow “keep the screen on” when the browser asks.
          3. Put the tablet on its charger; below 20 % most of them ignore it.
          """),
        WrittenPost(
          .answer, .piet, after: 48, votes: 13, accepted: .jonas,
          """
          Arjun’s steps are right. The question in step 2 comes only once; if somebody pressed *Block*, it never comes again. To \
          see it again: touch the lock beside the address, choose *Permissions*, remove *Screen*.

          From version 5.3 the dough room says at the top whether the screen is kept on, so that you know before your hands are \
          full.
          """),
        WrittenPost(
          .remark, .jonas, after: 75, on: 1,
          """
          It was blocked. I do not know who, and I will not ask.
          """),
        WrittenPost(
          .remark, .gideon, after: 300, votes: 2, on: 1,
          """
          For the record, the elbow works as well as the nose.
          """),
      ]),
    WrittenTopic(
      .question, "Seven people, one mixer: can the rota warn me when two mixes overlap?", in: "planning", ["rota", "day-plan"],
      by: .thandi, hoursAgo: 44, votes: 3, meToos: 2, views: 130,
      """
      Our rota says who is in, the day plan says what is made, and neither knows that there is **one** mixer. On Thursday three \
      people stood around it with three doughs.

      I would be happy with a red line. It does not have to solve it.
      """,
      [
        WrittenPost(
          .answer, .piet, after: 130, votes: 6, accepted: .thandi,
          """
          Make the mixer a *station*: *Planning → Stations → New*, name it, capacity 1. Then say in each recipe how long it \
          occupies the station:

          | Recipe | Station | Minutes |
          |---|---|---:|
          | Country loaf | Mixer | 25 |
          | Brioche | Mixer | 40 |
          | Rye | Mixer | 15 |

          Where two doughs want it at once, the plan shows both lines in red with the minutes they overlap. It does not move \
          anything by itself.
          """),
        WrittenPost(
          .remark, .thandi, after: 190, on: 0,
          """
          Red line it is. Thursday would have been very red.
          """),
        WrittenPost(
          .answer, .greta, after: 400, votes: 3,
          """
          Give the mixer five minutes of cleaning after brioche, as its own step. Otherwise the plan is right and the dough is not.
          """),
      ]),
    WrittenTopic(
      .question, "Closed on Monday, but the standing orders still ask for 140 covrigi", in: "planning", ["holidays", "standing-orders"],
      by: .ioana, hoursAgo: 68, votes: 2, meToos: 5, views: 204,
      """
      I entered the closing day. The shop’s calendar shows it, the day plan for Monday is empty, but on **Sunday** the preferments \
      for Monday’s standing orders are still on the list. I do not want to throw away 9 kg again.
      """,
      [
        WrittenPost(
          .answer, .noor, after: 25, votes: 8, accepted: .ioana,
          """
          A closing day stops what is *sold* that day. Standing orders are stopped only if you say what should become of them, \
          because some bakeries deliver although the shop is closed.

          Open the closing day and choose one:

          - **Skip**: nobody gets anything, everybody is told by mail.
          - **Deliver the day before**: Sunday’s plan gets both days.
          - **Deliver anyway**: as it is now.

          With *Skip*, the 9 kg leave Sunday’s list at once. I am sorry about the flour; the screen did not ask you and it should \
          have. I have put that on the list for the next version.
          """),
        WrittenPost(
          .remark, .ioana, after: 60, votes: 2, on: 0,
          """
          Skipped, and the list is shorter by the right nine kilos.
          """),
      ]),
    WrittenTopic(
      .question, "Which order of loads uses the least power? My figures from four weeks", in: "planning", ["energy", "oven-plan"],
      by: .henrik, hoursAgo: 140, votes: 9, meToos: 3, views: 512,
      """
      I have a meter on the oven and wrote down four weeks. Falling heat is best for us, but the oven plan starts with the cool \
      loads, because they are *ready first*.

      | Order | kWh a day | Empty minutes |
      |---|---:|---:|
      | As planned | 118 | 64 |
      | Falling heat | 97 | 31 |
      | Rising heat | 109 | 40 |

      Can the plan sort by temperature and still keep the ready times of the van?
      """,
      [
        WrittenPost(
          .answer, .piet, after: 160, votes: 7, accepted: .henrik,
          """
          Yes: *Oven plan → Arrange → Falling heat, keep rounds*. It sorts each block between two departures of the van and leaves \
          the departures alone.

          May I use your table in our guide to the oven plan, with your name? I have not seen four weeks measured this carefully.
          """),
        WrittenPost(
          .remark, .henrik, after: 200, votes: 3, on: 0,
          """
          With pleasure. 96 kWh yesterday, by the way.
          """),
        WrittenPost(
          .answer, .zoe, after: 700, votes: 2,
          """
          We went one step further and bake rye in the evening on the heat that is left. It rests overnight anyway.
          """),
      ]),
    WrittenTopic(
      .question, "Print the day plan so large that I can read it from the kneading table", in: "planning", ["printing", "day-plan"],
      by: .mina, hoursAgo: 165, votes: 1, meToos: 1, views: 71,
      """
      My eyes are not what they were, and I do not want a tablet near the water. Is there a way to print the list with bigger \
      letters without losing the column for the trays?
      """,
      [
        WrittenPost(
          .answer, .saskia, after: 45, votes: 4, accepted: .mina,
          """
          *Day plan → Print → Size: wall*. It puts 14 lines on a page and drops the notes, the trays stay. We hang it on the fridge.
          """),
        WrittenPost(
          .remark, .mina, after: 100, on: 0,
          """
          I can read it from the door. That is further than the table.
          """),
      ]),
  ]
}
