"""Words by which a name is recognised, as bot.domain.privacy.sensitive.plain leaves them, and words that are none."""

BEFORE_A_NAME = """
m'appelle
mappelle
m appelle
s'appelle
sappelle
appelle moi
appelez moi
nomme
mon nom est
mon nom c'est
mon prenom est
moi c'est
monsieur
madame
mademoiselle
mme
mlle
mr
naam is
heet
noemen
mevrouw
mevr
meneer
mijnheer
dhr
numesc
numeste
cheama
numele meu este
numele meu e
domnul
doamna
dl
dna
اسمي
سميتي
اسمه
اسمها
سميتو
سميتها
اسم ابني
يسمي
السيد
السيده
smiti
smiyti
smito
smitha
ismi
esmi
my name is
name is
called
mister
miss
"""
"""Up to four words after it are dropped, to the end of the clause."""

BEFORE_ONE = """
je suis
jsuis
chui
ik ben
eu sunt
i am
i'm
انا
ana
mon fils
ma fille
mon mari
ma femme
mon frere
ma soeur
mon pere
ma mere
mon ami
mon amie
mon voisin
ma voisine
mijn zoon
mijn dochter
mijn man
mijn vrouw
mijn broer
mijn zus
mijn vader
mijn moeder
mijn vriend
mijn vriendin
mijn buurman
mijn buurvrouw
fiul meu
fiica mea
sotul meu
sotia mea
fratele meu
sora mea
vecinul meu
vecina mea
my son
my daughter
my husband
my wife
my brother
my sister
my friend
ابني
ولدي
بنتي
ابنتي
زوجي
زوجتي
راجلي
مراتي
خويا
ختي
اخي
اختي
صاحبي
صديقي
صديقتي
جارتي
جاري
weldi
wldi
benti
bnti
rajli
mrati
khoya
khti
docteur
dokter
doctor
doctorul
dr
الدكتور
دكتور
maitre
سي
لاله
lalla
"""
"""The next word is dropped: people write names in small letters too, and Arabic has no capitals."""

JOINING = {"et", "en", "and", "mais", "maar", "dar", "si", "و", "ou", "of", "sau", "je", "ik", "am", "pour", "om"}
"""Where a name ends."""

NO_NAMES = frozenset(
    """
    bonjour bonsoir salut slt bjr coucou merci svp stp allo oui non je j'ai j'aimerais j'habite c'est c'etait est
    est-ce qu'est-ce que qui quel quelle quels quelles quand ou comment combien pourquoi peut peux pouvez puis-je
    vous tu il elle on nous ils y a la le les l' un une des mon ma mes pour dans avec sans si et mais aussi avez as
    faut dois ca cela
    goeiedag goedendag goedemorgen goedemiddag goedenavond hallo hoi dag dank bedankt alstublieft aub ik is er zijn
    kan kunt kunnen mag moet hoe wat waar wanneer waarom wie welke hoeveel heeft heb hebben jullie u wij we de het een
    mijn voor met zonder als en maar ook dit dat
    buna salut ziua multumesc va rog eu este e sunt sunteti aveti am are cand unde cum cat ce care cine de pot poate
    puteti trebuie as vreau la un o si dar pentru cu fara
    بغيت عندي محتاج محتاجه اريد ما لا في من كنت نبغي خاصني
    3ndi andi khasni kayn kayna ma la bla
    salam slm labas wach wash fin fayn kifach kifash chhal bghit 3afak afak shukran chokran
    hello hi thanks please i i'm i've is are can do how what where when why who which my the a an for with and but
    lundi mardi mercredi jeudi vendredi samedi dimanche maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    luni marti miercuri joi vineri sambata duminica
    cpas ocmw stib mivb actiris vdab caf sms gsm tva btw ok dsl pdf permanence pissenlits
    """.split()  # noqa: SIM905 - a text of words is easier to read and to change
)
"""No names: these stay with a capital letter in the middle of a message, and where one name is expected."""
