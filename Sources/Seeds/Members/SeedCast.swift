/// The people every part of the project knows by name: tests, seeds and pictures share them at these fixed indexes.
/// The first eight exist in every seeded community, however small.
package enum SeedCast: Int, CaseIterable, Sendable {
  case ana, kai, mei, tomas, noor, sam, zoe, omar
  case piet, lucia, abena, greta, rohan, oksana, jun, fatou, henrik, bridget, yusuf, liwei, dimitra, ewan, chiara, hoa
  // From here on: people who came in the last weeks.
  case marek, leilani, ayse, jonas, priya, mateo, sinead, ioana, tevita, camille, bjarni, thandi, rebeca, kofi, saskia, hyejin
  case gideon, malik, mina, arjun, elise, pavel, ruth, daniyar

  static let firstNewcomer = SeedCast.marek.rawValue
  static let staff: [Int] = [SeedCast.noor, .piet, .lucia, .abena].map(\.rawValue)
  static let company: [Int] = [SeedCast.ana.rawValue] + staff
  static let helpers: [Int] = [SeedCast.tomas, .greta, .rohan, .oksana].map(\.rawValue)
  static let moderators: [Int] = [SeedCast.sam, .bridget].map(\.rawValue)

  var role: SeedRole {
    switch self {
    case .ana: .admin
    case .noor, .piet, .lucia, .abena: .staff
    case .sam, .bridget: .moderator
    case .tomas, .greta, .rohan, .oksana: .helper
    default: .member
    }
  }

  /// Name, handle, mail domain, bio.
  var card: (name: String, handle: String, domain: String, bio: String?) {
    switch self {
    case .ana:
      ("Ana Ribeiro", "ana", "firstbake.example", "I run this place for Firstbake. Before that, eleven years at a bench in Coimbra.")
    case .kai: ("Kai Nakoa", "kai", "example.org", "Two ovens, one van, bread and malasadas. Learning the paperwork last.")
    case .mei: ("Mei Zhang", "mei", "steamandstone.example", "Milk bread, buns and a queue on Saturdays. I like a clean day plan.")
    case .tomas:
      (
        "Tomás Vieira", "tomas", "moinho.example",
        "Sourdough bakery with nine wholesale customers. Ask me about standing orders and cut-off times."
      )
    case .noor:
      ("Noor El Amrani", "noor", "firstbake.example", "Support at Firstbake, weekdays from six. I answer questions on recipes and orders.")
    case .sam: ("Sam Okonkwo", "sam", "example.org", "Bakes for a canteen, keeps this forum tidy in the afternoons.")
    case .zoe: ("Zoë Lindgren", "zoe", "surdegen.example", "Rye, mostly. One apprentice, one dog, no deliveries on Mondays.")
    case .omar:
      ("Omar Sayegh", "omar", "example.org", "Flatbread and manakish, three generations. I moved us from a notebook to Firstbake.")
    case .piet: ("Piet Hoekstra", "piet", "firstbake.example", "Builds the planner and the API at Firstbake.")
    case .lucia: ("Lucía Ferrer", "lucia", "firstbake.example", "Labels, allergens and food law at Firstbake.")
    case .abena: ("Abena Owusu", "abena", "firstbake.example", "Till, stock and everything with a price at Firstbake.")
    case .greta: ("Greta Sommer", "greta", "sommerkorn.example", "Master baker. I teach, so I explain things twice without minding.")
    case .rohan: ("Rohan Desai", "rohan", "example.org", "My sister bakes, I write the scripts.")
    case .oksana: ("Оксана Мельник", "oksana", "palianytsia.example", "Двоє пекарів, одна піч. Wholesale rounds, invoices, early mornings.")
    case .jun: ("松田 純", "jun", "example.org", "横浜の小さなパン屋です。食パンとカレーパン。")
    case .fatou: ("Fatoumata Diallo", "fatou", "example.org", "Baguettes for half a town, six days a week.")
    case .henrik: ("Henrik Aalto", "henrik", "ruisleipa.example", "Rye and cardamom. I count energy, because somebody has to.")
    case .bridget: ("Bridget Kearney", "bridget", "example.org", "Soda bread, scones, and the quiet work of closing old threads.")
    case .yusuf: ("يوسف الخطيب", "yusuf", "example.org", "مخبز عائلي صغير، خبز وكعك ومعمول في المواسم.")
    case .liwei: ("李伟", "li-wei", "example.org", "社区面包店，主要做吐司和可颂。")
    case .dimitra: ("Dimitra Papadaki", "dimitra", "example.org", nil)
    case .ewan: ("Ewan Geddes", "ewan", "example.org", "Island bakery. If the ferry is late, so is the flour.")
    case .chiara: ("Chiara Lombardi", "chiara", "fornolombardi.example", "Focaccia, panettone in season, and a mother dough older than me.")
    case .hoa: ("Nguyễn Thị Hoa", "hoa", "example.org", "Bánh mì shop, three hundred rolls before seven.")
    case .marek: ("Marek Dvořák", "marek", "example.org", nil)
    case .leilani: ("Leilani Kahale", "leilani", "example.org", "Sweet bread and a market stall.")
    case .ayse: ("Ayşe Demir", "ayse", "example.org", "Simit, açma, poğaça. New here.")
    case .jonas: ("Jonas Brandl", "jonas", "brandl.example", "Vierte Generation, erste mit Tablet in der Backstube.")
    case .priya: ("Priya Nair", "priya", "example.org", "Home bakery growing out of its kitchen.")
    case .mateo: ("Mateo Quiroga", "mateo", "example.org", "Medialunas y pan de campo.")
    case .sinead: ("Sinéad Walsh", "sinead", "example.org", nil)
    case .ioana: ("Ioana Popescu", "ioana", "example.org", "Cozonac in winter, covrigi all year.")
    case .tevita: ("Tevita Fonua", "tevita", "example.org", nil)
    case .camille: ("Camille Rousseau", "camille", "example.org", "Pâtissière, seule au labo.")
    case .bjarni: ("Bjarni Einarsson", "bjarni", "example.org", nil)
    case .thandi: ("Thandiwe Dlamini", "thandi", "example.org", "Bakery co-operative of seven. I do the rota.")
    case .rebeca: ("Rebeca Molina", "rebeca", "example.org", "Obrador pequeño, sin gluten.")
    case .kofi: ("Kofi Asante", "kofi", "example.org", nil)
    case .saskia: ("Saskia Vermeer", "saskia", "example.org", "Shop manager. The till is my side of the wall.")
    case .hyejin: ("박혜진", "hyejin", "example.org", nil)
    case .gideon: ("Gideon Levi", "gideon", "example.org", "Challah on Fridays, bagels the rest of the week.")
    case .malik: ("Malik Johnson", "malik", "example.org", nil)
    case .mina: ("Wilhelmina Stroud", "mina", "example.org", "Village shop with an oven at the back.")
    case .arjun: ("Arjun Pillai", "arjun", "example.org", "Keeps the computers of two bakeries alive.")
    case .elise: ("Élise Gagnon", "elise", "example.org", nil)
    case .pavel: ("Павел Соколов", "pavel", "example.org", nil)
    case .ruth: ("Ruth Achterberg", "ruth", "example.org", "Bookkeeper to four bakeries.")
    case .daniyar: ("Daniyar Bekov", "daniyar", "example.org", "Tandoor bread, and a new deck oven we are still getting to know.")
    }
  }
}
