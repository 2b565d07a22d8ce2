"""Every command once: it feeds the keys, the footer, the command palette and the help."""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Scope(StrEnum):
    """Where a command is at hand; the value is what the help calls the place."""

    ALLT = "Överallt"
    ARENDEN = "Mina ärenden"
    ARENDE = "Ärendet"
    SAMTAL = "Samtal"
    RAD = "Skrivraden, när den är tom"
    STROM = "Anteckningarna"
    DELTAGARE = "Deltagarens bild"
    OVERFORING = "Från papper"
    REFLEKTION = "Reflektion"
    INLART = "Inlärt"
    PLANERING = "Planering"
    PAPPER = "Papper"
    OVA = "Öva"
    OVNING = "Övningen"
    SAGRAD = "Raden där du pratar"
    SPEGEL = "Spegeln"
    UPPSPELNING = "Spela upp"
    DIALOG = "Rutor att svara i"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command: its id (for re-mapping), key in Textual's words, action, and what the user is told.

    ``footer`` shows it at the bottom of the screen; ``palette`` lets it be found by name.
    """

    id: str
    key: str
    action: str
    title: str
    help: str = ""
    scope: Scope
    footer: bool = False
    palette: bool = True


def _rows(scope: Scope, *rows: tuple[str, str, str, str, str, str]) -> tuple[Command, ...]:
    """Make the commands of a scope from rows: id, key, action, title, help, flags (f = footer, - = not in palette)."""
    return tuple(
        Command(
            id=f"{scope.name.lower()}.{name}",
            key=key,
            action=action,
            title=title,
            help=text,
            scope=scope,
            footer="f" in flags,
            palette="-" not in flags,
        )
        for name, key, action, title, text, flags in rows
    )


_EVERYWHERE = _rows(
    Scope.ALLT,
    ("hjalp", "f1", "help", "Hjälp", "Visar alla tangenter på skärmen du är i.", "f"),
    ("kommandon", "ctrl+p", "palette", "Alla kommandon", "Sök bland kommandona efter namn.", "-"),
    ("tema", "f12", "theme", "Byt utseende", "Ljust, mörkt eller hög kontrast.", ""),
    ("las", "ctrl+l", "lock", "Lås", "Täcker skärmen tills lösenfrasen skrivs. Inget går förlorat.", ""),
    ("avsluta", "ctrl+q", "quit", "Avsluta", "Allt är redan sparat.", ""),
)
_CASES = _rows(
    Scope.ARENDEN,
    ("oppna", "enter", "next_step", "Öppna", "Går till ärendets nästa steg, där det är dags att fortsätta.", "f-"),
    ("nytt", "n", "new_case", "Nytt", "Skriv en etikett och välj ersättning.", "f"),
    ("arende", "a", "case", "Ärende", "Tider, deltagare, samtycken och möten.", "f"),
    ("samtal", "s", "talk", "Samtal", "Öppnar nästa möte.", "f"),
    ("reflektion", "r", "reflection", "Reflektion", "Sorterade anteckningar och beslut.", ""),
    ("planering", "p", "planning", "Planering", "Trappan, behoven, planen och utfallet.", "f"),
    ("papper", "u", "papers", "Papper", "Läs, skriv ut och spara papper.", "f"),
    ("ova", "o", "practise", "Öva", "Öva samtalet med en påhittad person.", "f"),
    ("overforing", "l", "transfer", "Lägg in från papper", "För in handskrivna rader, en i taget.", ""),
    ("sok", "f5", "search", "Sök ärende", "Sök bland etiketterna.", ""),
)
_CASE = _rows(
    Scope.ARENDE,
    ("andra", "enter", "change", "Ändra", "Ändrar raden du står på.", "f-"),
    ("mote", "n", "new_meeting", "Nytt möte", "Lägger till ett möte. Det finns inget tak.", "f"),
    ("samtal", "s", "talk", "Samtal", "Öppnar nästa möte.", "f"),
    ("ta_bort", "t,delete", "remove", "Ta bort", "Tar bort det raden gäller. Går att ångra.", "f"),
    ("papper", "u", "papers", "Papper", "Läs, skriv ut och spara papper.", "f"),
    ("angra", "ctrl+z", "undo", "Ångra", "Tar tillbaka det senaste.", ""),
    ("gor_om", "ctrl+y", "redo", "Gör om", "Gör det ångrade igen.", ""),
    ("tillbaka", "escape", "back", "Tillbaka", "Till Mina ärenden.", "f-"),
)
_TALK = _rows(
    Scope.SAMTAL,
    ("ruta", "f2", "jump", "Byt ruta", "Sedan rutans bokstav. Bokstaven ensam på skrivraden går också.", "f"),
    ("visa", "f3", "show_deltagare", "Bilden", "En lugn bild utan anteckningar, att vända mot deltagaren.", "f"),
    ("varfor", "f4", "why", "Varför", "Säger varför frågorna föreslås.", "f"),
    ("sok", "f5", "search", "Sök", "Söker i mötets anteckningar.", ""),
    ("paus", "f6", "pause", "Paus", "Stannar klockan eller startar den igen.", "f"),
    ("klar", "f7", "done", "Rutan klar", "Märker rutan som klar, eller tar bort märket.", ""),
    ("vand", "f8", "turn", "Vänd raden", "Det senaste blir anteckning i stället för begäran, eller tvärtom.", ""),
    ("annan", "f9", "other", "Annan fråga", "Lägger frågan åt sidan och tar fram en annan.", ""),
    ("varsamt", "ctrl+g", "gently", "Varsam väg in", "En mjukare väg in i det som är känsligt.", ""),
    ("angra", "ctrl+z", "undo", "Ångra", "Tar tillbaka det senaste.", ""),
    ("gor_om", "ctrl+y", "redo", "Gör om", "Gör det ångrade igen.", ""),
    ("roll", "ctrl+r", "sign", "Signera som", "Byter mellan FK och AF för anteckningar framåt.", ""),
    ("slut", "ctrl+b", "end", "Avsluta samtalet", "Klockan stannar och reflektionen öppnas.", ""),
    ("papper", "ctrl+o", "papers", "Papper", "Läs, skriv ut och spara papper.", ""),
    ("planering", "ctrl+t", "planning", "Planering", "Trappan, behoven och planen.", ""),
    ("tillbaka", "escape", "back", "Tillbaka", "Två gånger: till Mina ärenden. Samtalet ligger kvar.", "-"),
)
_LINE = _rows(
    Scope.RAD,
    ("nasta", "enter", "next_question", "Nästa", "Nästa fråga på tom rad. Annars sparas raden.", "f-"),
    ("foljd", "tab", "light(1)", "Följdfråga", "Går till nästa fråga på skärmen; märken gäller den.", "f-"),
    ("foljd_upp", "shift+tab", "light(-1)", "Föregående fråga", "Går tillbaka bland frågorna.", "-"),
    ("plus", "plus", "mark('fungerar')", "Fungerar", "Märker svaret. Ord du skriver strax efter hör dit.", "-"),
    ("minus", "minus", "mark('hinder')", "Hinder", "Märker svaret som hinder.", "-"),
    ("utrop", "exclamation_mark", "mark('behov')", "Behov", "Märker svaret som behov.", "-"),
    ("fraga", "question_mark", "mark('folj_upp')", "Följ upp", "Märker svaret att följa upp.", "-"),
    ("noll", "0", "mark('ej_aktuellt')", "Ej aktuellt", "Frågan är inte aktuell.", "-"),
    *((f"ord{n}", str(n), f"chip({n})", f"Stödord {n}", "Tar stödordet med siffran.", "-") for n in range(1, 10)),
    ("strom", "up", "stream", "Anteckningarna", "Går upp bland anteckningarna.", "-"),
)
_STREAM = _rows(
    Scope.STROM,
    ("andra", "enter", "edit", "Ändra", "Ändrar anteckningens ord.", "f-"),
    ("flytta", "f", "move", "Flytta", "Flyttar anteckningen till en annan ruta.", "f-"),
    ("ta_bort", "t,delete", "strike", "Ta bort", "Tar bort anteckningen. Går att ångra.", "f-"),
    ("plus", "plus", "remark('fungerar')", "Fungerar", "Byter märke.", "-"),
    ("minus", "minus", "remark('hinder')", "Hinder", "Byter märke.", "-"),
    ("utrop", "exclamation_mark", "remark('behov')", "Behov", "Byter märke.", "-"),
    ("fraga", "question_mark", "remark('folj_upp')", "Följ upp", "Byter märke.", "-"),
    ("noll", "0", "remark('ej_aktuellt')", "Ej aktuellt", "Byter märke.", "-"),
    ("varfor", "v", "why_note", "Varför här", "Visar var anteckningen sorteras och varför.", "-"),
    ("rad", "escape", "line", "Till skrivraden", "", "-"),
)
_DELTAGARE = _rows(
    Scope.DELTAGARE,
    ("tillbaka", "escape", "ask_back", "Tillbaka", "Tryck sedan Enter. Två tangenter, så att inget visas fel.", "-"),
)
_TRANSFER = _rows(
    Scope.OVERFORING,
    ("ruta", "f2", "jump", "Byt ruta", "Raderna som följer hamnar i rutan. Bokstaven ensam på raden går också.", "f"),
    ("mote", "f3", "meeting", "Byt möte", "Vilket möte raderna hör till.", "f"),
    ("angra", "ctrl+z", "undo", "Ångra", "Tar tillbaka den senaste raden, så att du kan rätta den.", "f"),
    ("gor_om", "ctrl+y", "redo", "Gör om", "Lägger in raden igen.", ""),
    ("roll", "ctrl+r", "sign", "Signera som", "Byter mellan FK och AF för raderna som följer.", ""),
    ("rader", "up", "rows", "Raderna", "Går upp bland raderna. Enter ändrar den upplysta.", "-"),
    ("ta_bort", "t,delete", "strike", "Ta bort raden", "När du står bland raderna. Går att ångra.", "-"),
    ("slut", "ctrl+b", "end", "Allt inlagt", "Mötet räknas som hållet och reflektionen öppnas.", "f"),
    ("tillbaka", "escape", "back", "Tillbaka", "Raderna ligger kvar. Du kan fortsätta senare.", "f-"),
)
_REFLECTION = _rows(
    Scope.REFLEKTION,
    ("kropp", "1", "place('kropp')", "Kropp", "Flyttar anteckningen till Kroppsfunktion.", "-"),
    ("aktivitet", "2", "place('aktivitet')", "Aktivitet", "Flyttar anteckningen till Aktivitet.", "-"),
    ("omgivning", "3", "place('omgivning')", "Omgivning", "Flyttar anteckningen till Omgivning.", "-"),
    ("person", "4", "place('person')", "Person", "Flyttar anteckningen till Person.", "-"),
    ("osakra", "5", "place('')", "Osäkra", "Lägger anteckningen bland de osäkra.", "-"),
    ("plus", "plus", "remark('fungerar')", "Fungerar", "Byter märke på anteckningen.", "-"),
    ("minus", "minus", "remark('hinder')", "Hinder", "Byter märke på anteckningen.", "-"),
    ("utrop", "exclamation_mark", "remark('behov')", "Behov", "Byter märke på anteckningen.", "-"),
    ("vanster", "left", "lane(-1)", "Kolumn till vänster", "", "-"),
    ("hoger", "right", "lane(1)", "Kolumn till höger", "", "-"),
    ("syn", "s", "views", "Våra syner", "FK:s syn, AF:s syn och samsyn.", "f"),
    ("beslut", "b", "decide", "Beslut", "Vad som händer nu, med datum.", "f"),
    ("specialist", "e", "specialist", "Specialist", "Om nästa möte behöver en specialist.", "f"),
    ("lart", "l", "learnt", "Inlärt", "Det programmet har lärt sig av era flyttar. Går att ta tillbaka.", "f"),
    ("angra", "ctrl+z", "undo", "Ångra", "Tar tillbaka det senaste.", ""),
    ("gor_om", "ctrl+y", "redo", "Gör om", "Gör det ångrade igen.", ""),
    ("papper", "u", "papers", "Papper", "Läs, skriv ut och spara papper.", "f"),
    ("tillbaka", "escape", "back", "Tillbaka", "Till Mina ärenden.", "f-"),
)
_LEARNT = _rows(
    Scope.INLART,
    ("ta_bort", "t,delete", "remove", "Glöm", "Glömmer rättelsen du står på. Anteckningen ligger kvar.", "f"),
    ("allt", "a", "remove_all", "Glöm allt", "Glömmer alla rättelser.", "f"),
    ("tillbaka", "escape", "back", "Tillbaka", "Till reflektionen.", "f-"),
)
_PLANNING = _rows(
    Scope.PLANERING,
    ("trappa", "f2", "part('trappa')", "Trappan", "Placeringarna och vägen mellan mötena.", ""),
    ("behov", "f3", "part('behov')", "Behov", "Behov och anpassningar.", ""),
    ("plan", "f4", "part('plan')", "Planen", "Vad, vem, när och omfattning.", ""),
    ("utfall", "f5", "part('utfall')", "Utfall", "Hur kartläggningen slutade.", ""),
    ("vanster", "left", "turn(-1)", "Delen till vänster", "", "-"),
    ("hoger", "right", "turn(1)", "Delen till höger", "", "-"),
    ("andra", "enter", "change", "Ändra", "Ändrar raden du står på.", "f-"),
    ("nytt", "n", "add", "Lägg till", "Ny placering, nytt behov eller nytt steg.", "f"),
    ("ta_bort", "t,delete", "remove", "Ta bort", "Tar bort raden eller det som står på den. Går att ångra.", "f"),
    ("slag", "b", "swap_kind", "Behov eller anpassning", "Byter slag på behovet du står på.", ""),
    ("upp", "u", "shift(-1)", "Flytta upp", "Flyttar steget uppåt.", ""),
    ("ner", "j", "shift(1)", "Flytta ner", "Flyttar steget nedåt.", ""),
    ("stor", "f6", "large", "Visa stort", "Planen stor nog att läsas över bordet.", "f"),
    ("papper", "f7", "papers", "Papper", "Läs, skriv ut och spara papper.", "f"),
    ("ny_plan", "f8", "new_round", "Ny plan", "Börjar på en ny plan. Den förra finns kvar.", ""),
    ("angra", "ctrl+z", "undo", "Ångra", "Tar tillbaka det senaste.", ""),
    ("gor_om", "ctrl+y", "redo", "Gör om", "Gör det ångrade igen.", ""),
    ("tillbaka", "escape", "back", "Tillbaka", "Till skärmen du kom från.", "f-"),
)
_PAPERS = _rows(
    Scope.PAPPER,
    ("lasa", "enter", "read", "Läs", "Flyttar till texten, så att du kan bläddra.", "f-"),
    ("terminal", "p", "print", "Skriv ut", "Skriver papperet i terminalfönstret, utan ramar.", "f"),
    ("spara", "s", "save", "Spara", "Som fil: PDF, Word, webbsida, Markdown eller text.", "f"),
    ("mote", "m", "meeting", "Byt möte", "Vilket möte papperet gäller.", "f"),
    ("valj_sprak", "v", "tongue", "Byt språk", "Papper till deltagaren på ett annat språk, där det finns.", "f"),
    ("sprak", "k", "language", "Råd", "Råd om språket i papper till deltagaren.", "f"),
    ("tillbaka", "escape", "back", "Tillbaka", "", "f-"),
)
_PRACTICE = _rows(
    Scope.OVA,
    ("borja", "enter", "start", "Börja", "Börjar med personen, eller öppnar övningen du står på.", "f-"),
    ("svarighet", "v", "difficulty", "Svårighet", "Hur lätt personen öppnar sig och stänger sig.", ""),
    ("aterkoppling", "k", "feedback", "Återkoppling", "Efter varje replik, på begäran eller först i spegeln.", ""),
    ("ruta", "r", "ruta", "Ruta", "Öva på en enda ruta, eller på alla.", ""),
    ("langd", "l", "turns", "Längd", "Hur många repliker övningen får ha.", ""),
    ("tal", "n", "seed", "Talet", "Samma tal och samma repliker ger samma samtal.", ""),
    ("byt", "tab", "other", "Dina övningar", "Går mellan personerna och dina övningar.", "f"),
    ("spegel", "s", "mirror", "Spegel", "Visar spegeln för övningen du står på.", "f"),
    ("spela", "p", "play", "Spela upp", "Visar övningen du står på, replik för replik.", "f"),
    ("glom", "t,delete", "forget", "Glöm", "Tar bort övningen du står på för alltid. Frågar först.", "f"),
    ("tillbaka", "escape", "back", "Tillbaka", "Till Mina ärenden.", "f-"),
)
_REHEARSAL = _rows(
    Scope.OVNING,
    ("prata", "f3", "swap", "Prata", "Tillbaka till raden där du pratar.", "f-"),
    ("tips", "f4", "hint", "Tips", "Ett råd om vad du kan säga. När du antecknar: varför frågorna föreslås.", "f"),
    ("angra", "ctrl+z", "undo", "Ångra", "Tar tillbaka det senaste: repliken när du pratar, annars anteckningen.", ""),
    ("slut", "ctrl+b", "end", "Avsluta", "Vidare till reflektionen, GK2 eller spegeln. Frågar först.", "f"),
    ("aterkoppling", "ctrl+r", "feedback", "Återkoppling", "Visar eller döljer raden under varje replik.", ""),
    ("oppenhet", "ctrl+n", "openness", "Öppenhet", "För den som leder övningen: hur öppen personen är.", ""),
    ("planering", "ctrl+t", "planning", "Trappan och planen", "Placeringar, behov och plan, som i ett möte.", ""),
    ("ruta", "f2", "jump", "Byt ruta", "Rutan du antecknar i. Bokstaven ensam på raden går också.", ""),
    ("sok", "f5", "search", "Sök", "Söker i mötets anteckningar.", ""),
    ("paus", "f6", "pause", "Paus", "Stannar klockan eller startar den igen.", ""),
    ("klar", "f7", "done", "Rutan klar", "Märker rutan som klar, eller tar bort märket.", ""),
    ("vand", "f8", "turn", "Vänd raden", "Det senaste blir anteckning i stället för begäran, eller tvärtom.", ""),
    ("annan", "f9", "other", "Annan fråga", "Lägger frågan åt sidan och tar fram en annan.", ""),
    ("varsamt", "ctrl+g", "gently", "Varsam väg in", "En mjukare väg in i det som är känsligt.", ""),
    ("gor_om", "ctrl+y", "redo", "Gör om", "Gör det ångrade igen bland anteckningarna.", ""),
    ("papper", "ctrl+o", "papers", "Papper", "Mötets papper, med det du har antecknat.", ""),
    ("tillbaka", "escape", "back", "Tillbaka", "Två gånger: till Öva. Övningen ligger kvar.", "-"),
)
_SAY_LINE = _rows(
    Scope.SAGRAD,
    ("sag", "enter", "utter", "Säg", "Säger det du skrivit. På tom rad är du tyst och väntar.", "f-"),
    ("anteckna", "f3", "swap", "Anteckna", "Till skrivraden, med samma tangenter som i ett möte.", "f"),
    ("angra", "ctrl+z", "undo", "Ångra", "Gör din senaste replik osagd. Orden står kvar att ändra.", "f-"),
    ("upp", "up", "scroll_talk(-1)", "Läs uppåt", "Bläddrar tillbaka i samtalet.", "-"),
    ("ner", "down", "scroll_talk(1)", "Läs nedåt", "Bläddrar framåt i samtalet.", "-"),
)
_MIRROR = _rows(
    Scope.SPEGEL,
    ("nasta", "tab", "section(1)", "Nästa del", "Går till nästa rubrik.", "f"),
    ("forra", "shift+tab", "section(-1)", "Förra delen", "Går till rubriken före.", ""),
    ("spela", "p", "play", "Spela upp", "Visar samtalet replik för replik.", "f"),
    ("spara", "s", "save", "Spara fil", "Spegeln och samtalet som PDF, Word, webbsida, Markdown eller text.", "f"),
    ("tillbaka", "escape", "back", "Tillbaka", "Till Öva.", "f-"),
)
_PLAYBACK = _rows(
    Scope.UPPSPELNING,
    ("forra", "left", "step(-1)", "Förra repliken", "", "f-"),
    ("nasta", "right", "step(1)", "Nästa repliken", "", "f-"),
    ("tillbaka", "escape", "back", "Tillbaka", "", "f-"),
)
_DIALOG = _rows(
    Scope.DIALOG,
    ("svara", "enter", "answer", "Svara", "", "-"),
    ("stang", "escape", "close", "Stäng", "Stänger utan att ändra.", "-"),
)
COMMANDS: tuple[Command, ...] = (
    *_EVERYWHERE,
    *_CASES,
    *_CASE,
    *_TALK,
    *_LINE,
    *_STREAM,
    *_DELTAGARE,
    *_TRANSFER,
    *_REFLECTION,
    *_LEARNT,
    *_PLANNING,
    *_PAPERS,
    *_PRACTICE,
    *_REHEARSAL,
    *_SAY_LINE,
    *_MIRROR,
    *_PLAYBACK,
    *_DIALOG,
)

KEY_WORDS = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Skift+Tab",
    "space": "Mellanslag",
    "delete": "Delete",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
    "exclamation_mark": "!",
    "question_mark": "?",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def key_words(keys: str) -> str:
    """Return keys as a user knows them: "Ctrl+Z", "Enter", "Delete eller t"."""
    return " eller ".join(_one_key(key.strip()) for key in keys.split(","))


def _one_key(key: str) -> str:
    if key in KEY_WORDS:
        return KEY_WORDS[key]
    *modifiers, last = key.split("+")
    shown = KEY_WORDS.get(last, last.upper() if modifiers or last[1:].isdigit() else last)
    return "+".join([*(word.capitalize() for word in modifiers), shown])


def commands(*scopes: Scope) -> tuple[Command, ...]:
    """Return the commands of some scopes, in the table's order."""
    return tuple(command for command in COMMANDS if command.scope in scopes)


def bindings(*scopes: Scope) -> list[Binding]:
    """Return the commands of some scopes as Textual bindings; their ids let a user re-map them."""
    return [
        Binding(
            command.key,
            command.action,
            command.title,
            show=command.footer,
            key_display=key_words(command.key.split(",")[0]),
            id=command.id,
            tooltip=command.help,
            priority=command.id == FIXED,
        )
        for command in commands(*scopes)
    ]


FIXED = "allt.avsluta"
"""The one command that cannot be re-mapped away: a way out."""
