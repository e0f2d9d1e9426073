/// Names of many places and scripts. `Name:roman` gives the spelling for the handle where the script is not Latin.
struct MemberNames: Sendable {
  private struct Culture: Sendable {
    let given: [(name: String, roman: String)]
    let family: [(name: String, roman: String)]
    let familyFirst: Bool
    let gap: String
    let weight: Int

    init(_ given: String, _ family: String, weight: Int = 2, familyFirst: Bool = false, gap: String = " ") {
      self.given = Self.pairs(given)
      self.family = Self.pairs(family)
      self.familyFirst = familyFirst
      self.gap = gap
      self.weight = weight
    }

    private static func pairs(_ list: String) -> [(name: String, roman: String)] {
      list.split(separator: ",").map { entry in
        let parts = entry.split(separator: ":")
        return (String(parts[0]), HandleSpelling.of(String(parts.last ?? "")))
      }
    }
  }

  static let latinFamilies = Vocabulary.list(
    "Bakker,Brandt,Carver,Costa,Dahl,Duarte,Egger,Fields,Garnier,Haas,Ivers,Jensen,Keller,Lange,Moreau,Novak,Olsen,Petrov,Quinn,Rossi,Sato,Thorne,Ulrich,Vega,Weiss,Young,Ziegler"
  )

  private static let cultures: [Culture] = [
    Culture(
      "Emma,Jack,Olivia,Harry,Grace,Thomas,Alice,Daniel,Ruby,Joseph,Hannah,Liam,Megan,Owen,Rose,Peter,Freya,Martin,Joan,Dougal,Isla,Callum,Nora,Declan",
      "Baker,Carter,Whitfield,Marsh,Holloway,Pike,Thornton,Byrne,MacLeod,Fraser,Doyle,Evans,Pritchard,Nolan,Hargreaves,Lamb,Sutton,Barlow,Finch,Croft",
      weight: 9),
    Culture(
      "Anna,Lukas,Lena,Felix,Katharina,Moritz,Jürgen,Sabine,Uwe,Heike,Matthias,Franziska,Björn,Ulrike,Stefan,Monika",
      "Fischer,Müller,Weber,Hofmann,Schäfer,Vogel,Kraus,Lindner,Böhm,Seidel,Winkler,Huber,Kaiser,Jäger,Brandt,Kühn", weight: 5),
    Culture(
      "Julie,Hugo,Manon,Antoine,Chloé,François,Hélène,Mathieu,Aurélie,Gaël,Noémie,Rémi",
      "Martin,Lefèvre,Garnier,Moreau,Blanchard,Fournier,Mercier,Chevalier,Gauthier,Renaud,Perrot,Lemaître",
      weight: 4),
    Culture(
      "María,José,Lucía,Andrés,Sofía,Joaquín,Inés,Raúl,Valentina,Martín,Belén,Íñigo",
      "García,Fernández,Muñoz,Ortega,Ibáñez,Herrera,Paredes,Quispe,Salazar,Vidal,Rojas,Núñez", weight: 5),
    Culture("Giulia,Marco,Francesca,Matteo,Elena,Paolo,Alessia,Nicolò", "Rossi,Bianchi,Ferrari,Conti,Greco,Marino,Bruno,Gallo", weight: 3),
    Culture(
      "João,Beatriz,Tiago,Inês,Rui,Mariana,Gonçalo,Luísa", "Silva,Santos,Carvalho,Araújo,Magalhães,Nóbrega,Pereira,Simões", weight: 3),
    Culture(
      "Astrid,Lars,Ingrid,Søren,Åsa,Mikkel,Sigrid,Jørgen,Aino,Ville",
      "Hansen,Lindqvist,Ødegård,Sørensen,Nyström,Bergström,Mäkinen,Korhonen,Dahl,Holm", weight: 4),
    Culture("Sanne,Daan,Femke,Bram,Lotte,Joost,Anouk,Wouter", "de Vries,van den Berg,Bakker,Visser,Smit,Mulder,Bos,Peeters", weight: 3),
    Culture(
      "Agnieszka,Paweł,Zofia,Krzysztof,Jana,Tomáš,Zuzana,Łukasz,Eszter,Gábor",
      "Kowalska,Wójcik,Nowak,Dvořáková,Svoboda,Horváth,Nagy,Zieliński,Novotný,Šimek", weight: 4),
    Culture("Elif,Emre,Zeynep,Murat,Gül,Çağlar,Şule,Ozan", "Yılmaz,Kaya,Şahin,Öztürk,Çelik,Aydın,Doğan,Arslan"),
    Culture(
      "Ngozi,Chidi,Amara,Tunde,Adwoa,Kwabena,Wanjiru,Otieno,Lerato,Sipho",
      "Okafor,Adeyemi,Mensah,Boateng,Kamau,Odhiambo,Nkosi,Mokoena,Eze,Balogun", weight: 4),
    Culture("Aarav,Lakshmi,Vikram,Ananya,Sunil,Meera,Farhan,Nasreen", "Sharma,Iyer,Reddy,Chatterjee,Kulkarni,Menon,Khan,Rahman", weight: 4),
    Culture("Siti,Budi,Dewi,Agung,Maricel,Jun-jun,Lani,Sione", "Wijaya,Santoso,Hartono,Reyes,Bautista,Kealoha,Tupou,Lestari"),
    Culture("Minh,Lan,Tuấn,Thảo,Hùng,Mai", "Nguyễn,Trần,Lê,Phạm,Võ,Đặng", familyFirst: true),
    Culture(
      "Олена:olena,Андрій:andrii,Ірина:iryna,Тарас:taras,Мария:maria,Дмитрий:dmitri",
      "Шевченко:shevchenko,Коваль:koval,Бондар:bondar,Ткаченко:tkachenko,Мельник:melnyk,Лисенко:lysenko"),
    Culture(
      "Ελένη:eleni,Γιώργος:giorgos,Κατερίνα:katerina,Νίκος:nikos",
      "Αθανασίου:athanasiou,Φούρναρη:fournari,Νικολάου:nikolaou,Βασιλείου:vasileiou", weight: 1),
    Culture(
      "سارة:sara,محمد:mohammed,ليلى:layla,كريم:karim,نور:nur,سامي:sami",
      "حداد:haddad,منصور:mansour,العلي:alali,خوري:khoury,ناصر:nasser,زيدان:zidan"),
    Culture("נועה:noa,יונתן:yonatan,תמר:tamar,אורי:uri", "כהן:cohen,לוי:levy,מזרחי:mizrahi,פרץ:peretz", weight: 1),
    Culture(
      "美咲:misaki,翔太:shota,陽子:yoko,健一:kenichi,さくら:sakura,大輔:daisuke", "田中:tanaka,佐藤:sato,鈴木:suzuki,高橋:takahashi,渡辺:watanabe,小林:kobayashi",
      familyFirst: true),
    Culture("芳:fang,伟:wei,敏:min,静:jing,建国:jianguo,雨桐:yutong", "王:wang,李:li,张:zhang,刘:liu,陈:chen,杨:yang", familyFirst: true, gap: ""),
    Culture("서연:seoyeon,민준:minjun,지우:jiwoo,현우:hyunwoo", "김:kim,이:lee,최:choi,정:jung", familyFirst: true, gap: ""),
    Culture("सुनीता:sunita,राजेश:rajesh,कविता:kavita,अमित:amit", "शर्मा:sharma,वर्मा:verma,पटेल:patel,यादव:yadav", weight: 1),
    Culture("ნინო:nino,გიორგი:giorgi,მარიამ:mariam,ლევან:levan", "ბერიძე:beridze,კაპანაძე:kapanadze,გელაშვილი:gelashvili", weight: 1),
  ]
  private let wheel: [Int]

  init() {
    wheel = Self.cultures.indices.flatMap { index in Array(repeating: index, count: Self.cultures[index].weight) }
  }

  /// A display name and the beginning of a handle.
  func draw(_ random: inout SplitMix) -> (name: String, handle: String) {
    let culture = Self.cultures[random.pick(wheel)]
    let given = culture.given[random.below(culture.given.count)]
    let family = culture.family[random.below(culture.family.count)]
    switch random.below(20) {
    case 0: return (given.name, given.roman)
    case 1 where !culture.familyFirst: return ("\(given.name) \(family.name.prefix(1)).", given.roman)
    default:
      let name = culture.familyFirst ? family.name + culture.gap + given.name : given.name + culture.gap + family.name
      return (name, given.roman + "-" + family.roman)
    }
  }
}
