/// Words that every text has and that say nothing about what it is about. Those of languages that are not listed weigh little once they are
/// in many topics.
enum EmptyWords {
  static func contains(_ term: [UInt8]) -> Bool {
    term.count < 2 || (term.count <= longest && words.contains(term))
  }

  private static let english = """
    a about above after again against all also although always am an and another any anybody anyone anything are aren't as ask at away back be
    because been before being below best better between both but by can can't cannot could couldn't did didn't do does doesn't doing done don't
    down during each either else enough ever every everyone everything few find first for from further get gets getting give go goes going good
    got great had hadn't has hasn't have haven't having he hello help her here hers herself hey hi him himself his how however i i'm i've i'd
    i'll idea if in instead into is isn't it it's its itself just keep kind know last least less let like little look looking lot lots made make
    makes making many may maybe me mean might mine more most much must my myself need needs never new next no nobody none nor not nothing now of
    off often ok okay on once one only or other others our ours out over own part people perhaps please possible pretty probably problem put
    question quite rather really right same say see seem seems several she should shouldn't since so some somebody someone something sometimes
    soon still such sure take tell than thank thanks that that's the their them themselves then there there's therefore these they they're thing
    things think this those though through thus time to together too tried try trying two under until up us use used using usually very via want
    wants was wasn't way we we're we've well went were weren't what what's when where whether which while who whole whom whose why will with
    within without won't work works would wouldn't yes yet you you're you've your yours yourself
    """

  private static let german = """
    aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte da dabei damit danke dann das dass dein
    dem den denn der des deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einfach er es
    etwas euch euer für ganz gar gegen geht gibt gut habe haben hallo hast hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren im immer
    in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinen können könnte machen mal man mehr mein meine meinem meinen
    meiner mich mir mit muss nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so soll sollte sondern über um
    und uns unser unter viel viele vom von vor war waren warum was weil welche wenn wer werden wie wieder will wir wird wo wurde würde zu zum zur
    """

  /// As the analyzer writes them.
  private static let words = Set(TextAnalyzer().terms(of: english + " " + german).map { Array($0.text.utf8) })
  private static let longest = words.map(\.count).max() ?? 0
}
