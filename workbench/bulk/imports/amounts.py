"""Amounts and currencies as people write them."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from workbench.bulk.errors import RowError
from workbench.bulk.imports.columns import simplify

CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF"
    " CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD"
    " HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD"
    " MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN"
    " PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY"
    " TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
# The currencies whose sign stands beside an amount, the usual one first.
SIGNS = {
    "$": "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BRL JMD BSD BBD BMD BZD FJD GYD KYD LRD NAD SBD SRD TTD",
    "US$": "USD",
    "C$": "CAD NIO",
    "CA$": "CAD",
    "CAN$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "R$": "BRL",
    "S$": "SGD",
    "HK$": "HKD",
    "NT$": "TWD",
    "MX$": "MXN",
    "€": "EUR",
    "£": "GBP EGP LBP SYP GIP FKP SHP",
    "₹": "INR",
    "Rs.": "INR PKR LKR NPR MUR",
    "₺": "TRY",
    "TL": "TRY",
    "₽": "RUB",
    "₪": "ILS",
    "₩": "KRW KPW",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₴": "UAH",
    "₦": "NGN",
    "₲": "PYG",
    "₡": "CRC",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "lei": "RON",
    "лв": "BGN",
    "лв.": "BGN",
    "руб": "RUB",
    "руб.": "RUB",
    "Fr.": "CHF",
    "SFr.": "CHF",
    "RM": "MYR",
    "Rp": "IDR",
    "S/": "PEN",
    "元": "CNY",
    "円": "JPY",
    "원": "KRW",
    "¥": "JPY CNY",
    "kr": "SEK NOK DKK ISK",
    "kr.": "DKK SEK NOK ISK",
}
AMBIGUOUS_SIGNS = ("¥", "kr", "kr.")  # by themselves, they are of no currency
# The names of each currency, as `simplify` returns them.
NAMES = {
    "EUR": "euro euros",
    "USD": "usdollar usdollars dollar dollars unitedstatesdollar americandollar usdollaramericain"
    " dolar dolares dolaresestadounidenses",
    "GBP": "pound pounds poundsterling britishpound sterling pfund livresterling libraesterlina",
    "CHF": "swissfranc swissfrancs franken schweizerfranken francsuisse francssuisses francosuizo sfr fr",
    "CAD": "canadiandollar canadiandollars",
    "AUD": "australiandollar australiandollars",
    "NZD": "newzealanddollar",
    "JPY": "yen japaneseyen",
    "CNY": "yuan renminbi rmb chineseyuan",
    "INR": "rupee rupees indianrupee",
    "PLN": "zloty złoty zlotych złotych polishzloty",
    "CZK": "koruna czechkoruna",
    "SEK": "swedishkrona svenskkrona schwedischekrone",
    "NOK": "norwegiankrone norskkrone norwegischekrone",
    "DKK": "danishkrone danskkrone danischekrone",
    "BRL": "real reais brazilianreal",
    "MXN": "mexicanpeso pesomexicano",
    "TRY": "turkishlira turklirasi",
    "ILS": "shekel newshekel",
    "RUB": "ruble rouble russianruble",
    "ZAR": "rand southafricanrand",
    "KRW": "won koreanwon",
    "HUF": "forint",
    "RON": "leu lei",
    "SGD": "singaporedollar",
    "HKD": "hongkongdollar",
}
CODES_BY_NAME = {name: code for code, names in NAMES.items() for name in names.split()}
DECIMALS = {"comma": ",", "point": "."}  # the values of the option decimal
SIMPLE_NUMBER = re.compile(r"\d{1,300}(\.\d{1,2})?")
SCIENTIFIC = re.compile(r"[+-]?\d{1,40}(\.\d{1,40})?[eE][+-]?\d{1,2}")
SIGN = r"([^\d\s.,'’+-]{0,4}\.?)"
AMOUNT = re.compile(rf"{SIGN}\s*([+-]?)\s*{SIGN}\s*(\d[\d.,\s'’]*)\s*{SIGN}")
AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1.234 is 1234, or a little more than one


@dataclass
class Amounts:
    """Reads amounts. `decimal`: "comma" or "point", None if the text has to tell. `semicolons`: they separate the file.

    `marks`: what is before the decimals of values that can be read in one way only.
    """

    note: Callable[[str], None]
    decimal: str | None = None
    semicolons: bool = False
    marks: set[str] = field(default_factory=set)

    def parse(self, value: Any) -> tuple[float, str]:
        """A number, and the sign or code of the currency that stands beside it. RowError if it is none."""
        if not self.decimal and isinstance(value, str) and SIMPLE_NUMBER.fullmatch(value):
            return float(value), ""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return finite(value), ""
        if isinstance(value, str) and SCIENTIFIC.fullmatch(value):
            return finite(value), ""
        match = AMOUNT.fullmatch(value) if isinstance(value, str) else None
        sign = match[1] + match[3] + match[5] if match else ""
        if not match or (sign and not currencies_of(sign)):
            raise RowError(f"value is not a number: {value!s:.40}")
        number = self.number(match[4].strip(), value)
        return -number if match[2] == "-" else number, sign

    def number(self, text: str, value: str) -> float:
        """1234.5 of 1234.50, 1,234.50, 1.234,50, 1 234,50 or 1'234.50. `value`: for the error."""
        digits = re.sub(r"(?<=\d)[\s'’](?=\d{3}(?!\d))", "", text)
        marks = re.findall("[.,]", digits)
        mark = DECIMALS.get(self.decimal or "", "")
        if not mark and AMBIGUOUS.fullmatch(digits):
            mark = "," if self.semicolons else "."
            if (self.semicolons and marks == ["."]) or self.marks - {mark}:
                raise RowError(f"value can be two numbers; the option decimal, comma or point, says which: {value:.40}")
        elif not mark:
            mark = "." if not marks or (marks[-1] == ".") == (marks.count(marks[-1]) == 1) else ","
        group = "," if mark == "." else "."
        if not re.fullmatch(rf"(\d+|\d{{1,3}}(\{group}\d{{3}})+)(\{mark}\d+)?", digits):
            raise RowError(f"value is not a number: {value:.40}")
        if mark == "," and mark in digits:
            self.note("value: decimal comma")
        if len(digits) < len(text) or group in digits:
            self.note("value: thousands separators removed")
        return finite(digits.replace(group, "").replace(",", "."))

    def learn_marks(self, values: Iterable[Any]) -> None:
        """Find out from a column what stands before the decimals: 9,99 and 1.234.567 can be read in one way only."""
        for value in values:
            if not isinstance(value, str) or not {mark for mark in ".," if mark in value} - self.marks:
                continue  # it tells nothing new
            digits = re.sub(r"[^\d.,]", "", value)
            *_, last = ["", *re.findall("[.,]", digits)]
            if last and digits.count(last) > 1:
                self.marks.add(",."[last == ","])
            elif last and not AMBIGUOUS.fullmatch(digits):
                self.marks.add(last)


def finite(number: Any) -> float:
    """RowError if it is infinite, or no number, or larger than any amount."""
    try:
        converted = float(number)
    except OverflowError:
        converted = math.inf
    if not abs(converted) < 1e300:
        raise RowError(f"value is not a number that JSON can hold: {number!s:.40}")
    return converted


def currencies_of(sign: str) -> list[str]:
    """The codes of the currencies that a sign, a code or a name stands for, the usual one first."""
    if re.fullmatch("[A-Z]{3}", sign) and sign in CODES:
        return [sign]
    name = simplify(sign)
    return SIGNS[sign].split() if sign in SIGNS else [CODES_BY_NAME[name]] if name in CODES_BY_NAME else []


def usual_currency(sign: str) -> str:
    """The code of the currency that a sign beside an amount means; empty if that can be several."""
    return "" if not sign or sign in AMBIGUOUS_SIGNS else currencies_of(sign)[0]


def contradicts(value: str, currency: str) -> bool:
    """Whether an amount has the sign of another currency than the one that stands beside it."""
    match = AMOUNT.fullmatch(value)
    codes = currencies_of(match[1] + match[3] + match[5]) if match else ()
    try:
        return bool(codes) and currency_of(currency) not in codes
    except RowError:
        return False


@lru_cache(1000)
def currency_of(text: str) -> str:
    """The code of what stands in a column of currencies: EUR, eur, €, Euro, or several of them, such as Euro (€).

    RowError if it is no currency, or can be several.
    """
    if re.fullmatch("[A-Za-z]{3}", text):
        return text.upper()
    parts = [text] if currencies_of(text) else re.split(r"[\s()\[\],;:/–-]+", text)
    readings = [codes for part in parts if (codes := currencies_of(part))]
    possible = [code for code in readings[0] if all(code in codes for codes in readings)] if readings else []
    if not possible or text in AMBIGUOUS_SIGNS:
        reason = "can be several currencies" if possible else "is no currency"
        raise RowError(f"value_currency {reason}; write its code, such as EUR: {text:.40}")
    return possible[0]
