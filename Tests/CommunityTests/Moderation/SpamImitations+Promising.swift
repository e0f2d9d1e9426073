extension SpamImitations {
  static let investmentTemplates = [
    "I {made|earned} ${4,500|9,200|12,000} in {one week|just 5 days} with {Bitcoin|forex|crypto} trading under {Mrs. Karen|expert trader Dave|Mr. Cole}. Start with as little as ${200|500}. Message {her|him} on {WhatsApp|Telegram} +1 5{05|67} 555 01{12|40}",
    "{Double|Triple} your {BTC|ETH|USDT} in {24|48} hours! {Guaranteed|Risk-free} {returns|profit} of {20|35}% daily. Join our {VIP|private} signals group: https://{coin|profit|moon}-signals.example",
    "{Earn|Make} passive income from home with our {automated|AI powered} {trading bot|mining farm|staking pool}. No experience {needed|required}. {Withdraw|Cash out} anytime. Register: http://{bot|mine|stake}-wealth.example/?ref={8812|4410|7001}",
    "{New|Hot} {presale|airdrop|ICO} alert 🚀 {PEPE2|MOONX|SafeDoge} is going to {100x|1000x}! Claim your free tokens, connect your wallet at https://{claim|drop|mint}-{tokens|airdrop}.example before it ends.",
    "Dear {investor|friend|sir}, I am {a manager at a bank|the lawyer of a late client|a widow}. There is a sum of ${8.5|14.2|22} million to be {transferred|invested} and your share is {30|40}%. Reply to {barrister|fund.desk}@{trustbank|legalfund}.example in confidence.",
    "Need an {urgent|instant|easy} {loan|credit|cash advance}? We give {personal|business} loans from $5,000 to $5,000,000 at {2|3}% interest, no credit check. Apply: {loans|apply}@{quickcash|goldfinance}.example",
    "My {broker|mentor} {turned|grew} ${1,000|3,000} into ${15,000|40,000} in a month. {Binary options|Forex|Crypto} is real when you have the right {strategy|account manager}. Ask me how, telegram @{fxqueen|traderpro|coinlady}{1|77}",
    "{Buy|Invest in} {gold|oil|tokenized real estate} shares with {monthly dividends|weekly payouts} of {12|18|25}%. {SEC registered|Fully insured}. {Limited slots|Only 50 investors}. https://{gold|oil|estate}-fund.example/{invest|join}",
    "Заработок в интернете от {500|1000} долларов в {день|неделю} без вложений. {Криптовалюта|Трейдинг|Инвестиции} с гарантией дохода. Пиши в телеграм @{profit|dohod|kripta}{24|777}",
    "Join the {richest|fastest growing} crypto community. Our members {withdraw|earn} {0.5|1.2} BTC {weekly|monthly}. {Sign up bonus|Deposit match} of $100. Click https://{btc|elite|crypto}-club.example/{join|vip} now, do not miss this {opportunity|chance}",
  ]

  static let essayTemplates = [
    "{Struggling with|No time for} your {essay|dissertation|nursing assignment|homework}? Our {expert|PhD} writers deliver {plagiarism free|A+ grade} papers before the deadline. {20|30}% off first order: https://{essay|grade|paper}-help.example",
    "{Pay someone|Hire an expert} to take my online {class|exam|quiz}. We {guarantee|promise} an {A or B|A grade} or your money back. Chat now on {WhatsApp|live chat}: https://{class|exam}-takers.example",
    "{Work from home|Data entry|Copy paste} job, earn ${30|45|80} {per hour|a day}, no {experience|investment}. {Part time|Flexible}. Apply with your name and phone: https://{job|work|hire}-now.example/{apply|start}",
    "Amazon is hiring {remote|home based} {typists|product testers|assistants}. {Weekly pay|Daily payment} of ${900|1,200}. Only {20|50} seats, send {CV|a message} to {hr|jobs}@{remotehire|fastjobs}.example or telegram @{hr|job}desk{9|21}",
    "Hi {dear|handsome|honey}, I am {Anna|Elena|Sofia}, {24|27|29}, {single|lonely} and looking for a {serious relationship|good man|fun tonight}. See my {photos|private pics} here: https://{meet|date|kiss}-me.example/{anna|profile}",
    "{Hot|Sexy|Local} {girls|singles|women} in your {area|city} want to {chat|meet} tonight. {Free|No} {registration|credit card}. Join https://{flirt|adult|local}-dating.example 🔥",
    "Russian and Ukrainian {brides|ladies} seek {western|foreign} husbands. {Thousands of|Verified} profiles, {free chat|video chat}. Find your love at http://{bride|love|soul}-finder.example",
    "{Best|Cheap} {thesis|coursework|resume} writing service for {UK|Australia|UAE} students. {Native|Qualified} writers, 24/7 support, unlimited revisions. Order now: https://{thesis|my|top}-writers.example/order",
    "{Russian|High class|Independent} escorts and call girls in {Delhi|Dubai|Jaipur}, {hotel|home} service, {24 hours|full night}. Call or WhatsApp {98|97|90}000 0{11|22}{45|78}. Photos: http://{city|night}-models.example",
    "We need {mystery shoppers|survey takers|car wrap drivers}: get ${300|500} {weekly|per survey} for {10 minutes|one hour} of work. {Sign up|Register} today, https://{survey|shop|pay}-panel.example/{go|start}",
  ]

  static let praiseTemplates = [
    "{This is a really|What an} {insightful|valuable|thoughtful} discussion. {Understanding|Managing} such {topics|challenges} {effectively|properly} can {greatly|significantly} {enhance|improve} {productivity|the overall experience}. I found {more details|a helpful resource} at https://{insight|growth|smart}-guide.example",
    "Thank you for {sharing|posting} this {wonderful|amazing} information. It is {very helpful|truly inspiring} for {beginners|everyone}. {Keep up the good work|Looking forward to more}! https://{daily|best|my}-tips.example",
    "{Absolutely|Totally} agree with your {points|perspective}. In today's {fast-paced|digital} world it is {essential|crucial} to {stay informed|choose the right tools}. For those interested, [this {guide|article}](https://{modern|prime|next}-living.example/{guide|read}) offers {practical|valuable} insights.",
    "{Great|Excellent} question! There are {many|several} {factors|aspects} to consider, and {every situation is unique|consistency is key}. A {comprehensive|balanced} approach {often|usually} yields the best results. You can explore further here: https://{learn|pro|wise}-hub.example",
    "I {stumbled upon|came across} this {thread|forum} and I must say the {quality|level} of {content|conversation} is {impressive|outstanding}. {Kudos|Hats off} to {all|the community}. By the way, {play|try} {this game|drift boss|geometry dash} at https://{fun|play|arcade}-games.example when you need a break.",
    "It is {fascinating|remarkable} how {technology|innovation} continues to {transform|shape} our {lives|work}. {Embracing|Leveraging} the right {solutions|strategies} {unlocks|drives} {new possibilities|long-term success}. Learn more: https://{future|bright|elevate}-blog.example",
    "I appreciate the {effort|time} you put into this. {Clear|Simple} explanations {like these|such as this} make {complex|difficult} {subjects|things} {accessible|easy}. {Worth|Definitely worth} a bookmark! More at www.{read|learn|note}-zone.example",
    "{Such|What} a {lovely|nice} community! {Everyone is|People here are} so {friendly|supportive}. I {recently|just} {discovered|tried} {this app|this platform} and it {changed|improved} my {workflow|daily routine}: https://{app|try|daily}-boost.example/{home|start}",
    "In {conclusion|summary}, {addressing|navigating} these {issues|considerations} {requires|demands} {careful planning|a holistic approach}. {By|Through} {leveraging|applying} best practices, {users|individuals} can achieve {optimal|lasting} outcomes. Reference: https://{holistic|optimal|expert}-views.example",
  ]
}
