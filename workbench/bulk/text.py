"""Texts as JSON, as bytes and as hashes."""

import hashlib
import json
import unicodedata


def digest(text: str) -> str:
    return hashlib.sha256(encode(text)).hexdigest()[:32]


def short_digest(text: str) -> int:
    """64 bits, signed as SQLite has them."""
    return int.from_bytes(hashlib.blake2b(encode(text), digest_size=8).digest(), "big", signed=True)


compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes its JSON escape."""
    return text.encode(errors="backslashreplace")


def compose(text: str) -> str:
    """A text in Unicode's composed form (NFC), in which an accented letter has one spelling."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold_identifier(name: str, value: str) -> str:
    """An identifier as it is compared: emails without case, and all of them however accented letters are spelled."""
    text = compose(value)
    return text.lower() if name == "email" else text


def storable(text: str) -> tuple[str, int]:
    """A text without lone surrogates, and its length in bytes."""
    if text.isascii():
        return text, len(text)
    data = encode(text)
    return data.decode(), len(data)


def plural(count: int, noun: str) -> str:
    """Return `1 value` or `2 values`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def join_names(names: list[str]) -> str:
    """Return `Email`, `Email and Phone` or `Email, Phone and ID`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def end_sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends like a sentence."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
