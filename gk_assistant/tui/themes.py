"""Our own light, dark and high-contrast themes: at least 4.5:1 for all text, checked in the tests."""

from textual.theme import Theme


def _theme(name: str, *, dark: bool, tones: dict[str, str]) -> Theme:
    """Build a theme from a few tones, every one of Textual's own that could fall below 4.5:1 set by hand."""
    ground, ink, quiet, band, lit, on_lit = (tones[key] for key in ("ground", "ink", "quiet", "band", "lit", "on_lit"))
    return Theme(
        name=name,
        dark=dark,
        primary=lit,
        secondary=tones["second"],
        accent=tones["second"],
        warning=tones["warn"],
        error=tones["error"],
        success=tones["good"],
        foreground=ink,
        background=ground,
        surface=ground,
        panel=band,
        text_alpha=1.0,
        variables={
            "gk-ink": ink,
            "gk-quiet": quiet,
            "gk-band": band,
            "gk-lit": lit,
            "gk-on-lit": on_lit,
            "gk-good": tones["good"],
            "gk-warn": tones["warn"],
            "gk-error": tones["error"],
            "gk-second": tones["second"],
            "text": ink,
            "text-muted": quiet,
            "text-disabled": quiet,
            "foreground-muted": quiet,
            "foreground-disabled": quiet,
            "footer-background": band,
            "footer-foreground": ink,
            "footer-key-foreground": tones["second"],
            "footer-key-background": band,
            "footer-description-foreground": ink,
            "footer-description-background": band,
            "footer-item-background": band,
            "input-cursor-background": ink,
            "input-cursor-foreground": ground,
            "input-cursor-text-style": "none",
            "input-selection-background": lit,
            "input-selection-foreground": on_lit,
            "screen-selection-background": lit,
            "screen-selection-foreground": on_lit,
            "block-cursor-background": lit,
            "block-cursor-foreground": on_lit,
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": band,
            "block-cursor-blurred-foreground": ink,
            "block-cursor-blurred-text-style": "none",
            "block-hover-background": band,
            "border": lit,
            "border-blurred": quiet,
            "scrollbar": quiet,
            "scrollbar-hover": ink,
            "scrollbar-active": lit,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
        },
    )


LIGHT = _theme(
    "gk-ljust",
    dark=False,
    tones={
        "ground": "#fbfaf6",
        "ink": "#1b1b19",
        "quiet": "#56544c",
        "band": "#ece8dc",
        "lit": "#0b4a7d",
        "on_lit": "#ffffff",
        "second": "#5d2f7d",
        "good": "#1c5a2a",
        "warn": "#6e4300",
        "error": "#9b1414",
    },
)
DARK = _theme(
    "gk-morkt",
    dark=True,
    tones={
        "ground": "#15181d",
        "ink": "#eceae4",
        "quiet": "#b3b0a6",
        "band": "#272c35",
        "lit": "#9accff",
        "on_lit": "#10202e",
        "second": "#dcb6ff",
        "good": "#97dca4",
        "warn": "#f3c677",
        "error": "#ffa8a0",
    },
)
CONTRAST = _theme(
    "gk-kontrast",
    dark=True,
    tones={
        "ground": "#000000",
        "ink": "#ffffff",
        "quiet": "#ffffff",
        "band": "#1a1a1a",
        "lit": "#ffff00",
        "on_lit": "#000000",
        "second": "#ffff00",
        "good": "#ffffff",
        "warn": "#ffff00",
        "error": "#ffd0d0",
    },
)
THEMES: dict[str, tuple[Theme, str]] = {
    "ljust": (LIGHT, "Ljust"),
    "morkt": (DARK, "Mörkt"),
    "kontrast": (CONTRAST, "Hög kontrast"),
}
"""The themes by the name they have in the settings, with the words they are shown by."""
