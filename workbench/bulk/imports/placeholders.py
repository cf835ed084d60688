"""Placeholders: texts that stand for nothing."""

import re
from functools import lru_cache

from workbench.bulk.imports.columns import simplify

INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff]")
# A spreadsheet's errors, in whatever language: #N/A, #REF!, #NOMBRE?, #¡VALOR!, #NV, Err:502, and cells too narrow.
SPREADSHEET_ERROR = re.compile(r"#[¡¿]?[^\W\d_]+(/0)?[!?]|#(n/a( n/a)?|na|nv|n/d|n/b|i/t|nd)|#{2,}", re.IGNORECASE)
# What programs write for a value that is missing: SQL and its tools, pandas, JavaScript, C: empty in any field.
NULLS = {
    *("null", "(null)", "<null>", "[null]", "{null}", "'null'", '"null"', "\\n", "dbnull", "sql null", "nullptr"),
    *("nan", "+nan", "-nan", "<na>", "nat", "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan", "1.#inf", "-1.#inf"),
    *(f"err:{number}" for number in range(500, 541)),  # errors of LibreOffice
    *("undefined", "[object object]", "[object undefined]", "[object null]", "n/a", "n.a."),
}
DASHES = re.compile(r"[-_\u2010-\u2015\u2212\s]+")
# What people write where a name or a place is missing. As a property, "none" may be an answer, such as Allergies: none.
NO_NAMES = {
    *("none", "(none)", "<none>", "[none]", "nil", "0", "0.0", "0.00"),
    *("nan nan", "null null", "none none", "undefined undefined"),  # first and last name
}
# What people write where an identifier is missing, in several languages; no word that is a name.
WORDS_FOR_NOBODY = (
    "null none nan na nat nil undefined dbnull sqlnull nullptr objectobject objectundefined objectnull nannan"
    " nullnull nonenone undefinedundefined inf infinity true false yes no noid noemail nophone nonumber nomail noname"
    " nouser nothing empty blank missing unknown anonymous anonym anon guest guestuser guestcheckout guestcustomer"
    " unspecified notavailable notapplicable notset notprovided notspecified notfound notgiven noneprovided"
    " nonegiven unassigned unavailable tbd tba tbc unbekannt keine keiner kein keines leer nichts gast gastkunde"
    " gastbestellung keineangabe keineangaben keineemail keinemail keinetelefonnummer nichtvorhanden"
    " nichtangegeben nichtverfügbar nichtbekannt entfällt inconnu inconnue aucun aucune néant vide invité anonyme"
    " nonrenseigné nonrenseignée nondéfini nondéfinie nonapplicable nondisponible indisponible nonconnu sansemail"
    " pasdemail desconocido desconocida ninguno ninguna nulo nula vacío vacía invitado invitada anónimo anónima"
    " nodisponible noaplica sindatos sinemail sincorreo sinteléfono sinnúmero desconhecido desconhecida nenhum"
    " nenhuma vazio convidado semdados sememail nãodisponível nãoinformado nãoaplicável sconosciuto sconosciuta"
    " nessuno nessuna nullo vuoto ospite nonpresente onbekend geen leeg anoniem nietbekend nietingevuld ukendt"
    " ukjent okänd ingen saknas mangler puuttuu eitietoa tuntematon brak nieznany nieznane neznámý žádný žádné"
    " prázdné yok bilinmiyor misafir нет неизвестно неизвестный пусто гость аноним отсутствует немає невідомо"
    " κανένα άγνωστο 无 無 空 没有 沒有 未知 不明 匿名 なし 無し ナシ 未設定 未登録 ゲスト"
    " 없음 미상 비회원 لايوجد غيرمعروف אין"
)
NOBODY = frozenset(map(simplify, WORDS_FOR_NOBODY.split()))
# Words for nothing only where they are written with dots or strokes: n/a, k. A., s/o, n.d.
ABBREVIATIONS = ("na", "nd", "nc", "nr", "nv", "nvt", "ka", "so", "sn", "sd", "нд")
# What is plainly none of them, for speed: #1001, cus_17, +41446681800 and ASCII with an @.
PLAIN_IDENTIFIER = re.compile(r"(?:[#+]|[A-Za-z]+[-_]?)?[1-9][0-9]*|[!-~]+@[!-~]+")


def clean(text: str) -> str:
    """Text without invisible characters and blanks around it."""
    return (text if text.isascii() else INVISIBLE.sub("", text)).strip()


def is_null(text: str) -> bool:
    """Whether a program or a spreadsheet wrote this for a missing value, or somebody a dash."""
    if text[:1].isalnum():
        return text.lower() in NULLS
    return text.lower() in NULLS or bool(DASHES.fullmatch(text) or SPREADSHEET_ERROR.fullmatch(text))


@lru_cache(1000)
def is_no_name(text: str) -> bool:
    """Whether this stands where a name, a place or the like is missing."""
    return is_null(text) or text.lower() in NO_NAMES


def is_nobody(text: str) -> bool:
    """Whether this stands where an identifier is missing: a word for nothing, zeros, or no letter and no digit."""
    if len(text) > 40:
        return False
    letters = simplify(text)
    return (
        not letters.strip("0")
        or letters in NOBODY
        or (letters in ABBREVIATIONS and letters != text.lower())
        or text in ("\\N", "-1", "-1.0")
        or is_null(text)
    )
