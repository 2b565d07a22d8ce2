"""The word lists that a note's own words are bent by: people, troubles, doings and places, each form written out.

Only forms whose Swedish is certain stand here; what is not listed is not taken up.
"""

from collections.abc import Mapping
from typing import Final

from gk_assistant.language.text import word_set


def _forms(block: str) -> Mapping[str, str]:
    """Read rows of ``form form … = said``."""
    rows = (line.split("=") for line in block.strip().splitlines())
    return {form: said.strip() for forms, said in rows for form in forms.split()}


OWN_PEOPLE: Final = _forms("""
son sonen = din son
dotter dottern dottra = din dotter
mamma mamman mor modern morsan = din mamma
pappa pappan fadern farsan = din pappa
bror brodern brorsan = din bror
syster systern syrran = din syster
fru frun hustru hustrun = din fru
mannen maken = din man
sambo sambon = din sambo
partner partnern = din partner
särbo särbon = din särbo
exman exmannen = din exman
exfru exfrun = din exfru
flickvän flickvännen tjejen = din flickvän
pojkvän pojkvännen killen = din pojkvän
barnbarn barnbarnen barnbarnet = dina barnbarn
barnen = barnen
föräldrar föräldrarna = dina föräldrar
syskon syskonen = dina syskon
mormor mormodern = din mormor
morfar = din morfar
farmor = din farmor
farfar = din farfar
moster mostern = din moster
faster fastern = din faster
svärmor svärmodern = din svärmor
svärson svärsonen = din svärson
svärdotter svärdottern = din svärdotter
vän vännen väninna väninnan bästis bästisen = din vän
kompis kompisen kompisar kompisarna = dina kompisar
vänner vännerna = dina vänner
granne grannen grannfrun = grannen
grannar grannarna = grannarna
kusin kusinen = din kusin
svåger svågern = din svåger
svägerska svägerskan = din svägerska
""")

DEFINITE_PEOPLE: Final = _forms("""
chef chefen = chefen
arbetsgivare arbetsgivaren ag = arbetsgivaren
kollega kollegan = kollegan
kollegor kollegorna kollegerna arbetskamrater arbetskamraterna = kollegorna
arbetskamrat arbetskamraten = arbetskamraten
handledare handledaren = handledaren
läkare läkaren doktor doktorn dr husläkaren företagsläkaren = läkaren
psykolog psykologen = psykologen
psykiater psykiatern = psykiatern
kurator kuratorn = kuratorn
terapeut terapeuten = terapeuten
sjukgymnast sjukgymnasten = sjukgymnasten
fysioterapeut fysioterapeuten = fysioterapeuten
arbetsterapeut arbetsterapeuten = arbetsterapeuten
sköterska sköterskan ssk sjuksköterskan = sköterskan
dietist dietisten = dietisten
logoped logopeden = logopeden
boendestöd boendestödet boendestödjaren = boendestödet
hemtjänst hemtjänsten = hemtjänsten
kontaktperson kontaktpersonen = kontaktpersonen
handläggare handläggaren = handläggaren
coach coachen jobbcoach jobbcoachen = coachen
präst prästen = prästen
diakon diakonen = diakonen
lärare läraren = läraren
tolk tolken = tolken
hyresvärd hyresvärden = hyresvärden
socialsekreterare socialsekreteraren = socialsekreteraren
rehabkoordinator rehabkoordinatorn = rehabkoordinatorn
studievägledare studievägledaren syv = studievägledaren
skuldrådgivare skuldrådgivaren = skuldrådgivaren
""")

TROUBLES: Final = _forms("""
värk värken = värken
migrän migränen = migränen
yrsel yrseln = yrseln
trötthet tröttheten = tröttheten
smärta smärtan = smärtan
smärtor smärtorna = smärtorna
ångest ångesten ångesten = ångesten
oro oron = oron
stress stressen = stressen
tinnitus = tinnitusen
stelhet stelheten = stelheten
kramper kramperna = kramperna
domningar domningarna = domningarna
panikattacker panikattackerna attackerna = panikattackerna
panikattack = panikattackerna
illamående illamåendet = illamåendet
nedstämdhet nedstämdheten = nedstämdheten
eksem eksemet = eksemet
allergi allergin = allergin
astma astman = astman
reumatism reumatismen = reumatismen
ischias = ischiasen
ryggskott = ryggskotten
mardrömmar mardrömmarna = mardrömmarna
skakningar skakningarna = skakningarna
svettningar svettningarna = svettningarna
flashbacks = minnesbilderna
dimma dimman hjärndimma = hjärndimman
ljudkänslighet ljudkänsligheten = ljudkänsligheten
ljuskänslighet ljuskänsligheten = ljuskänsligheten
sömnsvårigheter = sömnsvårigheterna
andnöd andnöden = andnöden
hjärtklappning hjärtklappningen = hjärtklappningen
kräkningar = kräkningarna
svullnad svullnaden = svullnaden
koncentrationssvårigheter = koncentrationssvårigheterna
minnesproblem = minnesproblemen
feber febern = febern
klåda klådan = klådan
utmattning utmattningen = utmattningen
tvångstankar tvångstankarna = tvångstankarna
""")

ACTS: Final = _forms("""
fiskar = fiska
målar = måla
stickar = sticka
virkar = virka
broderar = brodera
syr = sy
väver = väva
snickrar = snickra
slöjdar = slöjda
bakar = baka
odlar = odla
påtar = påta
simmar = simma
cyklar = cykla
joggar = jogga
springer = springa
promenerar = promenera
vandrar = vandra
paddlar = paddla
rider = rida
dansar = dansa
sjunger = sjunga
fotar fotograferar = fotografera
läser = läsa
skriver = skriva
ritar tecknar = teckna
pusslar = pussla
mekar = meka
meckar = mecka
jagar = jaga
bowlar = bowla
boxas = boxas
klättrar = klättra
gitarr = spela gitarr
fågelskådar = skåda fågel
geocachar = geocacha
släktforskar = släktforska
schack = spela schack
korsord = lösa korsord
svampplockar = plocka svamp
yogar = yoga
styrketränar = styrketräna
orienterar = orientera
drejar = dreja
tränar = träna
""")

INFINITIVES: Final = word_set(
    "bli få ha gå ta se ge må bo stå sy be dra slå göra vara kunna hinna finna slippa ordna byta duga rå tro ro må "
    "må nå fly klä le spy dö flå sno snö två"
)

SPEECH: Final = word_set(
    "säger sa sade sagt tycker tyckte menar menade kallar kallade skrek skriker skrev enligt hör höra fick får "
    "påstår påstod kallad kallas"
)

NO_PLACE: Final = word_set(
    "natten nätterna dagen dagarna kvällen kvällarna morgonen mornarna morgnarna veckan helgen helger våras somras "
    "höstas vintras maj juni juli augusti september oktober november december januari februari mars april går dag "
    "morgon kväll natt år em fm kroppen magen huvudet ryggen nacken knät benet armen handen axeln höften bröstet "
    "livet tiden början slutet stället allvar grund gång sig det den detta hela hemmet sängen pappret papper "
    "måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar"
)

BARE_PLACES: Final = word_set(
    "samhall lager ica coop willys lidl second hemtjänsten hemtjänst äldreboende förskola daglig fabrik kontor "
    "industri restaurang hotell bageri butik verkstad skola fritids sågverk gym skogsbruk stall växthuset"
)

PLACE_ENDINGS: Final = tuple(
    word_set(
        "skolan huset verkstan verkstaden köket lagret butiken affären kontoret fabriken hemmet boendet "
        "gruppen kören laget föreningen kyrkan stallet gården bageriet restaurangen företaget banken "
        "mottagningen avdelningen kliniken biblioteket museet receptionen firman sågen skogen trädgården "
        "kursen utbildningen praktiken förskolan fritids industrin växeln caféet kaféet fiket kiosken "
        "salongen hotellet åkeriet bygget tryckeriet badet gymmet församlingen bandet klubben cirkeln"
    )
)
"""Endings of places in the definite form, so that compounds are met too."""
