"""The words for days in French, Dutch, Arabic (standard, Moroccan, Latin letters), Romanian and English.

A closed list: misspellings that people make stand in it, nothing is matched by likeness (mari is not mardi).
Words are as `normalise.plain` leaves them, one space between them; each entry is a regular expression.
"""

from __future__ import annotations

_FR = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_NL = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_RO = "lunea|martea|miercurea|joia|vinerea|sambata|duminica|luni|marti|miercuri|joi|vineri"
_EN = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

# Taken out before anything else: a day is named in them, but nobody asks about it.
NOT_A_DAY = (
    rf"(?:goe\w*|gm|fijne|prettige|beste|lekkere|vorige|afgelopen|verleden|laatste) (?:morgen|{_NL})",
    r"(?:goe\w*|fijn|prettig|bon|bonne|happy|good|nice|un|vorig|afgelopen|last) (?:weekend|week end)",
    r"week ?end (?:frumos|placut|fain|trecut|passe|dernier)",
    rf"(?:bon|bonne|beau|joyeux) (?:{_FR}|noel)|(?:{_FR}) (?:dernier|passe)|(?:{_RO}) trecuta?|last (?:{_EN})",
    r"(?:s|de|elke|iedere|hele) morgens?|goe\w*morgen|tot morgen|smorgens|(?:a|jusqu a) demain|pe maine",
    r"(?:يوم |نهار )?ال\w+ (?:الماضي|اللي فات|لي فات)|(?:nhar )?l\w+ (?:li|lli) fat",
    r"جمعه مبارك\w*|(?:jem3a|jum3a|jomo3a|jumu3a) m\w*bar\w*k\w*",
    r"luni (?:de zile|bune|intregi|la rand)|acum \w+ (?:luni|zile|ani|an|ore|ora|saptaman\w+|minute|timp|vreme)",
    r"(?:\d+|cateva|doua|trei|patru|cinci|sase|sapte|opt|noua|zece|multe|niste|ultimele|aceste) (?:de )?luni",
    r"لحد (?:الان|دابا|اليوم)|الحد (?:الادني|الاقصي)|(?:التلات|الثلاث|الاربع) (?:ايام|شهور|سنين|سنوات|مرات)",
    r"tlat (?:iyam|ayam|snin|chhou?r|swaye3|marrat|dyal|drari|wlad)",
    r"(?:m3a|sa3a|مع|الساعه) (?:larb3a|larba3a|tlata|لاربعه|الاربعه|التلاته|الثلاثه)",
    r"24 ?/ ?7|7 ?/ ?7|1 ?/ ?2",
)
NOW = (
    r"maintenant|mtn|mtnt|maintenent|maintnant|mnt|la tout de suite|en ce moment|actuellement|"
    r"momenteel|op dit moment|(?:jullie|open|is|zijn|bent|ge|gij|u|dicht|toe|gesloten|kantoor|permanentie) nu|"
    r"nu (?:open|nog|dicht|toe|gesloten|bereikbaar|al)|acum|acuma|akum|right now|now|at the moment|"
    r"(?:و|ف)?(?:الان|دابا|دبا|هلق|الحين|توا|هسه|دروك|دلوقتي)|daba|dba|deba|alan|al2an|drok|dork|dorka"
)
TODAY = (
    r"auj?ourd ?h?ui|aujour ?d ?hui|aujourduit|aujourdhuit|ojourd ?h?ui|aujordh?ui|aujoud ?hui|auj|ajd|ojd|"
    r"(?:ce|cet|cette|st) (?:matin|midi|aprem|apres midi|apm|soir|soiree|journee|nuit|jour)|tantot|"
    r"vandaa?g|vndaa?g|vndg|vandaach|vdg|vanmorgen|vanochtend|vanmiddag|vannamiddag|vanavond|vannacht|straks|subiet|"
    r"(?:deze|dezen|van de|van den) (?:morgen|ochtend|voormiddag|middag|namiddag|avond)|"
    r"azi|astazi|astezi|as[dt]azi|diseara|deseara|(?:seara|dimineata|dupa amiaza|noaptea) asta|"
    r"(?:aceasta|asta) (?:seara|dimineata)|today|2day|tonight|this (?:morning|afternoon|evening)|"
    r"(?:و|ب|ف|ل)?(?:اليوم|اليوما|ليوما?|ليومه|النهارده)|الليله|"
    r"(?:هذا|هاد|هذه|هاذ|هد) (?:ال|ل)?(?:يوم|نهار|صباح|صبح|مساء?|عشيه|عشيا|ليله|ليل)|"
    r"(?:l|li|ly|el|al|lle|le)youma?|l[iy]?[iy]?[ou]+ma?|lyawm|elyawm|alyawm|"
    r"had (?:s?sba7|s?sbah|n?nhar|lyou?m|lila|llila|lil|l?3chiya|l?3chia|l?3shiya)"
)
TOMORROW = (
    r"demain|dmain|demin|dem1|2main|dm1|deman|demais|demein|demian|demains|dmn|"
    r"morgen|morge|mrgn|mrgen|moregen|morgn|morgen ?(?:vroeg|ochtend|voormiddag|middag|namiddag|avond)|"
    r"maine|miine|maime|tomm?orr?ow|tmrw|tmr|2moro|"
    r"(?:و|ف|ب|ل)?(?:غدا|غدوه|غدوا|بكره|بكرا)|(?:يوم )?(?:غد|الغد)|"
    r"gh[eau]?dd*a|gh[aeou]?d[ou]?w?a|ghodoua|bokra|bukra|8e?dd?a|rh?edd?a"
)
AFTER_TOMORROW = (
    r"apr?es? ?(?:demain|dmain|demin|dem1|2main)|surlendemain|overmorgen|overmorge|overmrgn|"
    r"poim[ai]?i?ne|raspoimaine|(?:the )?day after tomorrow|"
    r"(?:من )?بعد (?:ال)?(?:غدا|غد|غدوه|غدوا|بكره|بكرا)|"
    r"(?:men |mn |min |men)?b[ae]?3?d (?:gh\w*d\w*a|bokra|bukra)"
)
IN_DAYS = r"(?:dans|over|peste|in|بعد|من هنا|mn hna) (?P<number>\d{1,2}) (?:jours?|dagen|zile|days|ايام|يوم|iyam|ayam)"
# The same in words: the number of days, and how it is said.
IN_DAYS_IN_WORDS = (
    (2, r"dans deux jours|over twee dagen|peste doua zile|in two days|بعد يومين|(?:men |mn )?be?3d you?mayn"),
    (3, r"dans trois jours|over drie dagen|peste trei zile|in three days|بعد تلات ايام|بعد ثلاثه ايام"),
    (
        7,
        r"dans (?:une|1) semaine|over (?:een|1) week|peste o saptamana|in (?:a|one) week|"
        r"(?:من هنا|بعد) (?:ل)?(?:اسبوع|سيمانه)",
    ),
    (14, r"dans (?:deux|2) semaines|over (?:twee|2) weken|peste (?:doua|2) saptamani|in (?:two|2) weeks|بعد اسبوعين"),
)
WEEKEND = (
    r"(?:(?:ce|le|les|du) )?week ?ends?|(?:ce|le|du|les) we|l?w[ie]k[ea]nd|"
    r"weekend ?-?ul|(?:عطله )?نهايه الاسبوع|اخر الاسبوع|ل?ال?ويكاند|(?:sfarsit\w*|sfirsit\w*) de saptamana"
)
_PART = r"(?:s|(?:s? ?)(?:morgen|ochtend|voormiddag|middag|namiddag|avond|vroeg|nacht)s?)?"
_BEFORE = "(?:و|ب|ف|ل)?"  # and, on, in, to: written together with the word
_DAY = "(?:يوم|نهار) (?:ال|ل)?"
_NHAR = "(?:nhar|nhr|youm|yom) "
WEEKDAYS = (
    rf"lundis?|lundy|lindi|lunid|lundit|lun|(?:maandag|mandag|moandag|maandach){_PART}|maandg|luni|lunea|lunile|mondays?|"
    rf"{_BEFORE}(?:ال|لا|ل)[اإ]?[تث]نين|تنين|{_DAY}ا?[تث]نين|(?:l|le|t|i|el)?t?tnine?|(?:al ?)?ithnayn",
    rf"mardis?|mardy|mardit|(?:dinsdag|disdag|dinsdach){_PART}|dinsdg|marti|martea|martile|tuesdays?|tues|"
    rf"{_BEFORE}(?:الثلاثاء?|التلاتاء?|التلات|الثلات|لتلات|التلت)|ثلاثاء|{_DAY}[تث]لا[تث](?:اء|ا|ه)?|"
    rf"(?:l|t|lt|et)?tlat|t?tlata(?= (?:f )?(?:s+[ae]?ba?[7h]|l?[ae]?3?[ae]?chi|kaynin|w (?:l?kh|l[ae]?rb|jem)))|"
    rf"{_NHAR}[lt]?t?tlata|tolata2?",
    rf"mercredis?|mecredis?|mercredy|mercrdi|mercerdi|mecerdi|mercri|merc|merkredi|"
    rf"(?:woensdag|wensdag|woesdag|goensdag|woensdach){_PART}|woensdg|woe|miercuri|miercurea|mercuri|miercur|miercurile|"
    rf"wednesdays?|wed|{_BEFORE}(?:ال|لا|ل)[اأ]?ربعا?ء?(?<!لربع)|اربعاء|{_DAY}ا?ربع(?:اء|ا|ه)?|"
    rf"l[ae]?rb[ae]?3a?|lareb3a?|l2arbi3a2?|{_NHAR}l?[ae]?rb[ae]?3a?",
    rf"jeudis?|jeudy|jedi|jeud|jeudit|geudi|(?:donderdag|dondrdag|donderdach|donerdag){_PART}|donderdg|"
    rf"joi|joia|joile|thursdays?|thurs|thur|{_BEFORE}(?:ال|ل)?خميس|l?kh[ae]?mis+|l[ae]?kh?e?mis+|l?5mis|alkhamis",
    rf"vendredis?|vendredy|vendrdi|vendedi|venderdi|vendr|ven|(?:vrijdag|vrydag|vrijdach|vridag){_PART}|vrijdg|"
    rf"vineri|vinere|vinerea|vinerile|fridays?|fri|{_BEFORE}(?:الجمعه|لجمعه)|للجمعه|(?:يوم|نهار) جمعه|"
    r"(?:l|el|al)?j[eou]?m[ou]?3a",
    rf"samedis?|samdis?|samedy|sammedi|smedi|sam|(?:zaterdag|zatrdag|zaterdach|zoaterdag){_PART}|zaterdg|"
    rf"sambata|simbata|sambete|sambetele|sambta|saturdays?|{_BEFORE}(?:ال|ل)?سبت|(?:l|s|es|as|le)?se?bt|s?sabt|sbet",
    rf"dimanches?|dimanch|dimache|dimance|dimenche|dim|(?:zondag|zondach|sondag){_PART}|zondg|"
    rf"duminica|duminicile|dumineca|duminca|sundays?|{_BEFORE}الاحد|{_DAY}ا?حد|الحد|"
    rf"{_NHAR}(?:l|el)?[ae]?[7h][ae]d+|l[ae]?7[ae]d+|al ?a7ad",
)
NEXT_WEEK = (
    r"(?:la )?semaine (?:prochaine|pro)|(?:volgende|komende) week|saptamana (?:viitoare|care vine)|next week|"
    r"(?:ال|ل)?(?:اسبوع|سيمانه|سمانه) (?:القادم|المقبل|الجاي|الجايه|الماجي|جايه)|l?s[ie]?mana l?jaya?"
)
NEXT_AFTER = (
    r"prochaine?s?|pro|suivant|en huit|viitoare|viitor|care vine|urmatoare|"
    r"القادمه?|المقبله?|الجايه?|جاي|الماجي|الجي|l?jaya?|l?jey|majii?"
)
NEXT_BEFORE = r"volgende|next"
MONTHS = (
    r"janvier|janv|januari|jan|ianuarie|ian|january|يناير|كانون الثاني|yanayer|yanayr",
    r"fevrier|fevr?|februari|februarie|february|feb|فبراير|شباط|fi?brayer",
    r"mars|maart|mrt|martie|march|مارس|اذار",
    r"avril|avr|aprilie|april|apr|ابريل|نيسان|abril|ibril",
    r"mai(?! (?:mult|bine|mic|mare|putin|tarziu|devreme|am|ave|este|e|sunt))|mei|may|ماي|مايو|ايار|mayo",
    r"juin|juni|iunie|june|jun|يونيو|يونيه|حزيران|yo?u?nyou?",
    r"juillet|juil|juli|iulie|july|jul|يوليو|يوليوز|يوليه|تموز|yo?u?ly[ou]+z",
    r"aout|augustus|august|aug|اغسطس|غشت|ghocht|ghucht",
    r"septembre|septembrie|september|sept|sep|سبتمبر|شتنبر|ايلول|ch[ou]?tanbir|shutanbir",
    r"octobre|octombrie|october|oktober|oct|okt|اكتوبر|تشرين الاول|oktobar",
    r"novembre|november|noiembrie|noembrie|novembr|nov|نوفمبر|نونبر|تشرين الثاني|nonbir|nouanbir|nuwanbir",
    r"decembre|december|decembrie|decembr|desember|dec|ديسمبر|دجنبر|كانون الاول|d[iou]+janbir",
)
ORDINAL = r"(?:er|e|ste|de|st|nd|rd|th)?"
AND = r"(?:et|ou|au|en|of|tot|si|sau|pana pe|pana la|and|or|to|و|او|ولا|w|ou|wla|الي|-|,)"
FIRST = r"(?:premier|1ier|eerste|intai|first(?: of)?)"
MONTH_BEFORE_DAY = (
    r"(january|february|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept|oct|nov|dec)"
    r" (\d{1,2})(?:st|nd|rd|th)?(?!\S| ?(?:h|u|uur|am|pm|ore|heures?))"
)
FEASTS = (
    (
        r"(?:la )?veille de noel|reveillon de noel|kerstavond|(?:ajunul|seara) (?:de )?craciun\w*|christmas eve",
        12,
        24,
    ),
    (r"lendemain de noel|(?:tweede|2e|2de) kerstdag|a doua zi de craciun|boxing day", 12, 26),
    (
        r"(?:la )?(?:saint|st) sylvestre|reveillon(?: du nouvel an)?|oudejaar\w*|oudjaar|revelion\w*|new year s? ?eve",
        12,
        31,
    ),
    (r"(?:la )?toussaint|allerheiligen|all saints(?: day)?", 11, 1),
    (r"(?:l )?armistice|wapenstilstand", 11, 11),
    (r"(?:la )?fete nationale|nationale feestdag", 7, 21),
    (r"(?:la )?fete du travail|dag van de arbeid|ziua muncii", 5, 1),
    (r"(?:le jour de )?noel|kerstmis|kerstdag|craciun\w*|christmas|عيد الميلاد|الكريسماس", 12, 25),
    (r"jour de l an|nouvel an|nieuwjaar|nieuwjaarsdag|anul nou|new year(?: s? ?day)?|راس السنه|ras l3am", 1, 1),
)
# "the Christmas holidays" is no day
NOT_A_FEAST = r"(?:vacances|conges?|periode|fetes|vacanta|sarbatorile|عطله|3otla) (?:de |d |du |ديال )?(?:{})"
BEFORE_A_DATE = r"(?:le|du|au|op|op de|op den|den|pe|data de|on the|on|the|يوم|نهار|بتاريخ|nhar)"
AFTER_A_DATE = (
    r"(?=$| (?:[,.?!;:)]|c|est|vous|etes|ouvert|ouverte|ferme|et|ou|svp|matin|aprem|apres|au matin|prochain|du mois|"
    r"de ce mois|zijn|bent|is|open|en|of|aub|deze maand|e|sunteti|este|deschis|si|sau|luna asta|"
    r"واش|هل|و|wach|w|ola|are))"
)
