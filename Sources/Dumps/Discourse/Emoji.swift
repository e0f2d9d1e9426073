/// What `:wink:` shows: old forums drew a picture where people's machines now have a character.
enum Emoji {
  /// The character of a name, with or without its colons; nil for pictures only one forum had.
  static func character(named name: String) -> String? {
    let parts = name.lowercased().split(separator: ":")
    guard let first = parts.first else { return nil }
    guard let base = known[String(first)] ?? byName[String(first)] else { return nil }
    guard parts.count > 1, let tone = tones[parts[1]] else { return base }
    return String(base.unicodeScalars.filter { $0 != presentation }.map(Character.init)) + tone
  }

  private static let presentation: Unicode.Scalar = "\u{FE0F}"
  private static let tones: [Substring: String] = [
    "t1": "", "t2": "\u{1F3FB}", "t3": "\u{1F3FC}", "t4": "\u{1F3FD}", "t5": "\u{1F3FE}", "t6": "\u{1F3FF}",
  ]

  /// Most are called what Unicode calls them, with underscores.
  private static let byName: [String: String] = {
    var names: [String: String] = [:]
    for value in Array(0x203C...0x2BFF) + Array(0x1F300...0x1FAFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isEmoji, let name = scalar.properties.name else { continue }
      let isPicture = scalar.properties.isEmojiPresentation
      let word = name.lowercased().map { $0 == " " || $0 == "-" ? "_" : String($0) }.joined()
      names[word] = String(Character(scalar)) + (isPicture ? "" : String(Character(presentation)))
    }
    return names
  }()

  /// The others: names people typed that Unicode has other words for, and characters made of several.
  private static let known: [String: String] = {
    let pairs = list.split(whereSeparator: \.isWhitespace)
    return Dictionary(
      zip(pairs.indices, pairs).filter { $0.0.isMultiple(of: 2) }.map { (String($0.1), String(pairs[$0.0 + 1])) },
      uniquingKeysWith: { first, _ in first })
  }()

  private static let list = """
    smile 😄 slight_smile 🙂 smiley 😃 grinning 😀 grin 😁 laughing 😆 satisfied 😆 wink 😉 blush 😊 smiling_face ☺️ relaxed ☺️
    stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 stuck_out_tongue_closed_eyes 😝 crazy_face 🤪 zany_face 🤪 yum 😋 sunglasses 😎
    star_struck 🤩 heart_eyes 😍 kissing 😗 kissing_heart 😘 kissing_closed_eyes 😚 kissing_smiling_eyes 😙 joy 😂 rofl 🤣 sweat_smile 😅
    sob 😭 cry 😢 disappointed 😞 disappointed_relieved 😥 pensive 😔 worried 😟 frowning 😦 slight_frown 🙁 frowning_face ☹️
    frowning_with_open_mouth 😦 anguished 😧 confused 😕 confounded 😖 persevere 😣 weary 😩 sleepy 😪 sleeping 😴 zzz 💤 tired 😫
    open_mouth 😮 astonished 😲 flushed 😳 scream 😱 fearful 😨 cold_sweat 😰 sweat 😓 sweat_drops 💦 hushed 😯 dizzy_face 😵 dizzy 💫
    unamused 😒 expressionless 😑 neutral 😐 no_mouth 😶 smirk 😏 roll_eyes 🙄 rolling_eyes 🙄 grimacing 😬 relieved 😌 thinking 🤔
    face_with_raised_eyebrow 🤨 raised_eyebrow 🤨 face_with_hand_over_mouth 🤭 hand_over_mouth 🤭 shushing_face 🤫 exploding_head 🤯
    monocle_face 🧐 nerd 🤓 hugs 🤗 hugging 🤗 partying_face 🥳 woozy_face 🥴 pleading_face 🥺 cowboy_hat_face 🤠 lying_face 🤥
    sneezing_face 🤧 face_vomiting 🤮 vomiting_face 🤮 mask 😷 upside_down 🙃 innocent 😇 smiling_imp 😈 angry 😠 rage 😡 pout 😡
    triumph 😤 cursing_face 🤬 skull_and_crossbones ☠️ clown_face 🤡 clown 🤡 poop 💩 hankey 💩 shit 💩 robot 🤖 alien 👽
    space_invader 👾 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊 smiley_cat 😺 smile_cat 😸 joy_cat 😹 heart_eyes_cat 😻
    +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 punch 👊 facepunch 👊 fist ✊ fist_left 🤛 fist_right 🤜 v ✌️ wave 👋 hand ✋
    raised_hand ✋ open_hands 👐 raised_hands 🙌 clap 👏 pray 🙏 muscle 💪 metal 🤘 love_you_gesture 🤟 call_me_hand 🤙 vulcan_salute 🖖
    crossed_fingers 🤞 point_up ☝️ point_up_2 👆 point_down 👇 point_left 👈 point_right 👉 fu 🖕 middle_finger 🖕 writing_hand ✍️
    handshake 🤝 nail_care 💅 man_facepalming 🤦‍♂️ woman_facepalming 🤦‍♀️ facepalm 🤦 man_shrugging 🤷‍♂️ woman_shrugging 🤷‍♀️ shrug 🤷
    bowing_man 🙇‍♂️ bow 🙇 raising_hand 🙋 man_cartwheeling 🤸‍♂️ woman_cartwheeling 🤸‍♀️ man_dancing 🕺 dancer 💃 woman_zombie 🧟‍♀️
    man_zombie 🧟‍♂️ construction_worker_man 👷‍♂️ construction_worker 👷 man_technologist 👨‍💻 woman_technologist 👩‍💻 cop 👮 angel 👼
    santa 🎅 princess 👸 ninja 🥷 mage 🧙 baby 👶 family 👪 man 👨 woman 👩 heart ❤️ heartbeat 💓 heartpulse 💗 two_hearts 💕
    sparkling_heart 💖 cupid 💘 gift_heart 💝 revolving_hearts 💞 orange_heart 🧡 black_heart 🖤 star ⭐ star2 🌟 boom 💥 collision 💥
    anger 💢 100 💯 question ❓ grey_question ❔ exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ bangbang ‼️ interrobang ⁉️
    warning ⚠️ white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ o ⭕ stop_sign 🛑 no_entry ⛔ no_entry_sign 🚫
    recycle ♻️ id 🆔 cool 🆒 new 🆕 free 🆓 ok 🆗 up 🆙 sos 🆘 vs 🆚 information_source ℹ️ bulb 💡 tada 🎉 gift 🎁 cake 🍰 birthday 🎂
    pizza 🍕 beer 🍺 beers 🍻 coffee ☕ tea 🍵 champagne 🍾 clinking_glasses 🥂 doughnut 🍩 apple 🍎 popcorn 🍿 hotdog 🌭 spoon 🥄
    fire 🔥 droplet 💧 ocean 🌊 sunny ☀️ cloud ☁️ umbrella ☔ snowflake ❄️ zap ⚡ rainbow 🌈 sun_with_face 🌞 moon 🌔 full_moon 🌕
    earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 unicorn 🦄 dog 🐶 cat 🐱 mouse 🐭 rabbit 🐰 rabbit2 🐇 wolf 🐺 bear 🐻 cow 🐮 cow2 🐄
    pig 🐷 horse 🐴 racehorse 🐎 monkey 🐒 whale 🐳 whale2 🐋 turtle 🐢 bee 🐝 honeybee 🐝 ant 🐜 beetle 🐞 lady_beetle 🐞 dragon 🐉
    t-rex 🦖 palm_tree 🌴 four_leaf_clover 🍀 rose 🌹 national_park 🏞️ white_flag 🏳️ rainbow_flag 🏳️‍🌈 checkered_flag 🏁 car 🚗
    red_car 🚗 airplane ✈️ flight_arrival 🛬 flight_departure 🛫 boat ⛵ ship 🚢 bike 🚲 house 🏠 phone ☎️ telephone ☎️ iphone 📱
    computer 💻 keyboard ⌨️ email 📧 envelope ✉️ memo 📝 pencil 📝 pencil2 ✏️ book 📖 mag 🔍 mag_right 🔎 lock 🔒 unlock 🔓 key 🔑
    gear ⚙️ wrench 🔧 hammer 🔨 tools 🛠️ link 🔗 art 🎨 notes 🎶 drum 🥁 microphone 🎤 headphones 🎧 movie_camera 🎥 camera 📷 tv 📺
    video_game 🎮 game_die 🎲 dart 🎯 soccer ⚽ goal_net 🥅 trophy 🏆 crown 👑 bikini 👙 money_with_wings 💸 moneybag 💰 clock1 🕐
    arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ radioactive ☢️ biohazard ☣️ business_suit_levitating 🕴️ timer_clock ⏲️
    zero 0️⃣ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ hash #️⃣ tm ™️ copyright ©️ registered ®️
    us 🇺🇸 gb 🇬🇧 uk 🇬🇧 de 🇩🇪 fr 🇫🇷 es 🇪🇸 it 🇮🇹 jp 🇯🇵 kr 🇰🇷 cn 🇨🇳 ru 🇷🇺 ua 🇺🇦 eu 🇪🇺
    """
}
