"""Understand short Swedish notes and lines; pure: no input or output, no globals, nothing done at import.

The lexicon comes in as parsed dicts (the port ``QuestionSource.lexicon()``: file name without ending → contents of
``question_bank/lexikon/<name>.toml``), so that this floor never reads a file.

Public names, by module
    text            ``clean_line``, ``clean_lines`` (what is kept, what is taken out and why), ``fold``, ``words``.
    shorthand       ``parse_line(raw, box_keys) -> ShortLine``: the short-line grammar.
    abbreviations   ``Abbreviations.from_data(data).expand(text, ruta) -> Expansion``.
    sorting         ``Sorter.from_data(data).sort(ruta, note) -> Sorted``: heading, second, mark, ICF, reason.
    icf             ``IcfIndex``: codes with our own labels (``Sorter.icf.label(code)``).
    requests        ``Ear.from_data(data, boxes).understand(line) -> Utterance``: note, request or question.
    extent          ``parse_extent(line) -> Extent``: hours a week from ``2 h x 3/v``, ``50 %``.
    identifiers     ``find_identifiers(text) -> tuple[Finding, ...]``: personal numbers, telephone, e-mail, names.
    readability     ``measure(text, names) -> Readability``: LIX and sentence length.
    language_check  ``check_text(text, CheckWords) -> tuple[Remark, ...]``: what to look over before a text leaves.

Inside
    terms           how a lexicon entry meets a word: inflection, compounds, missing å ä ö, small misspellings.
    line_patterns, line_shape, line_signals   patterns, question shape and signs behind ``requests``.
    short_forms, surroundings, reading, amounts   the list, the conditions, one reading, and how often, behind
                    ``abbreviations``.
    shadow, personal_numbers, contact_details, person_names, name_words, given_names   behind ``identifiers``.
    slips           what a misspelt word may have meant, behind ``terms``.
    lexicon         the sorting's words, built from the parsed files.
    features, weights   what the fitted weights look at, and the weights.
    clauses         main clause, subordinate clause, subject, negation.
    polarity        the mark of a note.
    headings        the weight of each heading.
"""
