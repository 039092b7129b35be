"""The smallest pack with one of everything, and how to write it, mistakes included."""

from pathlib import Path

SMALL = """\
id: corner
name: {fr: Au coin, nl: Op de hoek}
description: {fr: Un bureau, nl: Een bureau}
country: BE
timezone: Europe/Brussels
default_language: fr
languages: [fr, nl]
email: bonjour@example.org
phones:
  - number: "+3221234567"
    note: {fr: Accueil}
emergency:
  - number: "0800 30 030"
    label: {fr: Aide, nl: Hulp}
locations:
  - id: desk
    name: {fr: Bureau, nl: Bureau}
    address:
      street: Rue du Coin 1
      postal_code: 1070
      city: Anderlecht
    latitude: 50.84
    longitude: 4.33
    schedules:
      - id: monday
        freq: WEEKLY
        byday: MO
        opens_at: "09:00"
        closes_at: 12:00
        with_appointment: no
        languages: [fr, sfb]
        service_ids: [letters]
services:
  - id: letters
    pictogram: 📄
    name: {fr: Lettres, nl: Brieven}
    description: {fr: Nous lisons avec vous, nl: Wij lezen met u}
closures:
  - starts_on: 2026-12-24
    ends_on: 2027-01-02
    reason: {fr: Congé, nl: Vakantie}
extra_openings:
  - location_id: desk
    date: 2026-12-22
    opens_at: 22:00
    closes_next_day: yes
    closes_at: 00:30
    reason: {fr: Nuit blanche, nl: Open nacht}
meetings:
  - id: spring
    title: {fr: Rencontre, nl: Bijeenkomst}
    location_id: desk
    date: 2027-04-18
    welcome_at: 13:00
    starts_at: 13:30
    ends_at: 15:30
"""


def write(folder: Path, text: str | bytes = SMALL, **more: str) -> Path:
    """A pack's folder; `more` are further files by their name without .yaml."""
    folder.mkdir(exist_ok=True)
    (folder / "organisation.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    for name, content in more.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return folder


def edited(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, f"{old!r} must stand once in the small pack"
    return SMALL.replace(old, new)
