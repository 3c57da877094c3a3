"""A minister quotes the national office, and the office's own table answers.

"In 2025 the average net wage in North Macedonia was 45,198 denars."
"""

from __future__ import annotations

from pathlib import Path

ANSWERS = Path(__file__).parents[1] / "sources" / "specimens" / "pxweb"
SPEECH = "Skopje, 10 March 2026. In 2025 the average net wage in North Macedonia was 45,198 denars."


def test_the_claim_is_held_against_makstats_figure_and_comes_again_from_the_archive(workbench, home: Path):
    speech = home / "speech.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    assert workbench("import", speech).code == 0
    (claim,) = workbench("claims", "--json").records
    found = workbench("--samples", ANSWERS, "research", claim["id"])
    assert found.code == 3  # the monthly wages, which are a candidate too, are not among the stored answers
    assert "gives 45,198 denars in 2025, exactly what the claim says." in found.out
    assert "State Statistical Office of the Republic of North Macedonia" in found.out
    again = workbench("replay")
    assert again.code == 0, again.err
    assert workbench("archive", "verify").code == 0


def test_a_series_that_is_named_by_hand_is_taken_as_it_is_typed(workbench, home: Path):
    speech = home / "speech.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    workbench("import", speech)
    (claim,) = workbench("claims", "--json").records
    key = "pxweb:makstat/PazarNaTrud/Plati/MesecnaBrutoNeto/225_PazTrud_Mk_GodPros_ml.px?measure=gross"
    found = workbench("--samples", ANSWERS, "research", claim["id"], "--series", key)
    assert "gives 67,951 denars in 2025, where the claim says 45,198 denars." in found.out
