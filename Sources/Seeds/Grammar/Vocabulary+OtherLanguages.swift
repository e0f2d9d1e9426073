extension Vocabulary {
  static let otherLanguages: [(name: String, phrases: [String])] = [
    (
      "de.product",
      list(
        "Roggenbrot,Dinkelbrötchen,Laugenstangen,Mischbrot,Vollkornbrot,Kaisersemmeln,Nussecken,Plunder,Streuselkuchen,Krapfen,Stollen,Brezeln,Baguette,Zimtschnecken,"
          + "Käsekuchen,Rosinenbrötchen,Bauernbrot,Hefezopf,Apfeltaschen,Mohnschnecken")
    ),
    ("de.ingredient", list("Roggenmehl,Dinkelmehl,Butter,Hefe,Salz,Malz,Sonnenblumenkerne,Rosinen,Quark,Milch,Mohn,Walnüsse")),
    ("de.screen", list("Tagesplan,Ofenplan,Rezepte,Bestellungen,Touren,Etiketten,Preise,Lager")),
    ("de.day", list("Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag")),
    (
      "de.remark",
      [
        "Danke, das war es.", "Bei uns genauso, seit {de.day}.", "Welche Version? Wir haben {version}.",
        "Am {de.day} getestet, es stimmt jetzt.", "Und bei {de.product}?", "Das hatte ich übersehen.", "{count} Stück, wie auf dem Papier.",
        "Gilt das für alle Filialen?",
      ]
    ),
    (
      "es.product",
      list(
        "pan de campo,medialunas,baguette,empanadas,pan integral,ensaimadas,magdalenas,pan de molde,rosquillas,bizcocho,hojaldre,pan de centeno,conchas,facturas,torta de aceite,"
          + "chapata,roscón,pan sin gluten,galletas,alfajores")
    ),
    ("es.ingredient", list("harina,mantequilla,levadura,sal,azúcar,leche,huevos,aceite,semillas,chocolate,almendra,centeno")),
    ("es.screen", list("Plan del día,Hornos,Recetas,Pedidos,Rutas,Etiquetas,Precios,Almacén")),
    ("es.day", list("lunes,martes,miércoles,jueves,viernes,sábado,domingo")),
    (
      "es.remark",
      [
        "Era eso, gracias.", "Aquí pasa lo mismo desde el {es.day}.", "¿Qué versión tienes? Nosotros la {version}.",
        "Probado el {es.day}, ya está bien.", "¿Y con {es.product}?", "No lo había visto.", "{count} piezas, igual que en el papel.",
        "¿Vale para las dos tiendas?",
      ]
    ),
    (
      "ar.product",
      list("خبز عربي,كعك بالسمسم,معمول بالتمر,مناقيش بالزعتر,خبز الشعير,فطائر الجبن,بقلاوة,صمون,خبز التنور,غريبة,كرواسون,كعكة التفاح")
    ),
    ("ar.ingredient", list("الطحين,السمسم,الزبدة,الخميرة,السكر,الحليب,التمر,الملح")),
    ("ar.screen", list("خطة اليوم,الوصفات,الطلبات,الملصقات,الأسعار,المخزون")),
    ("ar.day", list("الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد")),
    (
      "ar.remark",
      [
        "شكرًا، هذا هو الحل.", "عندنا الشيء نفسه منذ يوم {ar.day}.", "أي إصدار لديك؟ لدينا {version}.", "جربته يوم {ar.day} وهو يعمل.",
        "وماذا عن {ar.product}؟", "لم أنتبه إلى هذا الخيار.", "العدد الآن {count} كما في الدفتر.",
      ]
    ),
    ("ja.product", list("食パン,カレーパン,メロンパン,クロワッサン,あんパン,バゲット,ライ麦パン,塩パン,クリームパン,ベーグル,シナモンロール,フォカッチャ")),
    ("ja.ingredient", list("強力粉,バター,酵母,塩,砂糖,牛乳,卵,ライ麦粉")),
    ("ja.screen", list("製造計画,窯の計画,レシピ,注文,ラベル,価格,在庫")),
    ("ja.day", list("月曜日,火曜日,水曜日,木曜日,金曜日,土曜日,日曜日")),
    (
      "ja.remark",
      [
        "それで直りました。ありがとうございます。", "うちも{ja.day}から同じです。", "バージョンはいくつですか。うちは{version}です。", "{ja.day}に試したら合いました。", "{ja.product}でも同じですか。",
        "その設定は見落としていました。", "紙の表と同じ{count}個になりました。",
      ]
    ),
    ("zh.product", list("吐司,可颂,菠萝包,全麦面包,法棍,红豆包,奶黄包,贝果,蛋挞,黑麦面包,肉桂卷,芝士蛋糕")),
    ("zh.ingredient", list("高筋面粉,黄油,酵母,盐,白糖,牛奶,鸡蛋,黑麦粉")),
    ("zh.screen", list("生产计划,烤炉计划,配方,订单,标签,价格,库存")),
    ("zh.day", list("星期一,星期二,星期三,星期四,星期五,星期六,星期日")),
    (
      "zh.remark",
      [
        "解决了，谢谢。", "我们从{zh.day}开始也这样。", "您用的是哪个版本？我们是 {version}。", "{zh.day}试了一下，现在对了。", "{zh.product}也一样吗？", "原来漏看了这个选项。",
        "现在是 {count} 个，和纸上一致。",
      ]
    ),
  ]
}
