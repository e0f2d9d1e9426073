extension SpamImitations {
  static let shopTemplates = [
    "{Buy|Order|Get} {cheap|discount|generic} {Viagra|Cialis|Tramadol|Xanax|Ozempic|Ambien} {online|today|now}, no prescription {needed|required}. {Overnight|Worldwide|Discreet} {shipping|delivery}, {visa|bitcoin|paypal} accepted. Visit https://{rx-cheap|pill-mart|meds24}.example/{buy|offer|order}",
    "{Replica|Designer|Luxury} {handbags|watches|sneakers} up to {70|80|85}% off {this week only|while stocks last}! Free {shipping|delivery} over $50. [Shop now](https://{outlet|brandsale|lux-store}.example/{sale|deal})",
    "Our {keto|CBD|garcinia|collagen} gummies help you {lose 20 pounds in 2 weeks|burn belly fat fast|sleep like a baby}. {100% natural|Doctor approved}, risk free trial! Claim your bottle here: http://{slim|keto|nature}-gummies.example",
    "WhatsApp +{1|44|91} {555|700|800} 01{11|22|45} {99|04|60} for {original|registered} {passport|driving license|IELTS certificate|diploma} without exam. {Genuine|Verified} documents, fast delivery, 100% {guaranteed|satisfaction}.",
    "{Hot|Big|Flash} sale!!! {iPhone 15|PS5|MacBook|Samsung S24} only ${199|249|299}, {brand new|sealed box}. {Limited stock|Only 10 left}, order today at https://{gadget|phone|tech}-deals.example and use code {SAVE50|WIN20|LUCKY}",
    "Best {penis enlargement|hair growth|testosterone|anti aging} {pills|cream|serum} of {2024|2025}. {Thousands of|10,000} happy customers. Buy 2 get 1 free >>> http://{men|vital|glow}-plus.example/{buy|try}",
    "We {supply|sell|ship} {wholesale|bulk} {vape pens|e-cigarettes|nicotine pouches|kratom} with {factory price|lowest price}. MOQ 10 pcs. Contact on telegram @{vape|bulk|smoke}supply{24|88} or www.{vape|smoke}-factory.example",
    "Купить {виагру|дипломы|сигареты} {дешево|недорого} с доставкой по всей {России|стране}. Заходите на сайт https://{apteka|magazin|sklad}.example, скидка {30|40|50}%!",
    "Are you tired of {pain|anxiety|sleepless nights}? {Buy|Order} {Soma|Valium|Adderall|Percocet} online legally in USA. No Rx, {overnight|next day} delivery, best price per pill. Order here: https://{us|fast|trust}-pharmacy.example",
    "{Casino|Slots|Betting} bonus {200|300|500}% on your first deposit + {50|100} free spins! Register now at https://{lucky|royal|spin}-casino.example and {win big|cash out instantly}. 18+ only, {instant payout|no limits}.",
  ]

  static let backlinkTemplates = [
    "{Nice|Great|Awesome} {post|article|blog}! Thanks for sharing. I also write about {roofing|plumbing|dentists|movers} in {Dallas|Leeds|Sydney}: [{best|top rated} {roofing|plumbing|dentist} company](https://{roof|plumb|smile}-pros.example)",
    "We offer {SEO|guest post|link building} services: {DA 50+|high authority|dofollow} backlinks, first page of Google {in 30 days|guaranteed}. Starting from ${49|99}. Email us or visit https://{rank|seo|link}-boosters.example",
    "I have read your content and it is very {informative|useful}. {Check|Visit|See} {my website|my blog|this page} for {web design|digital marketing|escort|assignment} services in {Dubai|Delhi|Manila} http://{web|digital|city}-agency.example",
    "{Hire|Looking for} a {professional|affordable} {web developer|SEO expert|logo designer|app development company}? {We are|Our team is} the {leading|number one} agency with {10|15} years experience. Get a free quote: https://{pixel|code|brand}-studio.example/{quote|contact}",
    "{Increase|Boost} your {website traffic|sales|ranking|followers} with our {organic|targeted} traffic packages. {10,000|50,000} real visitors for $29. Order: https://{traffic|visit|click}-rush.example",
    "Looking for {packers and movers|car rental|airport taxi|carpet cleaning} in {Chandigarh|Miami|London}? {Call|Book} the best {service|company} with lowest rates. https://{move|rent|clean}-easy.example | https://{move|rent|clean}-easy.example/{blog|rates}",
    "[{best|cheap} {hosting|VPN|insurance|loans}](https://{host|secure|cover}-review.example) [{compare|top 10} {hosting|VPN|insurance}](https://{host|secure|cover}-list.example) [{coupon|promo} code](https://{coupon|promo}-hub.example)",
    "Buy {Instagram followers|YouTube views|Google reviews|TikTok likes|aged Gmail accounts}, {instant|non drop} delivery, {24/7 support|refill guarantee}. Cheapest SMM panel: https://{smm|likes|grow}-panel.example",
    "Submit your site to our {free|premium} {business directory|classified ads|article submission} and get quality backlinks. {Do follow|Instant approval}. Link: http://{dir|ads|list}-world.example/{submit|add}",
    "Your website has {many|several} errors that hurt your Google ranking. I can {fix|audit} it and send you a {free report|proposal}. Reply with your phone number or see https://{fix|audit}-my-rank.example. {Regards|Thanks}, SEO consultant",
  ]

  static let supportTemplates = [
    "{QuickBooks|Norton|HP printer|Canon printer|Outlook} {support|customer service|helpline} number {+1|1}-{800|888|844}-{555-01|555-90}{12|34|77} (toll free) USA. {Call now|Dial} to talk with a {live agent|certified technician} 24/7.",
    "How do I {talk to a live person|reach a human|contact customer care} at {Coinbase|Robinhood|Cash App|Binance}? ☎️ Call +1~{805|888|833}~555~01{19|28|63} for instant {help|refund|solution}.",
    "{Delta|United|Expedia|Lufthansa} airlines {reservation|cancellation|refund|name change} phone number 📞 +1-{802|855|877}-555-01{40|52|88}. Our experts are available 24*7 to {change|cancel|book} your flight.",
    "If your {printer|router|antivirus|email} is not working, {don't worry|no problem}: dial our {official|verified} {helpline|tech support} {1-888|1-855}-555-01{21|42|93}. We {fix|resolve} all {errors|issues} remotely in {10|15} minutes.",
    "{Facebook|Gmail|Yahoo|Instagram} account {hacked|recovery|locked}? Contact {support team|recovery expert} at +1 (8{05|44|66}) 555-01{15|31|70} or {WhatsApp|Telegram} {@recover|@fixaccount}{pro|24}. {100% working|guaranteed}.",
    "What is the {toll-free|direct} number of {McAfee|Geek Squad|Epson|Netgear} {support|customer care}? The number is {1|+1} {888|844} 555 01{09|55|66}. Call for {activation|renewal|setup|refund}.",
    "≋{1-800|1-833}≋ 555 ≋ 01{22|47|91} ≋ {Xfinity|Spectrum|Roku|Amazon} {billing|technical} support phone number. {Our|The} {trained|friendly} agents {answer in 1 minute|speak English and Spanish}.",
    "I lost my {bitcoin|savings|USDT} to a {scam|fake broker} and {Mr. Adams|Cyber Wizard|Hack Recovery Team} {recovered|returned} everything. Contact them by email {help|recover}@{fundsback|wizard}.example or WhatsApp +1 ({720|415}) 555-01{33|80}.",
    "{Call|Ring} {+44|+1} {20|888} 555 01{14|39} — {AOL|Bellsouth|Comcast} mail {customer service|password reset} {phone|contact} number, {open|available} 24 hours. {No waiting|Talk to an agent now}.",
  ]
}
