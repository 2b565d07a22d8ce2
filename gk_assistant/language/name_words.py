"""Words that tell a person's name in a line from other capitals; folded lower case."""

from gk_assistant.language.text import word_set

CUES = word_set(
    "agare arbetskamrat arbetskamraten arbetsledare arbetsledaren arbetsterapeut barnbarn barnbarnet barnen barnet "
    "boendestodjare boendestodjaren bonusdotter bonusmamma bonuspappa bonusson brodern bror brorsan brorsdotter "
    "brorson chef chefen coach coachen doktor doktorn dotter dottern dottrar dottrarna dr ex exet exfru exmake "
    "exmaken exman exsambo exsambon fadern far farbror farfar farmor faster fastman fastmo flickvan flickvannen fraga "
    "froken fru frun fysioterapeut gm granne grannen halsa halsar halsningar handl handlaggare handlaggaren "
    "handledare handledaren herr heter hette husse hustru hustrun kallad kallar kallas kollega kollegan kompis "
    "kompisen kontakta kontaktperson kontaktpersonen koordinator kp kur kurator kuratorn kusin kusinen lak lakare "
    "lakaren larare lararen make maken mamma mamman man mannen matte mejla mejlar modern mor morbror morfar mormor "
    "moster mvh namn namnet ombud ombudet pappa pappan partner partnern pojkvan pojkvannen prast prasten psykolog "
    "psykologen rehabkoordinator rektor rektorn ring ringa ringde ringer rumskompis sambo sambon signerat sjukgymnast "
    "sjukskoterska sjukskoterskan sms sms:a smsa soc-sekr socialsekreterare son sonen soner sponsor sponsorn ssk "
    "stodperson svager svagerska svarfar svarmor syrran syskon syster systerdotter systern systerson terapeut "
    "terapeuten tolk tolken traffa traffade traffar tvillingarna undertecknad utredare van vaninna vaninnan vaninnor "
    "vannen"
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

NAME_FOLLOWS = word_set("halsningar heter hette kallas mvh namn namnet undertecknad")
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
    "afghansk alkoholist arabisk arbetslos arg avliden borta bosnisk bra byter bytt bytte dalig dansk dod dricker "
    "engelsk ensam eritreansk estnisk fibromyalgi finns finsk franskild frisk gammal gift irakisk iransk kristen "
    "kroatisk kurdisk missbrukar muslim norsk ny nytt okand oklar orolig otydlig pensionar pensionerad polsk rom "
    "rumansk rysk saknas sambo same samma serbisk sjuk sjukpensionar sjukskriven skild slutade slutat snall snickare "
    "somalisk stod stottar studerar svar svensk syrisk thai tjeckisk troende trygg turkisk tysk ukrainsk "
    "underskoterska ungersk upptagen"
)
"""What stands after *mamma* or *handläggare* with a capital, and is no name when it stands alone."""

READ_AND_SEEN = word_set("boken filmen laser last lyssnar serien tittar")
"""What is read and seen has names that do not matter."""

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
    "index", "cafe", "bageri", "plats",
)  # fmt: skip
"""How a word ends that makes the name before it a place's, a firm's or an illness's."""

FIRMS = word_set("ab allehanda bageri bil cafe gard hb kafe kb kyrka park plan taxi")
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
    "ssjukdom", "yrket",
)  # fmt: skip
"""How many a common word ends, and hardly a name."""

PLACE_BEGINNINGS = word_set(
    "achima aleris attendo baren capio frosunda gamla hotell hotellet humana i ica kry kyrkan lilla nya nytida "
    "praktikertjanst puben restaurang restaurangen salongen sankt sankta skolan st stora t ta villa"
)
"""Words that make the name after them a place's or a firm's."""

PARTICLES = word_set("abu af al bin da de del di el ibn la ter van von")
"""Small words inside a family name."""
