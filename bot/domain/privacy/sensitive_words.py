"""Words that say something of somebody's papers or health, in the languages of the bot. A `*`: however it goes on.

Few and plain ones: who asks for help with "papers" or with "the doctor" should not be warned.
"""

STATUS = """
sans papiers
sans papier
sans titre de sejour
titre de sejour
permis de sejour
carte de sejour
demandeur d'asile
demandeuse d'asile
demandeurs d'asile
demande d'asile
droit d'asile
refugie*
en situation irreguliere
sejour irregulier
sejour illegal
clandestin*
illegal
illegaux
regularisation
ordre de quitter le territoire
oqt
oqtf
protection subsidiaire
regroupement familial
annexe 26
annexe 35
9bis
9ter
zonder papieren
asielzoek*
asielaanvraag
verblijfsvergunning*
verblijfstitel
verblijfskaart
vluchteling*
onwettig verblijf
illegaal
illegale
uitgewezen
uitwijzing*
bevel om het grondgebied te verlaten
gezinshereniging
regularisatie
fara acte
fara documente
azilant*
solicitant de azil
solicitanta de azil
cerere de azil
refugiat*
permis de sedere
imigrant ilegal
sedere ilegala
ilegal
ilegala
expulzat*
reintregirea familiei
بدون أوراق
بلا أوراق
بدون وراق
بلا وراق
بدون إقامة
بلا إقامة
طالب لجوء
طالبة لجوء
طلب اللجوء
لجوء
لاجئ*
تصريح الإقامة
رخصة الإقامة
بطاقة الإقامة
إقامة غير شرعية
مهاجر غير شرعي
غير نظامي
حراق
حراقة
ترحيل
لم الشمل
undocumented
without papers
no papers
asylum*
refugee*
residence permit
illegal immigrant*
deported
deportation
family reunification
"""

DIAGNOSIS = """
cancer*
tumeur*
tumor*
leucemie
leukemie
leucemie
leukaemia
leukemia
kanker*
chimio
chimiotherapie
chemo*
chimioterapie
diabete
diabetique*
diabetes
diabet
diabetic*
diabetisch*
vih
hiv
sida
aids
hepatit*
tuberculos*
tuberculoz*
syphilis
sifilis
schizo*
bipolair*
bipolar*
psychose*
psychosis
psychotique*
psychotisch*
psihoz*
depression*
depressif
depressive
depressief
depressieve
depresie
depresiv*
autis*
autist*
alzheimer*
parkinson
demence*
dement
dementie
dementia
dementa
epilep*
dialys*
dializa
sclerose en plaques
multiple sclerose
multiple sclerosis
scleroza multipla
avortement
ivg
abortus
abortion
avort
alcoolique*
alcoolic*
alcoolism*
alcoholic
alcoholverslaafd*
toxicoman*
drogue
droguee
verslaafd
verslaving
dependent de droguri
addicted
suicid*
zelfmoord*
sinucid*
سرطان*
ورم
سكري
داء السكري
مرض السكر
سيدا
إيدز
التهاب الكبد
السل
اكتئاب*
مكتئب*
فصام
توحد
زهايمر
ألزهايمر
صرع
غسيل الكلى
إجهاض
مدمن*
إدمان
انتحار*
"""

STREETS_BEFORE = (
    r"rue|avenue|av|boulevard|bd|bld|chaussee|ch(?=\.)|place|quai|impasse|allee|clos|venelle|chemin|dreve|square"
    r"|strada|str|bulevardul|bulevard|bdul|aleea|calea|soseaua|piata|intrarea"
    r"|شارع|زنقه|طريق|درب"
)
STREETS_FIRST = r"rue|avenue|boulevard|chaussee|quai|allee|شارع|زنقه"
"""Those before which a number stands."""
STREETS_AFTER = r"straat|laan|steenweg|plein|kaai|weg|dreef|lei|plaats|gang|street|road|lane"
