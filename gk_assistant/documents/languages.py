"""The rutor and the trappa in the language of a paper; what has no translation stays in Swedish."""

from dataclasses import replace

from gk_assistant.domain.bank import Bank, Ruta, Trappa
from gk_assistant.domain.papers import SWEDISH, Translation


def in_language(bank: Bank, lang: str) -> Bank:
    """Return the bank with what the deltagare sees of rutor and trappa in another language."""
    if lang == SWEDISH:
        return bank
    known = bank.translations.get(lang, Translation())
    return replace(bank, rutor=tuple(_ruta(ruta, known) for ruta in bank.rutor), trappa=_trappa(bank.trappa, known))


def _ruta(ruta: Ruta, known: Translation) -> Ruta:
    """Return a ruta translated; one that others are joined in, by its members when it has no row of its own."""
    own = known.rutor.get(ruta.id) if len(ruta.members) < 2 else None  # noqa: PLR2004
    if own is not None:
        return replace(ruta, title=own.title, short=own.title, for_deltagare=own.text)
    parts = [known.rutor[member] for member in ruta.members if member in known.rutor]
    if not parts or len(parts) < len(ruta.members):
        return ruta
    title = " / ".join(part.title for part in parts)
    return replace(ruta, title=title, short=title, for_deltagare=" ".join(part.text for part in parts))


def _trappa(trappa: Trappa, known: Translation) -> Trappa:
    steps = tuple(
        replace(step, short=found.short, sentence=found.sentence, hours=found.hours or step.hours)
        if (found := known.steps.get(step.number))
        else step
        for step in trappa.steps
    )
    return replace(
        trappa,
        steps=steps,
        title=known.trappa_title or trappa.title,
        question=known.trappa_question or trappa.question,
        not_now=known.trappa_not_now or trappa.not_now,
    )
