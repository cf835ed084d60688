"""Words for yes and no, in the languages that files are known in"""

# As `simplify` returns them.
YES = "yes y true t 1 on checked ja wahr oui vrai si verdadero vero sim verdadeiro waar tak prawda sant"
NO = "no n false f 0 off unchecked nein falsch non faux falso nao nee onwaar nie falsz nej falskt nei"
# What spreadsheets and programs write for true and false, and nobody for anything else.
TRUE_AND_FALSE = "true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar prawda falsz sant falskt"
BOOLEANS = {**dict.fromkeys(YES.split(), True), **dict.fromkeys(NO.split(), False)}
