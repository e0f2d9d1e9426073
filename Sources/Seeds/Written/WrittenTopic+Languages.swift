extension WrittenTopic {
  static let languages: [WrittenTopic] = [
    WrittenTopic(
      .question, "Teigliste nach Knetmaschine trennen statt nach Produkt", in: "planning", ["day-plan", "dough-room"],
      by: .jonas, hoursAgo: 11.3, votes: 2, meToos: 3, views: 84, lang: "de",
      """
      Wir haben zwei Knetmaschinen, eine für Weizen und eine für Roggen. Auf der Liste stehen alle Teige durcheinander, und der \
      Lehrling läuft jedes Mal hin und her.

      Gibt es eine Möglichkeit, die Liste **pro Maschine** zu drucken?
      """,
      [
        WrittenPost(
          .answer, .greta, after: 21, votes: 5, accepted: .jonas, lang: "de",
          """
          Ja. Lege jede Maschine unter *Planung → Stationen* an und trage im Rezept ein, welche du benutzt. Danach gibt es beim \
          Drucken die Auswahl **Eine Seite je Station**.

          1. Weizenkneter: 14 Teige
          2. Roggenkneter: 5 Teige

          Tipp: Hänge die Seiten direkt an die Maschine, nicht an die Tür.
          """),
        WrittenPost(
          .remark, .jonas, after: 40, on: 0, lang: "de",
          """
          Läuft, und der Lehrling läuft nicht mehr. Danke, Greta.
          """),
      ]),
    WrittenTopic(
      .question, "¿Cómo aviso a los clientes de que el lunes es feriado?", in: "orders", ["cut-off", "order-form"],
      by: .mateo, hoursAgo: 25.3, votes: 2, meToos: 4, views: 91, lang: "es",
      """
      El lunes no abrimos. El formulario de pedidos sigue ofreciendo ese día y ya tengo tres pedidos de medialunas. ¿Hay que \
      bloquear el día a mano en cada producto?
      """,
      [
        WrittenPost(
          .answer, .lucia, after: 19, votes: 6, accepted: .mateo, lang: "es",
          """
          No hace falta producto por producto. En *Ajustes → Calendario* añade el lunes como día cerrado y elige **No aceptar \
          pedidos**. El formulario deja de ofrecerlo al momento.

          Para los tres pedidos que ya entraron, abre el día y pulsa *Avisar y proponer otra fecha*: cada cliente recibe un \
          mensaje y elige martes o la devolución.
          """),
        WrittenPost(
          .remark, .mateo, after: 34, on: 0, lang: "es",
          """
          Los tres eligieron el martes. Gracias, Lucía.
          """),
      ]),
    WrittenTopic(
      .question, "اسم المنتج بالعربية يظهر معكوسًا على الملصق", in: "labels", ["label-design", "printers"],
      by: .yusuf, hoursAgo: 42.5, votes: 3, meToos: 2, views: 103, lang: "ar",
      """
      عند طباعة ملصق «معمول بالتمر» تظهر الحروف منفصلة ومن اليسار إلى اليمين. على الشاشة الاسم صحيح، والمشكلة في الطابعة فقط.

      - نوع الطابعة: حرارية، عرض 58 مم
      - اللغة في الإعدادات: العربية

      هل هناك خط معيّن يجب اختياره؟
      """,
      [
        WrittenPost(
          .answer, .omar, after: 27, votes: 6, accepted: .yusuf, lang: "ar",
          """
          نعم، واجهنا المشكلة نفسها. افتح محرر الملصقات، المس الاسم، ثم اختر **الطباعة كصورة** بدل «نص الطابعة». الطابعة لا تعرف \
          وصل الحروف، أما الصورة فتُطبع كما تراها على الشاشة.
          """),
        WrittenPost(
          .remark, .yusuf, after: 45, on: 0, lang: "ar",
          """
          طُبعت أول دفعة والحروف متصلة. شكرًا يا عمر.
          """),
        WrittenPost(
          .answer, .lucia, after: 130, votes: 3,
          """
          Thank you, Omar. For everybody who prints right-to-left names: *Print as picture* becomes the default for them in the \
          next version.
          """),
      ]),
    WrittenTopic(
      .question, "食パンの型に合わせて生地量を自動で計算できますか", in: "recipes", ["scaling", "percentages"],
      by: .jun, hoursAgo: 60.5, votes: 2, meToos: 1, views: 76, lang: "ja",
      """
      型が1斤、1.5斤、2斤の3種類あります。型の容積から生地の重さを出して、そのまま配合に反映したいです。今は紙に書いた**比容積**の表を見て、手で入力しています。
      """,
      [
        WrittenPost(
          .answer, .mei, after: 33, votes: 4, accepted: .jun, lang: "ja",
          """
          できます。*レシピ → 型* で容積（ml）と比容積を登録すると、個数を入れるだけで生地量が決まります。うちの設定です。

          | 型 | 容積 | 比容積 | 生地 |
          |---|---:|---:|---:|
          | 1斤 | 1,700 ml | 4.0 | 425 g |
          | 1.5斤 | 2,550 ml | 4.0 | 638 g |
          | 2斤 | 3,400 ml | 4.0 | 850 g |

          角食と山食で比容積を分けておくと便利です。
          """),
        WrittenPost(
          .remark, .jun, after: 60, on: 0, lang: "ja",
          """
          登録しました。明日の仕込みから紙の表が要りません。ありがとうございます。
          """),
      ]),
    WrittenTopic(
      .question, "盘点之后面粉数量又变回去了，怎么办？", in: "stock", ["stock-count", "suppliers"],
      by: .liwei, hoursAgo: 86.5, votes: 1, meToos: 2, views: 69, lang: "zh",
      """
      昨晚盘点，高筋面粉改成 6 袋，今天早上又显示 9 袋。没有新的送货单。是不是同事的平板没有同步？
      """,
      [
        WrittenPost(
          .answer, .mei, after: 28, votes: 5, accepted: .liwei, lang: "zh",
          """
          很可能是。同事的平板如果离线，重新联网后会把它保存的旧数字传上来。可以这样检查：

          1. 打开 *库存 → 面粉 → 记录*，看最后一次修改是谁、什么时间。
          2. 在那台平板上点 **放弃未同步的盘点**。
          3. 回到你的屏幕，再确认 6 袋。
          """),
        WrittenPost(
          .remark, .liwei, after: 49, on: 0, lang: "zh",
          """
          果然是里面那台旧平板。已经改好了，谢谢。
          """),
        WrittenPost(
          .answer, .abena, after: 180, votes: 2,
          """
          Thank you, Mei. An old count should not win over a newer one; we have changed that, and it reaches everybody with \
          version 5.3.
          """),
      ]),
    WrittenTopic(
      .question, "Imprimer les étiquettes de prix avec le prix au kilo", in: "shop", ["price-list", "printing"],
      by: .elise, hoursAgo: 135, votes: 1, meToos: 1, views: 52, lang: "fr",
      """
      Depuis cette année je dois afficher le prix au kilo sous le prix de la pièce. Je ne trouve pas le champ dans le modèle \
      d’étiquette. Faut-il l’écrire à la main pour chaque pain ?
      """,
      [
        WrittenPost(
          .answer, .camille, after: 38, votes: 4, accepted: .elise, lang: "fr",
          """
          Non : dans le modèle, ajoute la ligne `{{price_per_kg}}`. Il faut que le poids soit rempli dans la fiche du produit, \
          sinon la ligne reste vide. Pour la vitrine, j’utilise le format 74 × 52 mm, deux lignes.
          """),
        WrittenPost(
          .remark, .elise, after: 70, on: 0, lang: "fr",
          """
          C’est en place, et la baguette fait 5,40 € le kilo. Merci Camille.
          """),
      ]),
  ]
}
