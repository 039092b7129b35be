"""What should not stand in a public sentence is found in every language, and ordinary sentences are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.privacy.sensitive import KINDS, kinds

SENSITIVE = {
    "phone": (
        "Appelez-moi au 0470 12 34 56",
        "bel me op +32 2 523 45 67",
        "هاتفي ٠٤٧٠١٢٣٤٥٦",
        "sunați la 0470/12.34.56",
        "My number is +40 721 234 567",
    ),
    "email": ("Écrivez à zainab@example.org", "mail: z.el-m+1@example.co.uk"),
    "address": (
        "Je suis rue des Vétérinaires 12",
        "au 12, rue de la Clinique",
        "Bergensesteenweg 120, tweede verdieping",
        "Ik woon in de Brogniezstraat nr 7",
        "شارع كليمنصو ٤٥",
        "Str. Rodica nr. 5",
        "Locuiesc pe strada Rodica 5",
        "I live at 12 Main Street",
    ),
    "number": (
        "Registre national 85.07.30-033 28",
        "Numéro bis : 98/47/28 997 65",
        "BE68 5390 0754 7034",
        "حسابي BE٦٨-٥٣٩٠-٠٧٥٤-٧٠٣٤",
        "CNP 1630615123457",
        "N° de sécu 2 95 10 99 126 111 93",
    ),
    "status": (
        "Elle est sans-papiers",
        "Elle est sans\N{NON-BREAKING HYPHEN}papiers",
        "Elle est sans\N{EN DASH}papiers",
        "DEMANDEUR D’ASILE depuis juin",
        "zij is vluchteling",
        "Hij wacht op zijn verblijfsvergunning",
        "هو بدون أوراق",
        "طالبة لجوء",
        "Este fără acte",
        "He is a refugee",
    ),
    "diagnosis": (
        "Il a le diabète",
        "Mme est en chimio",
        "Mijn buurvrouw heeft kanker",
        "هي مصابة بالسرطان",
        "لديه السكري",
        "Are schizofrenie",
        "suferă de depresie",
        "She has Alzheimer’s",
    ),
}
ORDINARY = (
    "Un formulaire du CPAS à remplir",
    "J’ai des papiers à remplir pour l’école",
    "Accompagner à l’hôpital mercredi 25 novembre à 14h30, 2 heures",
    "Lundi 23/11 à 14:30 place Bara",
    "Garder 2 enfants de 5 et 12 ans samedi",
    "Porter 3 sacs au 4e étage, 45 kg",
    "Aller chez le médecin avec quelqu’un qui parle arabe",
    "Une place dans une voiture pour 2 personnes",
    "Iemand die mee naar de dokter gaat, onderweg 10 minuten",
    "Een brief van de gemeente lezen",
    "Boodschappen voor 2 weken, 20 euro",
    "ترجمة رسالة من البلدية",
    "مرافقة إلى الطبيب يوم الاثنين على الساعة 10",
    "Am nevoie de cineva care să citească o scrisoare",
    "Însoțire la medic joi la ora 9, 2 ore",
    "Read a letter of 3 pages with me on Monday at 10:30",
    "Walk down the road with me, 15 minutes",
    "Dossier 85.07.30-033 29",
    "Réf. BE12 3456 7890 1234",
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SENSITIVE.items() for text in texts])
def test_it_is_found(kind: str, text: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_are_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_all_kinds_at_once_come_in_their_order() -> None:
    assert kinds(" ; ".join(texts[0] for texts in SENSITIVE.values())) == list(KINDS)


@given(st.sampled_from(ORDINARY), st.sampled_from(ORDINARY), st.sampled_from(sorted(SENSITIVE.items())), st.data())
def test_it_is_found_between_other_sentences(
    before: str, after: str, sensitive: tuple[str, tuple[str, ...]], data: st.DataObject
) -> None:
    kind, texts = sensitive
    assert kind in kinds(f"{before}. {data.draw(st.sampled_from(texts))}. {after}")


@given(st.sampled_from([text for kind in ("status", "diagnosis") for text in SENSITIVE[kind]]))
def test_capitals_and_accents_make_no_difference(text: str) -> None:
    found = kinds(text)
    assert kinds(text.upper()) == found
    assert kinds(text.translate(str.maketrans("éèêàçăâîșț", "eeeacaaist"))) == found


@given(st.text(max_size=400))
def test_any_text_gives_kinds_in_their_order(text: str) -> None:
    assert [kind for kind in KINDS if kind in kinds(text)] == kinds(text)


@given(st.text(alphabet="0123456789 ./-", min_size=1, max_size=200))
def test_long_runs_of_digits_take_no_long_time(text: str) -> None:
    assert set(kinds(f"rue {text} {text}")) <= set(KINDS)
