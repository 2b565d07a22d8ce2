"""Words that tell a person's name in a line from other capitals; folded lower case."""

from gk_assistant.language.text import word_set

CUES = word_set(
    "agare arbetskamrat arbetskamraten arbetsledare arbetsledaren arbetsterapeut barnbarn barnbarnet barnen barnet "
    "boendestodjare boendestodjaren bonusdotter bonusmamma bonuspappa bonusson brodern bror brorsan brorsdotter "
    "brorson chef chefen coach coachen doktor doktorn dotter dottern dottrar dottrarna dr efternamn efternamnet ex "
    "exet exfru exmake exmaken exman exsambo exsambon fadern far farbror farfar farmor faster fastman fastmo flickvan "
    "flickvannen fornamn fornamnet fraga froken fru frun fysioterapeut gm granne grannen halsa halsar halsningar "
    "handl handlaggare handlaggaren handledare handledaren herr heter hette husse hustru hustrun kallad kallar kallas "
    "kollega kollegan kompis kompisen kontakta kontaktperson kontaktpersonen koordinator kp kur kurator kuratorn "
    "kusin kusinen lak lakare lakaren larare lararen make maken mamma mamman man mannen matte mejla mejlar modern mor "
    "morbror morfar mormor moster mvh namn namnet ombud ombudet pappa pappan partner partnern pojkvan pojkvannen "
    "prast prasten psykolog psykologen rehabkoordinator rektor rektorn ring ringa ringde ringer rumskompis sambo "
    "sambon signerat sjukgymnast sjukskoterska sjukskoterskan sms sms:a smsa soc-sekr socialsekreterare son sonen "
    "soner sponsor sponsorn ssk stodperson svager svagerska svarfar svarmor syrran syskon syster systerdotter systern "
    "systerson terapeut terapeuten tolk tolken traffa traffade traffar tvillingarna undertecknad utredare van vaninna "
    "vaninnan vaninnor vannen"
)
"""Words that a name may follow."""

CUE_ENDINGS = (
    "mannen", "hustrun", "frun", "sambon", "maken", "pappan", "mamman", "pappa", "mamma", "sonen", "dottern",
    "brodern", "brorsan", "systern", "syster", "chef", "chefen", "lakare", "lakaren", "handlaggare", "handlaggaren",
    "skoterska", "skoterskan", "terapeut", "terapeuten", "konsulent", "konsulenten", "sekreterare", "sekreteraren",
    "coach", "coachen", "ledare", "ledaren", "larare", "lararen", "stodjare", "stodjaren", "radgivare",
    "radgivaren", "-ssk", "-lak", "-handl",
)  # fmt: skip
"""How longer words end that a name may follow: *styvpappan*, *SIUS-konsulent*."""

NAME_FOLLOWS = word_set(
    "efternamn efternamnet fornamn fornamnet halsningar heter hette kallas mvh namn namnet undertecknad"
)
"""Words after which a name comes, known or not, also in small letters when known."""

CALLED = word_set("fraga hos kontakta mejla mejlar ring ringa ringde ringer traffa traffar")
"""What one does with a person or an agency; the agency is no name."""

ACTS = word_set(
    "aker ar avbokade avbokar behover berattade berattar betalar blev blir bodde boende bokar bor borjade borjar "
    "deltar deltog dog e far fick flyttade flyttar foljde foljer foreslar fran gar gick gillar gjorde gor hade haller "
    "hamtar har hjalper hjalpte hoppas jobbade jobbar kan klarar kom kommer kor korde lagar lamnar laser ledsagar "
    "lovar m madde mar med meddelade meddelar mejlade mejlar o och onskar orkar pa pratar ringde ringer ringt sa sag "
    "sager satt ser sitter ska skall skjutsar skoter skrev skriver slutade slutar som sover staller star stottar "
    "svarade svarar tar tog tolkar traffade traffar trivs tror tycker undrar uteblev uteblir var vet via vill ville"
)
"""What a person does, after a name that begins a line."""

WEAK_ACTS = word_set("ar blir boende e far fran gor har kan m med o och pa sa ser som star tar var via")
"""Those that also follow a word that is no name: *Liv o lust*."""

NO_NAMES = word_set(
    "aa adhd ae af afghanistan ag akut aldrig alla alltid alvedon antabus april ar arabiska arbetsformedlingen "
    "arbetsgivaren asperger at atarax att augusti autism av bankid bara boras borlange bos bosnien bra bror bs bull "
    "bup chefen citodon concerta coop csn da dagligen dalarna daligt danmark dari de december den det direkt discord "
    "dom dottern du efter ej elvanse emdr en engelska ericsson eritrea eskilstuna ett excel facebook falun februari "
    "fhv finland finska fk for fore forsakringskassan forst fran fredag frun gad garna gavle gk gm goteborg gud "
    "halmstad han handlaggare har hela helsingborg helst hemma hon hos hur i ibland ica idag igen ikea imorgon "
    "imovane in ingen inget innan instagram inte ipren irak iran ja jag januari jonkoping jul julen juli juni kalmar "
    "kan kanske karlskrona karlstad kbt kivra kl kommunen komvux kp kristianstad kronofogden kuratorn kurdiska "
    "lakaren linkedin linkoping lite litium lordag lss lulea lund lyrica maj maken malmo mamma man mandag mars med "
    "men midsommar migrationsverket mirtazapin mitt mot mycket na nagon nagot naltrexon nar narr nej netflix ni norge "
    "norrkoping november nu obs och ok okand okant oktober om onsdag orebro ostersund over oxynorm pa panodil pappa "
    "pashto pask persiska polen polisen polska postnord psyk ptsd red redan regionen ringer ritalin rk ryska ryssland "
    "samhall scania sedan sen senast september sertralin sfi sjalv ska skane skatteverket skelleftea skype smaland "
    "snapchat snart soc socialtjansten sodertalje somalia somaliska sondag sonen sorani sp spanska ssk stilnoct "
    "stockholm sundsvall sus svenska sverige svt syrien syster taby teams theralen tigrinya till tillbaka tisdag tolk "
    "tolken torsdag tradolan trollhattan turkiet turkiska tv tyskland uddevalla ukraina ukrainska umea under upp "
    "uppsala ut vad val var varberg vardcentralen varje vasteras vaxjo vc vecka vem venlafaxin vi via vid vill volvo "
    "willys word youtube zoom zopiklon"
)
"""Agencies, firms, places, languages, medicines, days and small words that may stand with a capital."""

STATES = word_set(
    "afghansk aktiv aldre aldrig alkoholist allmant alltid allvarlig anhorig arabisk arbetslos arg avliden avvaktar "
    "avvisande bekvam besvarad besviken bitter blandad blind borta bosnisk bra byter bytt bytte dalig dansk dement "
    "dod dov dricker ej engelsk ensam eritreansk estnisk fibromyalgi fientlig fin finns finsk flexibel forstaende "
    "fortvivlad fragande frammande franskild frisk gammal gift hard hel helt hemma hjalpsam icke ilsken inlagd inte "
    "intresserad irakisk iransk irriterad jattebra kall kand kanske kristen kritisk kroatisk kurdisk lang langt ledig "
    "lika likgiltig lojal lugn lyhord mest missbrukar mjuk muslim mycket narvarande neutral noga nojd norsk ny nytt "
    "ofta ogift okand okej oklar omtanksam ond orolig otydlig ovillig passiv pensionar pensionerad pigg polsk radd "
    "rak ratt redan rom rumansk rysk saknas sallan sambo same samma sedan sen serbisk sist sjuk sjukpensionar "
    "sjukskriven skeptisk skild skon slutade slutat snall snar snarstucken snart snickare somalisk sorgsen stark stel "
    "stod stolt stottar strang stressad studerar sur svag svar svensk syrisk tacksam thai tidigare tillsammans tjatig "
    "tjeckisk troende trott trygg tuff turkisk tveksam tysk tyst ukrainsk underskoterska undrar ungersk uppsagd "
    "upptagen utbrand utomlands vag van vanlig vilsen yngre"
)
"""What stands after *mamma* or *handläggare* with a capital, and is no name when it stands alone."""

READ_AND_SEEN = word_set(
    "artisten boken bocker figuren filmen filmer forfattaren idolen laser lasa last laste lyssnar lyssna musik pjasen "
    "sangaren serien serier spelaren tittar tittat"
)
"""What is read and seen has names that do not matter."""

SEEN_AFTER = word_set(
    "bok boken bocker film filmen filmer figur figurer konsert lat latar pjas pjasen serie serien show utstallning"
)
"""The same, after the name."""

BEFORE_FIRMS = word_set("i pa vid")
"""What stands before a firm or a place with a person's name: *på Max*, *i Maria*."""

TURNED_TO = word_set(
    "arg besviken forbannad irriterad kar litar lita lyssnar orolig ropar ringer saker sur stod svartsjuk tanker tanka "
    "tror vantar vantat vanta hopp tillit"
)
"""Words that make the name after *på* or *i* a person's: *arg på Anna*, *kär i Ali*."""

TITLES = word_set("dr doktor doktorn doc docent fru froken herr ol overlakare pastor prof professor")
"""After these any capital is a name."""

BETTER_KNOWN = word_set("lucia mercedes newroz ramadan valborg zlatan")
"""Given names that mean something else when nothing announces them: feasts, cars, a player."""

NAME_BEGINNINGS = (
    "abd", "abou", "berh", "fikr", "abu", "amanu", "gebr", "ghol", "haile", "kidan",
    "khal", "mahm", "moham", "muham", "muja", "mykh",
    "nguy", "olek", "serh", "svitl", "tekl", "tesf", "tseha", "volod", "yevh", "yohan", "zaka",
)  # fmt: skip
"""How many names begin, and hardly a Swedish word or a firm."""

NAME_MIDDLES = ("ullah", "uddin", "eddin", "rahman", "bjorg", "slaw", "gul ", "zadeh", "nejad")
"""What only names hold."""

ANIMALS_AND_THINGS = (
    "hund", "katt", "hast", "kanin", "undulat", "hamster", "marsvin", "papegoj", "djur", "valp", "kurs", "medicin",
    "tablett", "plats", "stall", "foretag", "butik", "projekt", "metod", "insats", "gard", "skol", "bolag",
    "forening", "verksamhet", "grupp", "film", "band", "stad", "sjuk", "diagnos", "behandling", "cafe", "kafe",
    "boende", "program", "utbildning", "system", "blankett", "boendet", "arbetsplats", "spel", "serie", "kanal",
    "podd", "enhet", "avdelning", "mottagning", "team", "tidning", "leverantor",
)  # fmt: skip
"""How words begin whose names do not matter: *hunden heter*."""

SHORT_THINGS = word_set(
    "app appar apparna appen apper apperna appet appn appor apporna apps bat batar batarna baten bater baterna batet "
    "batn bator batorna bats bil bilar bilarna bilen biler bilerna bilet biln bilor bilorna bils bok bokar bokarna "
    "boken boker bokerna boket bokn bokor bokorna boks by byar byarna byen byer byerna byet byn byor byorna bys gat "
    "gatar gatarna gaten gater gaterna gatet gatn gator gatorna gats get getar getarna geten geter geterna getet getn "
    "getor getorna gets ko koar koarna koen koer koerna koet kon koor koorna kos lag lagar lagarna lagen lager "
    "lagerna laget lagn lagor lagorna lags tik tikar tikarna tiken tiker tikerna tiket tikn tikor tikorna tiks"
)
"""The same, as whole words."""

PLACE_ENDINGS = (
    "restaurang", "restaurangen", "hamburgare", "folkhogskola", "butiken", "foreningen", "akeri", "konsert",
    "mottagning", "mottagningen", "sjukhus", "sjukhuset", "ungdom", "gata", "gatan", "torg", "torget", "vag",
    "vagen", "grand", "hemmet", "stiftelse", "stiftelsen", "klinik", "kliniken", "center", "vardcentral", "backe",
    "skolan", "skola", "kyrka", "gymnasium", "gymnasiet", "fabriken", "syndrom", "sjukdom", "test", "skala",
    "index", "cafe", "bageri", "plats", "forskola", "forsamling", "skalan", "allen", "stigen", "parken", "bron",
    "kajen", "kloster", "stranden", "slottet", "hallen", "arenan", "kanal", "huset", "gruva", "bruk", "varv", "varvet",
)  # fmt: skip
"""How a word ends that makes the name before it a place's, a firm's or an illness's."""

FIRMS = word_set(
    "ab aktiebolag allehanda bageri bil blommor bygg el cafe gard hb kafe kb kyrka park plan pol salong stad "
    "taxi transport vvs"
)
"""Whole words that do the same."""

FAMILY_ENDINGS = (
    "sson", "sen", "berg", "strom", "lund", "qvist", "kvist", "gren", "quist", "stedt", "dahl", "holm", "mark",
    "blad",
)  # fmt: skip
"""How family names end."""

COMMON_ENDINGS = (
    "ning", "ningen", "het", "heten", "ist", "isten", "are", "arna", "erska", "erskan", "ar", "los", "losa", "ig",
    "iga", "ligt", "lig", "sam", "samt", "skap", "dom", "domen", "else", "isk", "iskt", "gi", "ogi", "os", "oser",
    "itis", "ism", "algi", "ade", "ande", "ende", "ad", "bar", "tet", "aste", "arbete", "tion", "tionen",
    "ssjukdom", "yrket", "er", "ts", "iv", "ivt", "ell", "ellt", "ant", "bel", "full", "fullt", "nde", "dd", "ds",
)  # fmt: skip
"""How many a common word ends, and hardly a name."""

PLACE_BEGINNINGS = word_set(
    "achima aleris attendo baren capio frosunda gamla hotell hotellet humana i ica kry kyrkan lilla nya nytida "
    "praktikertjanst puben restaurang restaurangen salongen sankt sankta skolan st stora t ta villa"
)
"""Words that make the name after them a place's or a firm's."""

PARTICLES = word_set("abu af al bin da de del di el ibn la ter van von")
"""Small words inside a family name."""

ANIMAL_ENDINGS = (
    "hund", "hunden", "katt", "katten", "bil", "bilen", "bat", "baten", "hast", "hasten", "valp", "valpen", "djur",
    "djuret", "tax", "taxen", "schafer", "schafern", "labrador", "pudel", "pudeln", "stovare", "stovaren", "stoveren",
    "terrier", "terriern", "retriever", "papegoja", "papegojan",
)  # fmt: skip
"""How longer words end whose names do not matter: *husbilen*, *schäferhunden*."""

WELL_KNOWN = frozenset(
    (
        "alfons aberg", "anna lindh", "annas pepparkakor", "arvid nordquist", "astrid lindgren", "bjorn axen",
        "carl larsson", "clas ohlson", "dag hammarskjold", "ellen key", "emil i", "evert taube", "filippa k",
        "gina tricot", "greta thunberg", "gustav adolf", "gustav adolfs", "gustav vasa", "gustav vasas",
        "harry potter", "henning mankell", "ida sjostedt", "iris hadar", "jan guillou", "kalle anka", "karl gustav",
        "karl hedin", "karl johan", "karl johans", "karl marx", "lilla lisa", "lisa larson", "mamma mia",
        "mercedes benz", "michael jackson", "mikael wiehe", "musse pigg", "olof palme", "olof palmes", "pelle svanslos",
        "pippi langstrump", "selma lagerlof", "stieg larsson", "ulf lundell", "wilhelm tell", "zlatan ibrahimovic",
        "camilla lackberg", "elon musk", "donald trump", "greta garbo", "ingmar bergman", "ingvar kamprad",
    )
)  # fmt: skip
"""Names of firms, works and people in public, which tell nothing of whom the talk is with."""
