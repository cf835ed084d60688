"""What the cells of columns of consent say"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.booleans import NO, YES
from workbench.bulk.imports.columns import simplify
from workbench.bulk.text import compose

# What a cell says: "yes"; "no"; "neither", such as never subscribed, for which nobody is subscribed or unsubscribed.
SAYINGS = ("yes", "no", "neither")
BLANKS = ("", "null", "none", "nan", "nat", "undefined", "n/a", "\\n", "-", "[]", "{}")
# Answers to what the header asks, and what somebody's status is, as `simplify` returns them. What is not here is a
# question: no list of the words of all tools and languages is complete.
ANSWERS = {
    "yes": YES,
    "no": NO,
    "neither": "never",
}
STATUSES = {
    "yes": """
        subscribed subscribe optin optedin accepted granted active
        angemeldet abonniert eingewilligt zugestimmt aktiv inscrit inscrite abonne abonnee actif
        suscrito suscrita inscrito inscrita activo activa iscritto iscritta attivo attiva ingeschreven aangemeld
        geabonneerd actief ativo zapisany zapisana aktywny tilmeldt paameldt pameldt
        """,
    "no": """
        unsubscribed unsubscribe optout optedout declined withdrawn revoked bounced bounce hardbounce hardbounced
        softbounce softbounced cleaned complained complaint spamcomplaint reportedspam reportedasspam markedasspam spam
        junk suppressed blocked blacklisted blocklisted deleted removed cancelled canceled archived donotcontact
        undeliverable rejected refused plainte baja rebotado odbity
        abgemeldet abbestellt gesperrt geloscht geloescht widerrufen desinscrit desinscrite desabonne desabonnee
        supprime refuse dadodebaja desuscrito cancelado bloqueado eliminado rechazado disiscritto disiscritta cancellato
        afgemeld uitgeschreven geblokkeerd descadastrado wypisany wypisana avregistrerad avprenumererad afmeldt frameldt
        """,
    "neither": """
        neversubscribed notsubscribed nonsubscribed pending unconfirmed notconfirmed notset inactive transactional
        """,
}


def index_words(words_by_saying: dict[str, str]) -> dict[str, str]:
    """What each word says."""
    return {word: says for says, words in words_by_saying.items() for word in words.split()}


ANSWER_SAYS = index_words(ANSWERS)
STATUS_SAYS = index_words(STATUSES)
# Statuses that an order or an account can have as well.
AMBIGUOUS_WORDS = """
    active accepted granted declined withdrawn revoked rejected refused pending inactive transactional notset
    cancelled canceled archived deleted removed blocked junk aktiv gesperrt geloscht geloescht actif supprime refuse
    activo activa cancelado bloqueado eliminado rechazado attivo attiva cancellato actief geblokkeerd ativo aktywny
"""
AMBIGUOUS = {*AMBIGUOUS_WORDS.split()}
WORD = re.compile(r"\w+([ _-]\w+)*")
WHOLE_NUMBER = re.compile(r"([+-]?\d{1,15})[.,]0+")
ZERO_TIME = re.compile(r"0000-00-00([ T]00:00(:00(\.0+)?)?)?Z?")
TIME_LIKE = re.compile(
    r"(?=.*(?<!\d)(19|20)\d\d(?!\d)).*\d[^\w]+\w.*|\d{1,2}[./-]\d{1,2}[./-]\d{2}\b.*|\d{9,13}(\.\d+)?"
)


class Answers:
    """Reads cells. `consent_values`: what values mean that nobody else knows, or that mean something else here."""

    def __init__(self, consent_values: Any) -> None:
        """BulkFailed if they cannot be read."""
        values = consent_values or {}
        if not isinstance(values, dict) or not all(says in SAYINGS for says in values.values()):
            raise BulkFailed(
                'consent_values must say of each value whether it is "yes", "no" or "neither", such as'
                ' {"t": "yes", "Lapsed": "no"}'
            )
        self._named = {normalize(value): str(says) for value, says in values.items()}

    def read(self, value: Any, is_code: bool = False) -> str | None:
        """What a column of consents says: one of SAYINGS; empty if it is blank; None if nobody knows.

        `is_code`: the column has other numbers, too, so that 1 is one of several, and not a yes.
        """
        text = normalize(value)
        if text in self._named:
            return self._named[text]
        if is_blank(text):
            return ""
        if is_code and text in ("0", "1"):
            return None
        word = word_of(text)
        return ANSWER_SAYS.get(word) or STATUS_SAYS.get(word)

    def read_withdrawal(self, value: Any, is_code: bool = False, is_reason: bool = False) -> str | None:
        """What a column of withdrawals says: "yes" if somebody has withdrawn; "no" or empty; None if nobody knows.

        A time is that of a withdrawal. `is_reason`: whether any text is a reason for one.
        """
        text = normalize(value)
        if text in self._named:
            return "yes" if self._named[text] == "yes" else "no"
        if is_blank(text):
            return ""
        if is_code and text in ("0", "1"):
            return None
        word = word_of(text)
        if answer := ANSWER_SAYS.get(word):
            return "yes" if answer == "yes" else "no"
        status = STATUS_SAYS.get(word)
        if status == "no" or TIME_LIKE.fullmatch(text) or (is_reason and "://" not in text) or is_list(text):
            return "yes"
        return "no" if status == "yes" and word not in AMBIGUOUS else None


def normalize(value: Any) -> str:
    """A cell as text in lower case; a number without its decimals if they are zeros, as pandas writes it."""
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        return json.dumps(value).lower()
    text = compose(str(value).strip().casefold())
    number = WHOLE_NUMBER.fullmatch(text)
    return number[1] if number else text


def is_blank(text: str) -> bool:
    return text in BLANKS or ZERO_TIME.fullmatch(text) is not None


def is_list(text: str) -> bool:
    """Whether it is a list of something, such as ["UNSUBSCRIBE"]."""
    return text.startswith("[") and text.endswith("]")


@lru_cache(10_000)  # columns of consents have few values
def word_of(text: str) -> str:
    """The word that a value is; empty if it says more or less than one, as `yes?` and `yes, no` do."""
    return simplify(text) if WORD.fullmatch(text) else ""


def has_codes(values: Iterable[Any]) -> bool:
    """Whether numbers other than 0 and 1 are among the values: then 1 need not be a yes."""
    return any(re.fullmatch(r"-?\d{1,3}", text) and text not in ("0", "1") for text in map(normalize, values))


def speaks_of_consent(value: Any) -> bool:
    """Whether a value tells a column of consents, whatever its header is: unsubscribed, but not yes or cancelled."""
    word = word_of(normalize(value))
    return word in STATUS_SAYS and word not in AMBIGUOUS


def is_status(value: Any) -> bool:
    """Whether a value is a status of people, such as active or bounced, and not merely yes or no."""
    return word_of(normalize(value)) in STATUS_SAYS


def is_answer(value: Any) -> bool:
    return word_of(normalize(value)) in ANSWER_SAYS
