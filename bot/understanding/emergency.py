"""Words of danger, in every language at once: when in doubt, the numbers stand above the answer.

A list finds what it knows and no more. It is not the safety: the numbers are behind a button that is always there.
"""

from __future__ import annotations

import re

from bot.understanding.normalise import plain

_FR = (
    r"urgences? vitale|(?:c|cest|c'est|est) (?:une |tres )?urgen(?:t|ce)\b.*(?:bless|sang|respir|mour|danger)|"
    r"ambulance|pompiers|au secours|a l'aide vite|au feu|(?:y a|il y a|ya) le feu|incendie|ca brule|fuite de gaz|"
    r"sent le gaz|suicid\w*|(?:me|se) tuer|envie de mourir|veux mourir|veux plus vivre|en finir|"
    r"(?:il|elle|mari|copain|pere) (?:me|la|nous) (?:frappe|tape|bat)|"
    r"(?:me|m'a|la|nous) (?:frappe|frappee?|tape|battu\w*|etrangl\w*|poignard\w*|viole\w*)|"
    r"menace de (?:me )?(?:mort|tuer)|(?:va|veut) (?:me|nous) tuer|arrive (?:pas|plus) a respirer|"
    r"(?:ne |)respire (?:plus|pas|mal)|etouffe|inconscient\w*|perdu connaissance|evanoui\w*|"
    r"saigne\w* (?:beaucoup|fort)|crise cardiaque|infarctus|\bavc\b|mal a la poitrine|overdose|"
    r"avale (?:des |du |de la )?(?:medicaments?|javel|produits?|pilules)|en danger|"
    r"(?:j'ai|jai) peur (?:de lui|pour ma vie)|on m'agresse|agress(?:e|ion)|couteau|"
    r"enfant (?:disparu|en danger|battu|frappe)|\bsamu\b|"
    r"(?:appele[zr]|envoye[zr]|besoin de) (?:vite )?(?:la police|les secours|une? ambu\w*)|"
    r"police (?:vite|svp|urgent)|secours vite|on m'attaque|(?:casse|force|defonce|ouvrir) (?:la|ma) porte|"
    r"(?:rentre|entre)r? chez moi|cambrioleur|viole[er]?e?\b|poignarde\w*|egorge\w*|"
    r"(?:me|se) (?:pendre|jeter|noyer)|sauter d[ue]|(?:les|mes) veines|foutre en l'?\s?air|sous le train|"
    r"mettre fin a (?:ma vie|mes jours)|(?:avale|pris) (?:plein|trop|toute?|beaucoup|bcp)\b|"
    r"(?:bu|avale) (?:de |du |un )?(?:l'eau de )?(?:javel|produit\w*|deboucheur)|bouge plus|(?:se )?reveille plus|"
    r"par terre|(?:sang|saigne) .*(?:arrete|enceinte)|enceinte .*(?:sang|saigne)|"
    r"perds? (?:beaucoup de |du )?(?:sang|les eaux)|accouche (?:maintenant|la\b|vite|chez)|fumee|flammes|"
    r"odeur de gaz|convuls\w*|epilep\w*|electrocut\w*|noye\w*|(?:m'|nous )enferme|enfermee? (?:dans|a cle|chez)|"
    r"sequestr\w*|kidnapp\w*"
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
    r"kind (?:is )?(?:weg|verdwenen|vermist)|aangerand|aangevallen|overvallen|inbreker\w*|inbraak bezig|"
    r"(?:deur|venster) .*(?:breken|stampen)|gewurgd|gestoken|messen|(?:voor|onder) (?:de|een) trein|"
    r"van (?:het|een|t) (?:dak|balkon|brug)|ophangen|van kant maken|polsen|niet meer leven|(?:te )?veel pillen|"
    r"pillen (?:opgegeten|gepakt|genomen)|(?:javel|bleek\w*|product) ge(?:dronken|pakt)|gasgeur|ruikt .*\bgas|"
    r"rook uit|vlammen|aan het bevallen|water is gebroken|bloed\w* .*(?:stopt|zwanger)|zwanger .*bloed\w*|stuipen|"
    r"epilep\w*|beweegt niet|niet wakker|achtervolg\w*|volgt mij|politie (?:snel|vlug|rap|aub)|"
    r"(?:stuur|bel) (?:de |een )?(?:politie|ambulance|ziekenwagen)|opgesloten|sluit (?:mij|ons) op|verdronken|"
    r"verbrand\b"
)
_RO = (
    r"ambulanta|salvare(?:a)?\b|pompieri\w*|ajutor (?:repede|urgent)|incendiu|arde (?:casa|bucataria|apartamentul)|"
    r"foc in|miroase a gaz|scurgere de gaz|sinucid\w*|(?:ma|sa ma) omor|vreau sa mor|nu mai vreau sa traiesc|"
    r"(?:ma|ne|o|il|imi) (?:bate|loveste|ameninta|sugruma|violeaza)|"
    r"m-?a (?:batut|lovit|violat|amenintat|injunghiat)|ma omoara|nu (?:mai )?(?:respira|pot respira|pot sa respir)|"
    r"se sufoca|inconstient\w*|a lesinat|sangereaza (?:tare|mult)|infarct|atac de cord|accident vascular|"
    r"durere in piept|doare (?:tare )?pieptul|supradoz\w*|"
    r"a (?:inghitit|baut|luat) (?:pastile|medicamente|clor|multe pastile)|in pericol|pericol de moarte|cutit\w*|"
    r"copilul (?:a disparut|e in pericol)|mi-?e frica de el|(?:ambulanta|salvarea|politia) (?:repede|va rog|urgent)|"
    r"(?:chemati|chem|trimiteti|sunati la) (?:politia|salvarea|ambulanta)|s[ai]nger(?:ez|eaza|a)\b|pierde? sange|"
    r"sange\w* nu se|(?:iau|capat) zile\w*|spanzur\w*|venele|ma arunc|injunghi\w*|violat\w*|sparg\w* usa|urmareste|"
    r"hot\w* in casa|nu (?:se )?mai? ?misca|nu se (?:misca|trezeste)|convulsi\w*|curentat|se ineaca|\bfum\b|flacari|"
    r"arde (?:casa|blocul|ceva)|a baut (?:clor|detergent|inalbitor)|(?:multe|toate|gramada de) pastile\w*|"
    r"(?:mi |i )?s-?a rupt apa|naste acum|(?:ne|ma) tine? inchis\w*|m-?a (?:incuiat|inchis)|strans de gat|"
    r"rupt (?:mana|coasta|piciorul) in|bate o pe|ma bat\b|in bataie|(?:va|o sa) (?:ma|ne) (?:omoare|taie)|salvati"
)
_AR = (
    r"اسعاف|سياره اسعاف|الاطفاء|المطافئ|مطافئ|حريق|العافيه شعل\w*|شعلت العافيه|النار (?:شعلت|تشتعل)|ريحه (?:ال)?غاز|"
    r"تسرب غاز|انتحار|انتحر|نقتل راسي|اقتل نفسي|اريد ان اموت|بغيت نموت|لا اريد ان اعيش|ما ?بقيت(?:ش)? باغي\w* نعيش|"
    r"يضربني|ضربني|يضربها|يضربنا|كيضربني|كيضربها|تيضربني|كيضرب|يهددني|هددني|كيهددني|"
    r"(?:يريد|باغي|بغا) (?:ان )?يقتلني|غيقتلني|يقتلني|اغتصب\w*|لا (?:ي|ا|ت|است|يست)\w*\s?(?:ي|ا)?تنفس|"
    r"ما ?(?:ك|ت)?(?:ي|ن|ا)?تنفس(?:ش)?|ما قادر\w* (?:ن|ي)تنفس|لا استطيع التنفس|لا يتنفس|يختنق|كيتخنق|مخنوق|"
    r"فاقد الوعي|فقد(?:ت)? الوعي|سخف|غيب\w* عن الوعي|ينزف|نزيف|كينزف|سكته|نوبه قلبيه|ازمه قلبيه|جرعه زائده|"
    r"(?:شرب|بلع|شربت|بلعت) (?:ال)?(?:دوا|ادويه|جافيل|حبوب|فانيد)|خطر علي حيات\w*|في خطر|حياتي في خطر|النجده|عتقوني|"
    r"عتقو الروح|انقذوني|سكين|موس|طفل\w* (?:مفقود|ضاع|تلف)|عتق\w*|سلكوني|فكوني|الحقوني\w*|الحقونا|اسعفوني|انقذو\w*|"
    r"(?:عيط\w*|اتصلو\w*|اطلبو\w*) (?:ل|ب|على |علي )?(?:ال|ل)?(?:بوليس|شرطه|اسعاف|امبي\w*)|"
    r"(?:البوليس|الشرطه|الاسعاف|الامبي\w*) (?:دغيا|بسرعه|عافاكم)|لامبيل\w*|غ(?:ا|ي)?(?:نقتل|يقتل\w*|نتلاح|يدبح\w*)|"
    r"نقتل راس\w*|نلوح راسي|نتلاح|(?:سا)?رمي نفسي|انهاء حيات\w*|نحط حد|يشنق|نشنق|ما ?بغيت(?:ش)? نعيش|اريد الموت|"
    r"بدي موت|بدو يقتل\w*|شفار\w*|لص|(?:ي|كي|ت)هرس ?\w* (?:عليا )?الباب|يكسر (?:ال)?باب\w*|غتاص\w*|تغتاص\w*|"
    r"اعتد(?:ي|و)ا? علي\w*|تعد(?:ا|و|ي)ا? علي\w*|خنقني|طعن\w*|جنوي|ذبح\w*|(?:ي|ك)?ذبحني|يتبعني|تابعني|كيتبعني|"
    r"يلاحقني|خطف\w*|محبوس\w*|حبسني|حابسن\w*|حريق\w*|(?:ي|ت|كت|كي)حترق|كتحرق|شاعل\w*|دخان|البوطا|رائحه غاز|"
    r"الدم (?:ما|لا|كي|بزاف)|بلع\w*|كارديا\w*|تشنج\w*|لا يتحرك|لا تتحرك|ما ?كيتحركش|ما ?كتحركش|ما ?كيفيقش|"
    r"لا (?:ي|ت)ستيقظ|تلد الان|(?:كت|غات|غت)ولد|انحرق\w*|تحرق\w*|كسيده"
)
_LATIN = (
    r"lisa3af|is3af|l'?ambulance|lambulans|pompia|l3afia (?:ch3l\w*|cha3l\w*)|lboutagaz|ri7t lgaz|ntihar|nen?ta7er|"
    r"n9tel rassi|n9tl rasi|bghit nmout|ma b9itch bagh\w* n3ich|(?:kay|tay|kai|ki|y)?(?:i)?d+rebni|kaydrbni|drbni|"
    r"drebni|kayhdedni|haddedni|ghay9telni|bagh\w* y9telni|9telni|mach?i kaytnefs|ma ?kaytnefss?ch|ma kaynt?nefsch|"
    r"ma9aderch? (?:n|y)tnefs|mat?kaynefsch|kaytkhne9|tkhne9|skhef|skhf|ghab 3la lwa3y|dem bezaf|kaynzef|sekta|"
    r"overdose|chreb (?:jafil|dwa)|3t9oni|3te9oni|3et9ouni|fkhatar|f khatar|lmous|mous|"
    r"3[aei]*y[ae]*to?\w* (?:3la |l ?'?)(?:l ?'?)?(?:ambu\w*|lambu\w*|bolis|boulis|police|pompi\w*|is3af)|"
    r"3[ae]*te?9\w*|3et9\w*|s[ae]*lkoun?i|fe?kkoun?i|el7a2oun\w*|(?:lboulis|lpolice|police) dgh\w*|"
    r"gh?a(?:di |n|y)?\s?(?:n|y)[ea]?[9q]t[ea]l\w*|[n9y]?[9q]t[ae]?l ra?s+[io]|(?:y|n|ye)[d]be7\w*|n?tla7|"
    r"bghit nmou?te?|ma b(?:ghitch|aghi) n3ich|"
    r"(?:kay|kat|tay|k|y|ye|yo|t)?d[ae]?r[eao]?b(?:ni|ha|na|o|ouh|oni|ouni)|kay?d[ae]?r[ae]?b|yodrob\w*|mo?us|jenwi|"
    r"khne?9ni|ghtase?b\w*|tghtas\w*|aghtas\w*|ch+e?f+ar\w*|kay?herr?e?s \w* ?(?:\w* )?lbab|tabe?3ni|kaytb?e?3ni|"
    r"javel|jafil|bl3[ae]?t (?:bzaf|30)|\d+ kina\w*|dem (?:bzaf|bezzaf|kay|ma)\w*|(?:kay|ka)?nzef|"
    r"ma ?(?:kay|kat)(?:fi9|t?7arr?e?k)\w*|ma (?:b9ach )?kay(?:t)?n[ae]f+[ae]?s\w*|7ri9|harika|kat7re9|ch3a?la\w*|"
    r"dokhan|ri7a?t l[bg]\w*|crise cardiaque|twled daba|ksida|khtafo\w*|m7ebsa|mhebsa|bed+o ye2tel\w*|badd?i moo?t|"
    r"lambulance|ambulance|ghayb\w* 3la"
)
_EN = (
    r"ambulance|fire brigade|house is on fire|on fire|gas leak|suicid\w*|kill (?:myself|me|us)|want to die|"
    r"(?:hits|beats|hit|beat) me|not breathing|can'?t breathe|unconscious|bleeding (?:a lot|badly)|heart attack|"
    r"stroke|overdose|in danger|emergency|raped?|knife|(?:call|send) (?:the |an )?(?:police|ambulance)|"
    r"police (?:fast|quick\w*|please)|jump (?:from|in front|off)|end my life|hang (?:my|him|her)self|"
    r"(?:took|swallowed) (?:a lot|too many|all)|drank (?:bleach|cleaning)|not (?:moving|waking)|dont wake|"
    r"don'?t want to live|choke[ds]? me|break(?:ing)? (?:my|the) door|follow\w* me|attacked|stabb\w*|bleeding|"
    r"seizure|convulsion\w*|smell of gas|gas smell|gas at home|giving birth|water broke|burn(?:ed|t) with|"
    r"chest pain|pain in (?:my |the )?chest|locked me|lock(?:s|ed)? us|hiding"
)
_PREFIXES = "(?:و|ف)?(?:ال|لل|ل|ب)?"  # the article, and, to, with: written together with an Arabic word
_DANGER = re.compile("|".join(rf"(?<!\w){_PREFIXES}(?:{words})(?!\w)" for words in (_FR, _NL, _RO, _AR, _LATIN, _EN)))


def words_of_danger(text: str) -> bool:
    """Whether a message names a danger that the list knows; any text."""
    return _DANGER.search(plain(text)) is not None
