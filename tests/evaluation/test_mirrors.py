"""How near the mirror's figures come to the labels of unseen utterances."""

from evaluation.mirrors import mirror_report


def test_the_mirrors_figures_are_near_the_labels() -> None:
    """Over random talks half the ratios lie within a tenth of what the labels say, as docs/spegel.md promises."""
    lines = mirror_report()
    middle = float(lines[1].split("fel ")[1].split(" ")[0])
    assert middle <= 0.1
    same = int(lines[2].split("läge: ")[1].split(" ")[0])
    told = int(lines[2].split(" av ")[1].split(";")[0])
    assert same / told >= 0.8
