enum Vocabulary {
  /// What an unknown slot says; a test looks for it.
  static let missing = "⟨missing⟩"

  static let words: [(name: String, phrases: [String])] = [
    ("", [missing]),
    ("rest", ["{9-16}"]), ("second", ["{product}"]), ("second_day", ["{day}"]), ("second_money", ["{money}"]),
    ("second_grain", ["{grain}"]),
    ("second_town", ["{town}"]),
    ("other", ["{count}"]), ("path", ["orders", "plans", "products", "prices", "rounds", "lots"]),
    ("hours_word", ["eight", "ten", "twelve", "sixteen"]),
    (
      "product",
      ["{grain} {loaf}", "{flavour} {pastry}", "{loaf} with {ingredient}", "{pastry}", "{loaf}", "{flavour} {pastry}", "{Town} {loaf}"]
    ),
    (
      "loaf",
      list(
        "loaf,rolls,baguette,batard,tin loaf,flatbread,sandwich bread,country bread,ciabatta,bagels,focaccia,pitta,crispbread,breadsticks,buns,boule,"
          + "ring,plait,cob,bloomer,farl,knots,toast bread,pan bread,pumpernickel,lavash,naan,bao,challah,simit,pide,milk bread,soda bread,stotties,"
          + "baps,burger buns,hot dog rolls,party ring,harvest loaf,wreath")
    ),
    (
      "grain",
      list(
        "rye,spelt,wholemeal,wheat,einkorn,emmer,oat,barley,buckwheat,maize,durum,millet,five-grain,malted,white,dark,light,half-and-half,stone-ground,"
          + "sprouted,seeded,overnight,sourdough,farmhouse,bran,Kamut,potato,rice-flour,chestnut,triticale")
    ),
    (
      "pastry",
      list(
        "croissants,buns,tart,slice,turnover,scones,brioche,Danish,muffins,éclairs,strudel,cookies,cheesecake,doughnuts,palmiers,sponge,shortbread,"
          + "cinnamon rolls,pie,quiche,babka,madeleines,financiers,macarons,meringues,galette,crumble,roulade,cream puffs,pretzels,stollen,panettone,"
          + "gingerbread,malasadas,baklava,empanadas,pasties,sausage rolls,mince pies,fruit loaf,tea cake,birthday cake,wedding cake,tray bake"
      )
    ),
    (
      "flavour",
      list(
        "almond,apple,cherry,plum,lemon,poppy-seed,walnut,hazelnut,chocolate,vanilla,raspberry,apricot,fig,date,coconut,pear,rhubarb,blueberry,pumpkin,"
          + "carrot,cardamom,cinnamon,saffron,orange,pistachio,matcha,sesame,honey,caramel,coffee,quince,blackcurrant,ginger,rose,maple,mango,passion-fruit,"
          + "red-bean,taro,cheese,onion,olive,tomato,spinach,leek,feta,potato,mushroom,pepper,herb")
    ),
    (
      "ingredient",
      list(
        "walnuts,raisins,seeds,olives,figs,butter,honey,oats,potato,cheese,milk,cream,eggs,yeast,salt,sugar,malt,rye flour,spelt flour,T65,bran,sesame,"
          + "sunflower seeds,pumpkin seeds,linseed,poppy seed,almonds,hazelnuts,cocoa,vanilla,lemon peel,candied orange,cinnamon,cardamom,marzipan,"
          + "chocolate drops,yoghurt,buttermilk,quark,olive oil,lard,margarine,syrup,barley malt,gluten,starch,rice flour,maize meal,semolina,dried onion,"
          + "caraway,fennel,rosemary,apples,plums,cherries,blueberries,rhubarb,apricot jam,custard powder,gelatine")
    ),
    (
      "device",
      list(
        "the tablet at the mixer,the till,the label printer,the office computer,the scale,the old tablet,my phone,the second till,the oven screen,"
          + "the packing-table tablet,the receipt printer,the market till,the dough room screen,the laptop in the van,the scanner,the shop screen"
      )
    ),
    (
      "screen",
      list(
        "Day plan,Oven plan,Dough room,Orders,Rounds,Labels,Prices,Stock,Suppliers,Recipes,Costing,Invoices,Rota,Till,Exports,Customers,Products,"
          + "Planning,Deliveries,Order form,Lots,Stations,Calendars,Permissions")
    ),
    (
      "option",
      list(
        "Show totals,Round up,Keep rounds,Use from tomorrow,Freeze before cut-off,Group by station,Sort by ready time,Ask before sending,Only changed lines,"
          + "Print as picture,Include drafts,Count in stock units,Skip closed days,Repeat every week,Show per place,Show in brackets,Use the oldest first,"
          + "Allow after cut-off,One page each,Keep as variant,Hide empty lines,Warn below reserve")
    ),
    (
      "customer",
      [
        "the café in {town}", "a school", "a hotel in {town}", "our biggest café", "the canteen", "a care home", "a village shop",
        "the deli in {town}",
        "two restaurants", "the nursery school", "Café {surname}", "the hospital", "the tennis club", "{surname}’s kiosk", "the farm shop",
        "a caterer",
        "the ferry", "the monastery", "the office kitchen in {town}", "a food truck",
      ]
    ),
    (
      "colleague",
      list(
        "my sister,my baker,the apprentice,my weekend helper,my husband,my wife,the night shift,our driver,the shop,my partner,my mother,a colleague,"
          + "the new baker,our bookkeeper,the early shift,my brother,the Saturday girl,the whole team,my business partner,our intern")
    ),
    ("day", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    ("month", list("January,February,March,April,May,June,July,August,September,October,November,December")),
    ("hour", ["0{2-9}:{10-59}", "0{1-9}:00", "1{0-8}:30", "0{3-6}:{10-59}", "1{0-9}:{10-59}"]),
    ("count", ["{12-96}", "{100-480}", "{3-40}", "{20-64}"]),
    ("weight", ["{2-48} kg", "{150-950} g", "{3-9}.{1-9} kg", "{12-64} kg"]),
    ("percent", ["{2-19} %", "{55-85} %", "{1-9}.{1-9} %"]),
    ("money", ["{1-9}.{10-95}", "{11-89}.{10-99}", "0.{31-98}"]),
    ("version", ["5.{0-3}", "5.{0-3}.{1-9}", "4.{7-9}"]),
    ("number", ["{1-9}-{1000-9899}", "A-{1000-9999}", "{10000-98999}", "L-{10000-39999}"]),
    (
      "since",
      [
        "Since {day}", "Since the last update", "Since this morning", "For a week now", "Since we changed the {ingredient}",
        "Since version {version}", "Since {month}",
        "For about {2-9} days", "Every {day}", "Since {colleague} started",
      ]
    ),
    ("town", ["{townstart}{townmiddle}{townend}", "{townstart}{townend}", "{townstart}{townend}"]),
    (
      "townstart",
      list("Al,Bren,Cor,Dal,El,Far,Gor,Hal,In,Kar,Lun,Mar,Nor,Ost,Pen,Quil,Ros,Sel,Tor,Ul,Ven,Wal,Yar,Zel,Ash,Brom,Clay,Dun,Esk,Fen")
    ),
    ("townmiddle", list("a,e,i,o,en,er,ing,le,ma,ri,sta,ve,wi,do,ka")),
    (
      "townend",
      list("by,dorf,field,ford,ham,haven,holm,mont,mouth,pool,rath,stad,ton,vale,ville,wick,wold,bruck,sund,ley,more,minster,bridge,nes")
    ),
    ("surname", MemberNames.latinFamilies),
    (
      "why",
      list(
        "because of the holidays,because two people edited it,because the unit was wrong,because the round has its own time,because it was a draft,"
          + "because the price list changes at midnight,because the lot was used up,because the place was not set,because the recipe has a variant,"
          + "because the till was offline,because the week begins on Sunday there,because the customer has branches,because the weight was missing"
      )
    ),
  ]

  static func list(_ words: String) -> [String] {
    words.split(separator: ",").map(String.init)
  }
}
