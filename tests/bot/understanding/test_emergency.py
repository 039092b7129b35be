import pytest

from bot.understanding.emergency import words_of_danger


@pytest.mark.parametrize(
    "text",
    [
        "il me frappe", "appelez une ambulance", "je veux mourir", "mijn man slaat mij", "er is brand",
        "hij ademt niet meer",
        "sotul ma bate", "vreau sa ma sinucid", "nu mai respira", "راجلي كيضربني", "عيطو للإسعاف", "أريد الانتحار",
        "rajli kaydrebni", "3ayto l ambulance", "he wants to kill me", "overdose",
    ],
)  # fmt: skip
def test_danger(text: str) -> None:
    assert words_of_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "vous êtes ouverts demain ?",
        "ik zoek een huis",
        "programul de maine",
        "بغيت موعد",
        "fin kaynin",
        "carte médicale",
    ],
)
def test_no_danger(text: str) -> None:
    assert not words_of_danger(text)
