extension WrittenTopic {
  static let benchLong: [WrittenTopic] = [
    WrittenTopic(
      .discussion, "Panettone starts in six weeks: let us compare plans", in: "bench", ["christmas", "day-plan"],
      by: .chiara, hoursAgo: 9.4, votes: 7, views: 198,
      """
      Mine, as every year, and every year too late:

      | Weeks before | What |
      |---:|---|
      | 6 | wake the mother dough, three feeds a day |
      | 5 | candied orange, boxes, ribbons |
      | 4 | test bake, ten pieces, eat two |
      | 3 | first real bake, 60 a night |
      | 1 | 140 a night, no more orders |

      How do you plan yours, and when do you close the order list?
      """,
      [
        WrittenPost(
          .reply, .jonas, after: 22, votes: 4,
          """
          Stollen here. We bake in October and let it rest, so December is only packing. My father calls that laziness, my back \
          calls it planning.
          """),
        WrittenPost(
          .reply, .ioana, after: 41, votes: 3,
          """
          Cozonac cannot wait, it must be fresh. I close the list at 200 and do not move, not even for my aunt.
          """),
        WrittenPost(
          .reply, .chiara, after: 55, votes: 2, on: 1,
          """
          How do you say no to an aunt? I am asking for next week.
          """),
        WrittenPost(
          .reply, .ioana, after: 63, votes: 6, on: 2,
          """
          “The oven says no.” Blame the oven plan, it has no feelings.
          """),
        WrittenPost(
          .reply, .rohan, after: 90, votes: 2,
          """
          For the order list: *Order form → Product → Until it is full*. At 200 the button disappears, and nobody has to talk to \
          an aunt.
          """),
        WrittenPost(
          .reply, .mei, after: 240, votes: 1,
          """
          We make a small panettone with red bean. Sixty pieces. It sells out by message before I have a photograph.
          """),
      ]),
    WrittenTopic(
      .discussion, "A small mill or a big one? I am tired of driving", in: "bench", ["suppliers", "small-shops"],
      by: .mina, hoursAgo: 27.8, votes: 5, views: 143,
      """
      I fetch stone-ground flour from a mill forty minutes away, every second week, because they do not deliver. It is good flour. \
      It is also a morning of my life. What tips the scale for you?
      """,
      [
        WrittenPost(
          .reply, .ewan, after: 17, votes: 4,
          """
          I would give a morning for a mill I can drive to. Mine is two boats away.
          """),
        WrittenPost(
          .reply, .zoe, after: 36, votes: 5,
          """
          Ask who else near you fetches there. We found three. Now each of us drives once in two months.
          """),
        WrittenPost(
          .reply, .mina, after: 50, votes: 1, on: 1,
          """
          There is a pizzeria. I always thought that was a different world.
          """),
        WrittenPost(
          .reply, .dimitra, after: 210, votes: 2,
          """
          Taste one loaf of each, blind, with your customers. Mine could not tell them apart, and I could. That helped in a \
          strange way.
          """),
        WrittenPost(
          .reply, .tomas, after: 330, votes: 3,
          """
          We pay the mill’s neighbour to bring it. He comes to town anyway. It is in the costing as a line called *Neighbour*.
          """),
      ]),
    WrittenTopic(
      .discussion, "How do you tell customers that bread costs more from Monday?", in: "bench", ["till", "price-list"],
      by: .fatou, hoursAgo: 49, votes: 10, views: 356,
      """
      Third time in two years. Last time we put up a sign with reasons: wheat, power, wages. People read the sign for longer than \
      they were angry. Now I do not know what to write that I have not written already.
      """,
      [
        WrittenPost(
          .reply, .saskia, after: 24, votes: 6,
          """
          One sentence and a date. “From Monday the baguette is 1.35.” Whoever wants the reasons asks, and then you have a \
          conversation instead of a sign.
          """),
        WrittenPost(
          .reply, .kofi, after: 39, votes: 3,
          """
          We kept one bread at the old price. It is the one people compare.
          """),
        WrittenPost(
          .reply, .henrik, after: 62, votes: 4,
          """
          Show the share of flour, power and work in one loaf, as a drawing of a loaf cut in three. Ours has hung there since \
          spring and children explain it to their parents.
          """),
        WrittenPost(
          .reply, .fatou, after: 85, votes: 2, on: 2,
          """
          A loaf cut in three. I have a daughter who draws.
          """),
        WrittenPost(
          .reply, .gideon, after: 300, votes: 3,
          """
          Say it to the regulars before the sign goes up. That is all they want.
          """),
        WrittenPost(
          .reply, .fatou, after: 2600, votes: 9,
          """
          It is Thursday, so here is what came of it: the drawing hangs, two people grumbled, one brought us walnuts. 1.35 it is.
          """),
      ]),
    WrittenTopic(
      .question, "Butter breaks in the lamination since I moved to the cold room", in: "bench", ["viennoiserie", "tablets"],
      by: .camille, hoursAgo: 88, votes: 3, meToos: 2, views: 125,
      """
      The same butter and the same folds. Since the move I see pieces of butter under the skin after the second turn. The room is \
      at 11 °C, the old one was at 17 °C.
      """,
      [
        WrittenPost(
          .answer, .jun, after: 40, votes: 6, lang: "ja",
          """
          室温11℃だとバターが硬すぎて割れます。折り込む前に生地とバターを両方13〜14℃にそろえてみてください。うちでは冷蔵庫から出して20分置いてから一回目を折ります。
          """),
        WrittenPost(
          .remark, .camille, after: 70, on: 0,
          """
          I put this through a translator twice, because it sounded too simple. Twenty minutes on the bench, both at 13 °C.
          """),
        WrittenPost(
          .answer, .greta, after: 95, votes: 7, accepted: .camille,
          """
          Jun is right: at 11 °C the butter is brittle and the dough is not, so it breaks inside. Both at 13 °C, the first turn \
          gentle, thirty minutes of rest. If you want to test it, bend the butter plate over the edge of the table: it should bend \
          like a belt, not crack like chocolate.
          """),
        WrittenPost(
          .remark, .camille, after: 1500, votes: 2, on: 2,
          """
          Like a belt. No more islands. Thank you, Greta, and ありがとう, Jun.
          """),
      ]),
    WrittenTopic(
      .discussion, "The two o’clock thread: what do you listen to at work?", in: "bench", ["sourdough", "rota"],
      by: .ewan, hoursAgo: 150, votes: 8, views: 274,
      """
      It is ten past two, the ferry is not coming, the first dough is resting. What is on in your bakery?
      """,
      [
        WrittenPost(
          .reply, .tevita, after: 6, votes: 3,
          """
          Rugby from the other side of the world. It is the only time zone that suits a baker.
          """),
        WrittenPost(
          .reply, .hoa, after: 14, votes: 4,
          """
          My mother’s radio. One station, since 1996. Touching the knob is not allowed.
          """),
        WrittenPost(
          .reply, .jonas, after: 30, votes: 2,
          """
          Nothing until four. Then the shop comes in and it is the hits of somebody’s youth.
          """),
        WrittenPost(
          .reply, .chiara, after: 48, votes: 3,
          """
          The mixer. I can hear when the dough is ready, so no music until it is.
          """),
        WrittenPost(
          .reply, .ewan, after: 55, votes: 2, on: 3,
          """
          Same. It goes from slapping to a kind of whisper.
          """),
        WrittenPost(
          .reply, .malik, after: 200, votes: 1,
          """
          Audiobooks. I have finished all the long Russians in two winters of croissants.
          """),
        WrittenPost(
          .reply, .bridget, after: 700, votes: 4,
          """
          The dog next door, at 05:40, every day. I would miss him.
          """),
      ]),
  ]
}
