/// The words people choose first, written down from what everybody knows; decoration and disguise are taken off before they are looked up.
enum CommonPasswords {
  static func include(_ shape: PasswordShape) -> Bool {
    !words.isDisjoint(with: shape.cores)
  }

  private static let words: Set<String> = Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let list = """
    password passwords passwd passwort passwrd pasword passw0rd passwordpassword mypassword newpassword oldpassword yourpassword thepassword
    password1234 pass passcode passkey passphrase passpass pass1234 secret topsecret supersecret mysecret secure security private hidden
    letmein letmeinnow openup opensesame sesame changeme changeit changethis changemenow default guest guestguest welcome welcomeback
    welcomehome login logmein signin signmein enter entrance access accessgranted admin administrator adminadmin root rootroot toor superuser
    sysadmin system manager operator master mastermaster masterkey user username useruser test testing tester testtest test1234 testpassword
    temp temporary temppass demo demodemo sample example qwerty qwertyui qwertyuiop qwert qwerty1234 qwertyqwerty qwertz qwertzui azerty
    azertyui asdf asdfasdf asdfgh asdfghjk asdfghjkl zxcv zxcvbn zxcvbnm zxcvzxcv qazwsx qazwsxedc qweasd qweasdzxc qwe123 wasd wasdwasd
    1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 zaq12wsx zaq1xsw2 q1w2e3r4 q1w2e3 a1b2c3 a1b2c3d4 1a2b3c4d abc123 abcabc abcd1234 aaa111
    123abc 123qwe 123qweasd 123asd asd123 qwe123qwe abc abcd abcde abcdef onetwothree onetwo trustno1 trustnoone trustme trust nopassword nopass
    idontknow dontknow iforgot forgot forgotten forgetit forgetme remember rememberme whatever whoknows whocares nothing something anything
    everything nobody somebody anybody everyone noone blank none null void undefined password123456 hello hellohello helloworld hellothere
    hellokitty hi hithere hey goodbye byebye goodmorning goodnight thankyou thanks please sorry iloveyou iloveu ilovegod ilovejesus
    ilovemyself ilovehim iloveher ilovemom ilovedad ilovemymom ilovemywife ilovecats ilovedogs ilovemusic iloveyouforever loveyou loveyouforever
    lovely lover lovers loveme love lovelove loves mylove truelove myheart heart hearts sweetheart sweetie sweety honey honeybee darling baby
    babygirl babyboy babydoll babybaby beautiful pretty princess prince queen king kingking kingdom angel angels angelangel heaven heavenly
    devil demon lucifer satan jesus jesuschrist jesusislord godisgood godbless blessed blessing faith hope grace mercy church bible christ
    christian allah bismillah inshallah buddha krishna shiva ganesh peace freedom liberty justice destiny miracle believe dream dreamer dreams
    forever always eternal infinity friend friends friendship bestfriend bestfriends family mother father mommy daddy mama papa sister
    brother grandma grandpa husband wife children mykids myfamily mydog mycat puppy kitty kitten doggy doggie bunny rabbit monkey monkeys
    dragon dragons dragonball tiger tigers lion lions lionking panther leopard jaguar cheetah eagle eagles falcon hawk raven ravens phoenix
    wolf wolves wolverine bear bears panda koala horse horses pony unicorn dolphin dolphins shark sharks whale turtle snake spider spiderman
    scorpion butterfly ladybug bumblebee flower flowers rose roses lily daisy jasmine violet orchid sunflower sunshine sunny sunset sunrise
    summer winter spring autumn january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday today tomorrow yesterday holiday vacation weekend birthday happybirthday christmas xmas merryxmas easter
    halloween newyear happynewyear happy happyday happiness smile smiley smiling laughing lucky luckyday luckyone luckystar star stars starstar
    superstar rockstar moon moonlight moonlite starlight galaxy universe planet earth world worldcup ocean river rainbow snow snowball snowflake
    snowman snoopy storm thunder lightning blizzard hurricane tornado volcano diamond diamonds crystal silver golden gold platinum emerald
    sapphire ruby pearl black blackcat blackbird blackjack white whitesox green greenday blue blueblue bluesky bluebird red redsox redred reddevil
    orange purple yellow pink pinky brown scarlet superman batman ironman catwoman wonderwoman hulk captain captainamerica thor
    avengers marvel joker joker1 deadpool wolverines starwars startrek skywalker darthvader yoda jedi jedimaster stormtrooper matrix neo
    trinity morpheus gandalf frodo hobbit mordor aragorn legolas lordoftherings hogwarts harrypotter hermione dumbledore voldemort gryffindor
    slytherin pokemon pikachu charizard bulbasaur digimon naruto sasuke goku vegeta onepiece luffy anime mario supermario luigi zelda sonic
    nintendo playstation xbox xbox360 gamer gameboy gameover games gaming minecraft fortnite roblox callofduty counterstrike warcraft
    worldofwarcraft starcraft diablo runescape leagueoflegends overwatch halo doom quake pacman tetris football footballer soccer
    baseball basketball hockey tennis golf golfer golfing cricket rugby volleyball swimming running fishing hunting hunter skating
    skateboard snowboard surfing surfer boxing wrestling karate ninja samurai warrior warriors fighter soldier marine marines army navy airforce
    sniper killer assassin pirate pirates viking vikings knight knights wizard wizards magic magician mystery shadow shadows phantom ghost
    spirit vampire zombie zombies monster monsters chicken chickens turkey cheese cheesecake cookie cookies chocolate candy sugar cupcake
    pancake pizza pizzapizza burger hamburger bacon banana bananas apple apples applepie cherry cherries strawberry blueberry peaches peach lemon
    mango melon pineapple coconut peanut butter popcorn pepper ginger cinnamon vanilla coffee coffeecoffee whiskey vodka tequila budlight guinness
    heineken cocacola pepsi sprite redbull marlboro computer computers internet network server database software hardware windows microsoft
    google googlegoogle gmail yahoo facebook instagram twitter youtube linkedin amazon netflix spotify android iphone ipad apple123 samsung
    galaxys nokia motorola blackberry sony dell hewlett lenovo toshiba asus intel linux ubuntu debian redhat oracle mysql postgres cisco
    router wireless bluetooth program programmer developer hacker hackers hacked coding python java javascript mustang mustangs corvette
    camaro ferrari porsche mercedes mercedesbenz bmw audi volkswagen toyota honda nissan mazda subaru chevrolet chevy ford dodge harley
    harleydavidson yamaha kawasaki suzuki ducati lamborghini maserati bugatti tesla cadillac michael jennifer jessica ashley amanda daniel
    matthew joshua andrew justin thomas robert william richard charles charlie charlie1 george jordan jordan23 michelle nicole samantha
    stephanie elizabeth victoria alexander alexandra alexis anthony benjamin christopher christina christine jonathan nathan nicholas patrick
    patricia barbara maggie buster tigger ginger1 cooper bailey max maxwell rocky rocket rocketman sparky shadow1 hannah sophie chloe olivia
    emily emma lauren natalie natasha vanessa veronica danielle gabriel gabriela isabella angela angelina andrea maria mariah carlos fernando
    eduardo ricardo roberto sebastian santiago alejandro alejandra london newyork newyorkcity chicago boston dallas houston texas california
    florida hollywood vegas lasvegas miami detroit seattle denver phoenix1 paris berlin munich hamburg madrid barcelona rome milano moscow tokyo
    sydney toronto canada america american england ireland scotland germany france italia italy espana spain portugal brazil brasil mexico
    argentina russia china india pakistan indonesia philippines australia africa europe liverpool liverpoolfc chelsea chelseafc arsenal arsenalfc
    manchester manunited manutd tottenham everton celtic rangers realmadrid barca juventus acmilan intermilan bayern borussia dortmund
    schalke benfica ajax yankees yankee dodgers cowboys steelers packers patriots broncos raiders giants eagles1 lakers celtics bulls
    spartan spartans trojans gators longhorns buckeyes metallica nirvana slipknot acdc ironmaiden blacksabbath ledzeppelin pinkfloyd beatles
    rollingstones queenqueen eminem rihanna beyonce madonna elvis elvispresley britney taylorswift bts blackpink onedirection justinbieber
    music musicman guitar guitarist piano drummer drums hiphop rapper rocknroll metal punk punkrock reggae bobmarley party partytime dance dancer
    dancing sexy sexygirl sexyboy hottie hotgirl playboy player lovergirl bigboy bigdaddy bigdog badboy badgirl goodboy goodgirl cutie cutiepie
    cool coolcool coolguy coolboy coolgirl awesome amazing fantastic perfect wonderful excellent brilliant genius einstein newton professor
    teacher student school highschool college university education doctor nurse engineer lawyer police fireman firefighter business
    company office boss money moneymoney cash cashmoney rich millionaire billionaire dollar dollars success successful winner winning champion
    champions victory power powerful strong stronger legend legends hero heroes awesome1 cowboy cowgirl outlaw rebel gangster gangsta thug thuglife
    mafia godfather scarface fuckyou fuckoff fuckme fuckit fucker motherfucker asshole bitch bitches bullshit shithead bastard pussy dickhead
    biteme blowme kissme kissmyass suckit letsgo nevermind nevergiveup neverever livelife lifeisgood lifegoeson carpediem hakunamatata
    chocolate1 cocacola1 mustang1 corvette1 maverick thunderbird firebird firebird1 blackhawk nighthawk firefly wildcat wildcats bulldog
    bulldogs rottweiler labrador retriever poodle beagle chihuahua qwerty12 access14 ncc1701 ncc1701d bond007 jamesbond agent007 rush2112 blink182
    area51 thx1138 r2d2c3po correcthorsebatterystaple hunter2 swordfish joshua1 monkey1 abcdefg1 motdepasse bonjour jetaime soleil chouchou
    doudou loulou amour marseille azertyuiop coucou nicolas camille contrasena contraseña teamo tequiero mivida micorazon corazon hola holahola
    hermosa bonita princesa estrella futbol senha senha123 brasileiro flamengo corinthians palmeiras saopaulo hallo hallohallo hallo123 schatz
    schatzi ichliebedich liebe sommer sonne sonnenschein passwort1 geheim kennwort willkommen fussball deutschland ficken arschloch wachtwoord
    welkom geheim1 voetbal amsterdam feyenoord lösenord losenord sommar hejsan hejhej salasana kissa perkele haslo hasło polska kochanie
    misiek zaqwsx heslo heslo123 lozinka parola ciao ciaociao ciaomare tiamo amore amoremio forzamilan forzainter napoli parola1 sifre şifre galatasaray
    fenerbahce besiktas пароль привет любовь йцукен наташа максим россия солнышко sayang bismillah1 indonesia1 doraemon sakura arigato
    """
}
