extension Subject {
  static let otherLanguages: [Subject] = [
    Subject(
      kind: .question, category: "planning", tags: ["day-plan", "oven-plan", "scaling"], lang: "de",
      titles: [
        "{De.product} fehlen am {De.day} im Tagesplan ({Town})",
        "{De.screen} zeigt {Weight} {De.ingredient} statt der Menge im Rezept",
        "{Count} {De.product} auf zwei Filialen verteilen",
        "Plan am {De.day}: {Count} {De.product} bestellt, {Other} geplant",
        "Rezept und {De.screen} für {De.product} stimmen nicht überein ({Version})",
        "{De.product} für zwei Filialen in {Town}, eine Liste",
      ],
      openings: [
        "Am {De.day} standen {Count} {De.product} in der Bestellung, im Plan aber nur {Other}. Unter *{De.screen}* habe ich nichts gefunden.\n\nWoran kann das liegen?",
        "Seit Version {Version} zeigt *{De.screen}* für {De.product} andere Mengen als das Rezept:\n\n| | Rezept | Plan |\n|---|---:|---:|\n| {De.ingredient} | {Weight} | {weight} |\n\nWelche Zahl stimmt?",
        "Wir backen {De.product} für zwei Filialen. Ich möchte {Count} Stück auf beide verteilen, ohne zwei Listen zu führen. Wie macht ihr das?",
      ],
      turns: [
        "Es gibt zwei Daueraufträge. Der ältere läuft noch, deshalb {Count} statt {Other}.",
        "Schau dir die Einheit von {De.ingredient} an. Bei uns stand dort Stück statt Gramm.\n\n1. *{De.screen}* öffnen\n2. Einheit ändern\n3. Plan neu laden",
        "Lege beide Filialen als Orte an und gib {De.product} einen Anteil je Ort, zum Beispiel {Percent}. Fertig um {Hour} gilt dann für beide.",
        "Der Plan war schon eingefroren. Änderungen danach erscheinen erst am {De.day}.",
      ], remarks: "de.remark"),
    Subject(
      kind: .question, category: "orders", tags: ["standing-orders", "cut-off", "price-list"], lang: "es",
      titles: [
        "El pedido de {Count} piezas de {Es.product} del {Es.day} no sale entero",
        "¿Cómo cambio el precio de {Es.product} desde el {Es.day} a las {Hour}?",
        "Pasar la receta de {Es.product} a {Count} piezas da {Weight} de {Es.ingredient}",
        "{Es.screen}: {Other} piezas de {Es.product} en vez de {Count}",
        "Dos listas de precios para {Es.product} ({Es.day}, {Hour})",
        "{Weight} de {Es.ingredient} para {Count} piezas de {Es.product}",
      ],
      openings: [
        "El {Es.day} un cliente pidió {Count} piezas de {Es.product} y en el plan hay {Other}. En *{Es.screen}* no veo nada raro.\n\n- revisé el pedido fijo\n- cerré la sesión y volví a entrar\n\n¿Dónde más puedo mirar?",
        "Queremos subir el precio de {Es.product} el {Es.day}, pero las etiquetas se imprimen antes. ¿Se pueden tener dos listas a la vez?",
        "Al pasar la receta a {Count} piezas me salen {Weight} de {Es.ingredient}. Me parece demasiado. ¿Qué estoy haciendo mal?",
      ],
      turns: [
        "Hay dos pedidos fijos del mismo cliente. Termina el antiguo y quedan {Count}.",
        "Haz una lista de precios con fecha. El {Es.day} a las {Hour} cambia sola y puedes imprimir antes.",
        "Mira la unidad de {Es.ingredient}: en nuestro caso estaba en piezas. Se cambia en *{Es.screen}*.",
        "Pon una hora límite solo para {Es.product}. Nosotros la tenemos a las {Hour}.",
      ], remarks: "es.remark"),
    Subject(
      kind: .question, category: "labels", tags: ["label-design", "printers", "stock-count"], lang: "ar",
      titles: [
        "طلب {Ar.product} ليوم {Ar.day} لا يطابق الخطة ({Count})",
        "كيف أحوّل وصفة {Ar.product} إلى {Count} قطعة؟",
        "خطة يوم {Ar.day}: {Count} قطعة من {Ar.product} بدل {Other}",
        "{Weight} من {Ar.ingredient} لعدد {Count} من {Ar.product}",
      ],
      openings: [
        "منذ يوم {Ar.day} تظهر كمية {Ar.product} في الخطة {Count} والطلبات {Other}. بحثت في *{Ar.screen}* ولم أجد السبب.\n\n- أعدت تشغيل الجهاز\n- راجعت الطلب الثابت\n\nأين أبحث بعد ذلك؟",
        "عند تحويل الوصفة إلى {Count} قطعة أحصل على {Weight} من {Ar.ingredient}، وهذا كثير. كيف تفعلون ذلك؟",
      ],
      turns: [
        "يوجد طلبان ثابتان للزبون نفسه. أوقف القديم وستبقى {Count} قطعة.",
        "انظر إلى وحدة {Ar.ingredient} في *{Ar.screen}*. عندنا كانت بالقطعة بدل الغرام.",
        "اختر الطباعة كصورة، ثم اطبع صفحة واحدة للتجربة.",
        "حدد وقت الجاهزية لـ{Ar.product} عند {Hour} وسيظهر في مكانه الصحيح.",
      ], remarks: "ar.remark"),
    Subject(
      kind: .question, category: "recipes", tags: ["scaling", "percentages", "day-plan"], lang: "ja",
      titles: [
        "{Ja.product}を{Count}個に変えると{Ja.ingredient}の量が合わない",
        "{Ja.day}の計画で{Ja.product}が{Count}個、注文は{Other}個",
        "{Ja.product}{Count}個で{Ja.ingredient}が{Weight}になる",
        "{Ja.screen}と注文の数が合わない（{Ja.product}、{Ja.day}、{Count}個）",
      ],
      openings: [
        "{Ja.product}の配合を{Count}個分にすると、{Ja.ingredient}が{Weight}になります。紙の表では{weight}です。\n\n- 単位は確認しました\n- 再起動もしました\n\nどこを見ればよいでしょうか。",
        "{Ja.day}の*{Ja.screen}*で{Ja.product}が{Count}個になっていますが、注文は{Other}個です。どちらが正しいのでしょうか。",
      ],
      turns: [
        "{Ja.ingredient}の単位を見てください。うちでは「個」になっていました。*{Ja.screen}*で変えられます。",
        "定期注文が二つ残っていました。古いほうを終了すると{Count}個になります。",
        "{Ja.product}に仕上がり時刻（{Hour}）を入れると、順番が正しくなります。",
        "計画はもう確定していました。変更は{Ja.day}から反映されます。",
      ],
      remarks: "ja.remark"),
    Subject(
      kind: .question, category: "stock", tags: ["stock-count", "suppliers", "day-plan"], lang: "zh",
      titles: [
        "{Zh.product}改成{Count}个以后{Zh.ingredient}的用量不对",
        "{Zh.day}的计划里{Zh.product}是{Count}个，订单是{Other}个",
        "{Count}个{Zh.product}需要{Weight}{Zh.ingredient}吗？",
        "{Zh.screen}和订单的数量对不上（{Zh.product}，{Zh.day}，{Count}个）",
      ],
      openings: [
        "把{Zh.product}的配方改成{Count}个以后，{Zh.ingredient}显示{Weight}，纸上写的是{weight}。\n\n- 单位已经检查过\n- 平板也重启过\n\n还应该看哪里？",
        "{Zh.day}的*{Zh.screen}*里{Zh.product}是{Count}个，订单加起来只有{Other}个。哪个数字是对的？",
      ],
      turns: [
        "看一下{Zh.ingredient}的单位，我们当时写成了“个”。在*{Zh.screen}*里可以改。",
        "同一个客户有两个长期订单，把旧的结束掉就是{Count}个。",
        "给{Zh.product}填上完成时间（{Hour}），顺序就对了。",
        "计划已经冻结了，之后的修改要到{Zh.day}才生效。",
      ], remarks: "zh.remark"),
  ]
}
