"""The columns of a source: which one holds which field."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.bulk.arguments import text_list
from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.rows import Cells, open_text
from workbench.bulk.text import compose, join_names

# The headers by which a column is recognized, as `simplify` returns them; the first wins. They are those of
# Shopify, WooCommerce, BigCommerce, Magento, Mailchimp, Stripe, Square, ActiveCampaign and Klaviyo, in English, German,
# French and Spanish.
PROFILE_HEADERS = {
    "email": "email email2 emailaddress customeremail useremail mail contactemail subscriberemail emailadresse"
    " mailadresse adresseemail adressedemessagerie courriel correoelectronico correo direcciondecorreoelectronico",
    "phone_number": "phonenumber phone mobile mobilephone cell telefon telefonnummer handy telephone portable telefono"
    " handynummer mobilnummer movil numerodetelephone numerodetelefono smsphonenumber",
    "external_id": "externalid customerid userid profileid kundennummer kundenid clientid numeroclient idcliente",
    "anonymous_id": "anonymousid",
    "first_name": "firstname givenname fname vorname prenom nombre",
    "last_name": "lastname surname familyname lname nachname nomdefamille nom apellido apellidos",
    "organization": "organization organisation company companyname firma unternehmen societe entreprise empresa",
    "title": "title jobtitle",
    "image": "image imageurl avatar picture",
    "locale": "locale language lang sprache langue idioma",
    "address1": "address1 address street addressline1 streetaddress streetaddress1 adresse1 adresse strasse rue"
    " direccion1 direccion calle",
    "address2": "address2 addressline2 streetaddress2 adresse2 adresszusatz direccion2",
    "city": "city town suburb stadt ort ville ciudad",
    "region": "region state province provincecode statecode stateprovince stateregion bundesland kanton provincia",
    "country": "country countrycode countryid countryregion land pays pais",
    "zip": "zip zipcode postcode postalcode zippostalcode plz postleitzahl codepostal codigopostal",
    "timezone": "timezone tz zeitzone fuseauhoraire zonahoraria",
    "latitude": "latitude lat",
    "longitude": "longitude lon lng long",
}
PREFIXES = (
    "",
    "customer",
    "billing",
    "defaultaddress",
    "address",
    "contact",
    "rechnungs",
    "facturation",
    "facturacion",
)
IDENTIFIERS = ("email", "phone_number", "external_id", "anonymous_id")


@dataclass
class Columns:
    """The columns that hold each field, in order. `named`: fields whose column `mapping` names. `items`: columns of an
    order's items. `known`: all columns. `chosen`: the names of the properties that columns become, None for all columns
    that no field takes. `types`: of columns, as the option says."""

    by_field: dict[str, list[str]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    items: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    chosen: dict[str, str] | None = None
    types: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.used = {columns[0] for columns in self.by_field.values()}  # the others are properties

    def drop(self, name: str) -> None:
        """Make the column of a field a property."""
        self.used -= {*self.by_field.pop(name, [])[:1]}

    def use(self, name: str, *columns: str) -> None:
        """Take columns for a field in place of those it has: the first, and what else holds it. None if it is empty."""
        if not any(columns):
            self.drop(name)
            return
        self.used -= {*self.by_field.get(name, [])[:1]}
        self.by_field[name] = [*columns]
        self.used.add(columns[0])

    def values(self, cells: Cells) -> Cells:
        """The cells by field. An object in a column that was only recognized by its header stays a property."""
        fields = {name: cells[columns[0]] for name, columns in self.by_field.items() if columns[0] in cells}
        for name in [
            name for name, value in fields.items() if isinstance(value, (dict, list)) and name not in self.named
        ]:
            del fields[name]
        return fields

    def properties(self, cells: Cells) -> Cells:
        """The cells that are in no field. What is in an object `properties`, as in Klaviyo, is a property itself."""
        others = {
            name: value for name, value in cells.items() if name not in self.used or isinstance(value, (dict, list))
        }
        if self.chosen is not None:
            made = {name: value for name, value in others.items() if name not in self.known}  # the items of an order
            others = {name: cells[column] for column, name in self.chosen.items() if column in cells} | made
        own = others.pop("properties") if isinstance(others.get("properties"), dict) else {}
        return {**own, **others}

    def choose_properties(self, properties: dict[str, str] | None) -> None:
        """Let these columns become properties, under these names, and no others. BulkFailed if there is none of one."""
        for column in properties or ():
            if column not in self.known:
                raise BulkFailed(f'properties: there is no column "{column}"; the columns are {", ".join(self.known)}')
        self.chosen = properties

    def items_of(self, cells: Cells) -> Cells:
        """What a row says of an item of an order, under the names of properties."""
        names = self.items if self.chosen is None else [name for name in self.items if name in self.chosen]
        return {(self.chosen or {}).get(name, name): cells[name] for name in names if name in cells}

    def field_of(self, column: str, others: str) -> str | None:
        """Where a column is sent: a field, a property, or in items; None if it is not sent. `others`: as in Records."""
        names = [name for name, columns in self.by_field.items() if columns[0] == column]
        if names:
            return names[0]
        if others != "properties" or (self.chosen is not None and column not in self.chosen):
            return None
        return "items" if column in self.items else f"properties.{(self.chosen or {}).get(column, column)}"

    def describe(self) -> list[str]:
        """Lines for the log."""
        lines = []
        for name, columns in self.by_field.items():
            several = (
                f"columns {join_names(columns)}" if len(columns) > 1 and name != "email" else f"column {columns[0]}"
            )
            lines.append(f"{name} ← {several}")
        first, *others = self.by_field.get("email", [""])
        if others:
            lines.append(f"email ← column {', '.join(others)} where {first} is empty")
        return lines


def simplify(header: str) -> str:
    """Letters and digits alone, without accents: Téléphone is telephone."""
    text = header.casefold()
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]", "", text)


@cache
def is_postal_code(column: str) -> bool:
    """Whether a header says that the column holds postal codes: Zip, Billing Postcode, Code postal."""
    return simplify(column).endswith(tuple(PROFILE_HEADERS["zip"].split()))


def match_columns(columns: list[str], headers: dict[str, str], mapping: dict[str, str]) -> Columns:
    """The columns of each field: as `mapping` says, else as the headers tell. BulkFailed if none identifies."""
    faults = [f"{name} is not one of {', '.join(headers)}" for name in mapping if name not in headers]
    faults += [
        f'there is no column "{column}"; the columns are {", ".join(columns)}'
        for column in mapping.values()
        if column and column not in columns
    ]
    if faults:
        raise BulkFailed("mapping: " + "; ".join(faults))
    by_field = {name: [column] for name, column in mapping.items() if column}
    free: dict[str, list[str]] = {}
    for column in columns:
        if column not in mapping.values():
            free.setdefault(simplify(column), []).append(column)
    for name, known in headers.items():
        prefixes = PREFIXES if name in PROFILE_HEADERS else ("",)
        words = [prefix + word for prefix in prefixes for word in known.split()]
        words += [f"{word}billing" for word in known.split() if name in PROFILE_HEADERS]  # Email (Billing)
        candidates = list(dict.fromkeys(column for word in words for column in free.get(word, ())))
        if candidates and name not in mapping:
            by_field[name] = candidates if name == "email" else candidates[:1]
            free[simplify(candidates[0])].remove(candidates[0])
    if not any(name in by_field for name in IDENTIFIERS if name in headers):
        identifiers = ", ".join(name for name in IDENTIFIERS if name in headers)
        raise BulkFailed(f"no column identifies a profile ({identifiers}); the columns are {', '.join(columns)}")
    return Columns({name: by_field[name] for name in headers if name in by_field}, {*mapping}, known=columns)


def check_properties(value: Any) -> dict[str, str] | None:
    """The option `properties`: the name of the property that each column becomes; None for all columns.

    BulkFailed if it is none: a list of columns, an object of columns by the names of properties, or "none".
    """
    if not value:
        return None
    if isinstance(value, dict):
        columns = {compose(str(column)): str(name).strip() for name, column in value.items()}
        if len(columns) < len(value) or not all(columns) or not all(columns.values()):
            raise BulkFailed("properties must say for each property which column it is, and each column once")
        return columns
    names = text_list("properties", value)
    return {} if names == ["none"] else {name: name for name in names}


def find_header(path: Path, headers: dict[str, str]) -> int | None:
    """The line that looks most like the header of a CSV file; None if none of the first does."""
    words = {word for known in headers.values() for word in known.split()}
    with open_text(path) as file:
        lines = [re.split(r"[,;|\t]", line) for line in islice(file, 20)]
    known = [sum(simplify(cell) in words for cell in cells) for cells in lines]
    return known.index(max(known)) + 1 if max(known) > 1 else None
