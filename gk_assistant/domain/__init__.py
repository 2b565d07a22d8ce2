"""Nouns and rules of the gemensam kartläggning, as frozen values; standard library only.

Glossary
========

Swedish terms are kept where no English word is their equal. Confidence in the method's facts: H = stated in the
reports the project builds on, M = another public source, L = our own reconstruction, shipped as replaceable data.

People and agencies
    deltagare           the person the meeting is about; the expert on their own life. Never "client" or "patient".
    handlaggare         the officer at Försäkringskassan (FK); at Arbetsförmedlingen (AF): arbetsförmedlare.
    specialist          arbetsterapeut, arbetspsykolog or socialkonsulent; FK decides in its request if one is needed.
    stodperson          somebody the deltagare brings: partner, boendestöd, kontaktperson.

The meeting
    gemensam kartläggning (GK)  the talk that opens the förstärkta samarbetet. Two meetings at least, no upper limit.
    GK1, GK2, …         the meetings in order (:class:`~gk_assistant.domain.meetings.Meeting`).
    samtalsunderlag     the one-page picture of coloured boxes shown to the deltagare.
    ruta (pl. rutor)    one box in it: Arbetsliv, Vardag … Each is *orörd*, *berörd* or *klar*.
    stödord             a ready-made word or two that a number key turns into a note.
    märke (mark)        ``+`` fungerar, ``-`` hinder, ``!`` behov, ``?`` följ upp, ``0`` ej aktuellt.
    egna ord            the deltagare's own words, kept as a quotation apart from what is retold.
    deltagarvy          the calm, note-free picture that may be turned towards the deltagare.

Reflection
    rubrik (heading)    one of four ICF headings; a note without one is *osäker*.
        kropp           Kroppsfunktion/struktur: medical state, symptoms, investigations, treatment.
        aktivitet       Aktivitet/delaktighet: what the person does, what works, what limits.
        omgivning       Omgivningsfaktorer: what surrounds the person.
        person          Personfaktorer: who the person is: experience, education, strong sides, motivation.
    samsyn              FK and AF see the case alike; where they do not, the difference itself is recorded.
    beslut (decision)   what happens next: nytt möte inom två veckor, fler möten, åter till FK, AF:s ordinarie,
                        överlämningsmöte.

Self-assessment and plan
    REHAB-trappan       stairs of six steps of ability in relation to work; steps and half-steps, or "inte nu".
                        For self-assessment and talk, never a condition. All placements are kept.
    behov/anpassning    needs and adaptations: what must be there for the plan to hold.
    gemensam planering  the plan written together: steps vad – vem – när – omfattning, three months at a time for
                        sjukpenning (SP), longer with a check every third month for aktivitetsersättning (AE).
    utfall (outcome)    förstärkt samarbete, fler möten, åter till FK, AF:s ordinarie; with what a new round requires.

Groups
    SP                  sjukpenning/sjukersättning: adults, a rehabilitating view.
    AE                  aktivitetsersättning: under 30, a habilitating view and a longer horizon.
    SGI                 sjukpenninggrundande inkomst; without it an överlämningsmöte often fits better than a GK.

Papers
    internt arbetsstöd  for FK and AF only: the reflection. Never on the deltagare's paper.
    till deltagaren     what the person takes home: minnesanteckningar, trappan, planen.
    för akten           the tjänsteanteckning, with date, time and author; own words, certificate, judgement apart.
"""
