extension WrittenTopic {
  static let automation: [WrittenTopic] = [
    WrittenTopic(
      .question, "Webhook order.changed arrives twice with different order of fields", in: "api", ["webhooks", "api"],
      by: .arjun, hoursAgo: 8.8, votes: 3, meToos: 4, views: 151,
      """
      My receiver keeps a hash of the body to drop repeats. Today the same event came twice, with the same `id` but the fields in \
      another order, so the hash differs and the label printed twice.

      ```json
      {"id":"evt_7f2","type":"order.changed","order":"A-1042"}
      {"order":"A-1042","type":"order.changed","id":"evt_7f2"}
      ```
      """,
      [
        WrittenPost(
          .answer, .rohan, after: 11, votes: 6,
          """
          Keep the `id`, not a hash. The order of fields in JSON means nothing and nobody promises it.
          """),
        WrittenPost(
          .answer, .piet, after: 40, votes: 8, accepted: .arjun,
          """
          As Rohan says: the `id` is the same for every attempt of one event, and it is the only thing we promise. A receiver that \
          remembers the last 1,000 ids is enough.

          ```python
          if event["id"] in seen:
              return 200
          seen.add(event["id"])
          ```

          The second attempt came because the first answer took 11 seconds; we wait for 10. Answer first, print afterwards, and \
          there is no second one.
          """),
        WrittenPost(
          .remark, .arjun, after: 66, on: 1,
          """
          Both changed. The printer is on a queue now and the answer takes 4 ms.
          """),
      ]),
    WrittenTopic(
      .question, "Export for the tax adviser: dates come out as numbers like 46347", in: "api", ["export", "spreadsheets"],
      by: .ruth, hoursAgo: 23.9, votes: 3, meToos: 6, views: 244,
      """
      The file opens in the spreadsheet with 46347 instead of a date. The tax adviser’s program refuses it. Last quarter it worked.
      """,
      [
        WrittenPost(
          .answer, .abena, after: 30, votes: 6,
          """
          46347 is the spreadsheet’s own way of counting days; the file itself has a proper date. Your program shows it as a \
          number because the column was opened as *General*. Choose **Data → From text** and the column as *Date (YMD)*.
          """),
        WrittenPost(
          .answer, .arjun, after: 70, votes: 7, accepted: .ruth,
          """
          Or go around the spreadsheet. *Export → Format: CSV for accountants* and give that file to the adviser unopened. Opening \
          and saving is what changes it.
          """),
        WrittenPost(
          .remark, .ruth, after: 95, votes: 1, on: 1,
          """
          Unopened, then. I had been too helpful.
          """),
      ]),
    WrittenTopic(
      .question, "Read tomorrow’s plan from a script for the screen in our shop window", in: "api", ["api", "day-plan"],
      by: .malik, hoursAgo: 38.5, votes: 2, meToos: 1, views: 94,
      """
      I want to show in the window what comes out of the oven next. Is there an address for it, and may the key stand in a page \
      that everybody can see?
      """,
      [
        WrittenPost(
          .answer, .piet, after: 28, votes: 9, accepted: .malik,
          """
          The address is this, with a key that may only read plans:

          ```
          GET /v1/plans/tomorrow?fields=product,ready_at
          Authorization: Bearer …
          ```

          ```json
          [{"product":"Baguette","ready_at":"07:15"},
           {"product":"Rye","ready_at":"09:00"}]
          ```

          Please do **not** put the key into the page. Let a small script fetch the list once a minute and write it into a file \
          that the page reads. A key is a password, even a small one.
          """),
        WrittenPost(
          .remark, .malik, after: 55, on: 0,
          """
          Twelve lines, once a minute. People stop and read it, and then they come in at 07:15.
          """),
        WrittenPost(
          .remark, .fatou, after: 120, votes: 4, on: 0,
          """
          We are stealing this idea.
          """),
      ]),
    WrittenTopic(
      .question, "Keep one spreadsheet of customers in step with Firstbake, both ways", in: "api", ["sync", "spreadsheets"],
      by: .pavel, hoursAgo: 59, votes: 1, meToos: 2, views: 83,
      """
      My partner will not give up her spreadsheet. I export on Mondays, she edits, I import on Fridays, and what changed in \
      between is gone. Is there a better way than taking it away from her?
      """,
      [
        WrittenPost(
          .answer, .rohan, after: 33, votes: 5, accepted: .pavel,
          """
          Let each column have one owner. Ours: phone and notes belong to the spreadsheet, everything else to Firstbake. In the \
          import choose **Only these columns** and it leaves the others alone.

          ```
          customer_no, phone, notes
          1042, 555 0142, "rings twice"
          ```

          Both ways for the same column ends in tears, in every program I know.
          """),
        WrittenPost(
          .remark, .pavel, after: 80, on: 0,
          """
          Columns with owners. She kept the spreadsheet and I kept my Fridays.
          """),
      ]),
    WrittenTopic(
      .question, "Webhooks for the van stopped on Sunday without a message", in: "api", ["webhooks", "rounds"],
      by: .bjarni, hoursAgo: 91, votes: 2, meToos: 1, views: 77,
      solved: "The receiver’s certificate had run out on Sunday. Renewed, and the 31 waiting messages came within a minute.",
      """
      Nothing arrives since Sunday, 02:00. The log in Firstbake says *31 waiting*. I did not change anything on our side.
      """,
      [
        WrittenPost(
          .answer, .arjun, after: 25, votes: 3,
          """
          *Waiting* with no tries means that it cannot connect at all. Look at the certificate of your receiver: `openssl s_client \
          -connect hooks.example.com:443` prints the dates.
          """),
        WrittenPost(
          .answer, .piet, after: 90, votes: 2,
          """
          The log shows the reason when you touch the number: “certificate expired”. It should have said so in a mail to you as \
          well, after the third try. I am looking into why it did not and write here tomorrow before noon.
          """),
        WrittenPost(
          .remark, .piet, after: 1500, votes: 3, on: 1,
          """
          It did write, to the address of a colleague of yours who left in spring. We now send such mails to every admin, not only \
          to the one who made the webhook.
          """),
      ]),
    WrittenTopic(
      .question, "Import 1,900 recipes from a folder of text files", in: "api", ["import", "moving-in"],
      by: .hyejin, hoursAgo: 122, votes: 1, meToos: 2, views: 105,
      """
      Twenty years of recipes, one file each, always the same pattern: name, a line of dashes, then `amount unit ingredient`. Is \
      there a way, or do I hire my niece for the summer?
      """,
      [
        WrittenPost(
          .answer, .rohan, after: 60, votes: 6, accepted: .hyejin,
          """
          Recipes can be sent as JSON, 100 at a time. Your pattern takes about twenty lines:

          ```python
          for path in sorted(folder.glob("*.txt")):
              name, _, *lines = path.read_text().splitlines()
              items = [line.split(maxsplit=2) for line in lines if line.strip()]
              recipes.append({"name": name, "items": items})
          ```

          Try ten with `?check=yes` first; it tells you about each line that it cannot read and writes nothing.
          """),
        WrittenPost(
          .remark, .hyejin, after: 400, votes: 2, on: 0,
          """
          1,884 in one evening. Sixteen are in my grandmother’s own units. I hired the niece for those.
          """),
      ]),
  ]
}
