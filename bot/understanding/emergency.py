"""Words of danger, in every language at once: when in doubt, the numbers stand above the answer.

A list finds what it knows and no more. It is not the safety: the numbers are behind a button that is always there.
"""

from __future__ import annotations

import re

from bot.understanding.normalise import plain

_FR = (
    r"urgences? vitale|(?:c|cest|c'est|est) (?:une |tres )?urgen(?:t|ce)\b.*(?:bless|sang|respir|mour|danger)|"
    r"ambulance|pompiers|au secours|a l'aide vite|au feu|(?:y a|il y a|ya) le feu|incendie|ca brule|"
    r"fuite de gaz|sent le gaz|suicid\w*|(?:me|se) tuer|envie de mourir|veux mourir|veux plus vivre|en finir|"
    r"(?:il|elle|mari|copain|pere) (?:me|la|nous) (?:frappe|tape|bat)|"
    r"(?:me|m'a|la|nous) (?:frappe|frappee?|tape|battu\w*|etrangl\w*|poignard\w*|viole\w*)|"
    r"menace de (?:me )?(?:mort|tuer)|(?:va|veut) (?:me|nous) tuer|arrive (?:pas|plus) a respirer|"
    r"(?:ne |)respire (?:plus|pas|mal)|etouffe|inconscient\w*|perdu connaissance|evanoui\w*|"
    r"saigne\w* (?:beaucoup|fort)|crise cardiaque|infarctus|\bavc\b|mal a la poitrine|overdose|"
    r"avale (?:des |du |de la )?(?:medicaments?|javel|produits?|pilules)|en danger|"
    r"(?:j'ai|jai) peur (?:de lui|pour ma vie)|on m'agresse|agress(?:e|ion)|couteau|"
    r"enfant (?:disparu|en danger|battu|frappe)"
)
_NL = (
    r"ziekenwagen|ambulance|brandweer|help(?: help)+|dringend hulp|er is brand|(?:het|huis|keuken) brandt|"
    r"staat in brand|gaslek|ruik gas|zelfmoord|zelfdoding|(?:mezelf|hem zelf) (?:iets aan)?\s?doen|"
    r"wil (?:niet meer leven|dood)|eind aan maken|"
    r"(?:mij|me|mijn kind\w*|ons) (?:slaat|geslagen|bedreigt|wurgt|vermoord\w*)|slaat (?:mij|me|mijn|haar|ons)|"
    r"gaat (?:mij|me|ons) vermoorden|vermoorden|verkracht\w*|mishandel\w*|bedreig\w* (?:mij|me) |"
    r"ademt? niet(?: meer)?|kan niet ademen|krijg geen adem|geen lucht|stikt|bewusteloos|flauwgevallen|"
    r"bloedt? (?:hard|veel|erg)|hartaanval|beroerte|pijn (?:in|op) (?:de|mijn|zijn|haar) borst|overdosis|"
    r"(?:pillen|bleekwater|javel) (?:geslikt|gedronken|ingenomen)|in gevaar|levensgevaar|noodgeval|een mes|"
    r"kind (?:is )?(?:weg|verdwenen|vermist)"
)
_RO = (
    r"ambulanta|salvare(?:a)?\b|pompieri\w*|ajutor (?:repede|urgent)|incendiu|"
    r"arde (?:casa|bucataria|apartamentul)|foc in|miroase a gaz|scurgere de gaz|sinucid\w*|(?:ma|sa ma) omor|"
    r"vreau sa mor|nu mai vreau sa traiesc|(?:ma|ne|o|il|imi) (?:bate|loveste|ameninta|sugruma|violeaza)|"
    r"m-?a (?:batut|lovit|violat|amenintat|injunghiat)|ma omoara|"
    r"nu (?:mai )?(?:respira|pot respira|pot sa respir)|se sufoca|inconstient\w*|a lesinat|"
    r"sangereaza (?:tare|mult)|infarct|atac de cord|accident vascular|durere in piept|doare (?:tare )?pieptul|"
    r"supradoz\w*|a (?:inghitit|baut|luat) (?:pastile|medicamente|clor|multe pastile)|in pericol|"
    r"pericol de moarte|cutit\w*|copilul (?:a disparut|e in pericol)|mi-?e frica de el"
)
_AR = (
    r"اسعاف|سياره اسعاف|الاطفاء|المطافئ|مطافئ|حريق|العافيه شعل\w*|شعلت العافيه|النار (?:شعلت|تشتعل)|"
    r"ريحه (?:ال)?غاز|تسرب غاز|انتحار|انتحر|نقتل راسي|اقتل نفسي|اريد ان اموت|بغيت نموت|لا اريد ان اعيش|"
    r"ما ?بقيت(?:ش)? باغي\w* نعيش|يضربني|ضربني|يضربها|يضربنا|كيضربني|كيضربها|تيضربني|كيضرب|يهددني|هددني|كيهددني|"
    r"(?:يريد|باغي|بغا) (?:ان )?يقتلني|غيقتلني|يقتلني|اغتصب\w*|لا (?:ي|ا|ت|است|يست)\w*\s?(?:ي|ا)?تنفس|"
    r"ما ?(?:ك|ت)?(?:ي|ن|ا)?تنفس(?:ش)?|ما قادر\w* (?:ن|ي)تنفس|لا استطيع التنفس|لا يتنفس|يختنق|كيتخنق|مخنوق|"
    r"فاقد الوعي|فقد(?:ت)? الوعي|سخف|غيب\w* عن الوعي|ينزف|نزيف|كينزف|سكته|نوبه قلبيه|ازمه قلبيه|جرعه زائده|"
    r"(?:شرب|بلع|شربت|بلعت) (?:ال)?(?:دوا|ادويه|جافيل|حبوب|فانيد)|خطر علي حيات\w*|في خطر|حياتي في خطر|النجده|"
    r"عتقوني|عتقو الروح|انقذوني|سكين|موس|طفل\w* (?:مفقود|ضاع|تلف)"
)
_LATIN = (
    r"lisa3af|is3af|l'?ambulance|lambulans|pompia|l3afia (?:ch3l\w*|cha3l\w*)|lboutagaz|ri7t lgaz|ntihar|"
    r"nen?ta7er|n9tel rassi|n9tl rasi|bghit nmout|ma b9itch bagh\w* n3ich|(?:kay|tay|kai|ki|y)?(?:i)?d+rebni|"
    r"kaydrbni|drbni|drebni|kayhdedni|haddedni|ghay9telni|bagh\w* y9telni|9telni|mach?i kaytnefs|"
    r"ma ?kaytnefss?ch|ma kaynt?nefsch|ma9aderch? (?:n|y)tnefs|mat?kaynefsch|kaytkhne9|tkhne9|skhef|skhf|"
    r"ghab 3la lwa3y|dem bezaf|kaynzef|sekta|overdose|chreb (?:jafil|dwa)|3t9oni|3te9oni|3et9ouni|fkhatar|"
    r"f khatar|lmous|mous"
)
_EN = (
    r"ambulance|fire brigade|house is on fire|on fire|gas leak|suicid\w*|kill (?:myself|me|us)|want to die|"
    r"(?:hits|beats|hit|beat) me|not breathing|can'?t breathe|unconscious|bleeding (?:a lot|badly)|heart attack|"
    r"stroke|overdose|in danger|emergency|raped?|knife"
)
_PREFIXES = "(?:و|ف)?(?:ال|لل|ل|ب)?"  # the article, and, to, with: written together with an Arabic word
_DANGER = re.compile("|".join(rf"(?<!\w){_PREFIXES}(?:{words})(?!\w)" for words in (_FR, _NL, _RO, _AR, _LATIN, _EN)))


def words_of_danger(text: str) -> bool:
    """Whether a message names a danger that the list knows; any text."""
    return _DANGER.search(plain(text)) is not None
