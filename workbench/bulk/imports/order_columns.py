"""The columns that number orders, and those that hold their items."""

import re

from workbench.bulk.imports.columns import simplify

ORDER_WORDS = (
    "order|bestell(?:ungs?)?|auftrags?|commande|pedido|orden|encomenda|ordine|ordre|bestelling|bestel|comanda"
    "|comenzi|zamowienia|zamowienie|objednavky|objednavka|rendeles|rendelesi|siparis|tilaus|tilauksen|narudzbe|narudzba"
    "|заказ|заказа|замовлення|παραγγελιας|παραγγελια|订单|訂單|注文|주문"
)
NUMBER_WORDS = (
    "number|numb|nbr|num|nr|no|n|id|ids|identifier|reference|refno|refnr|ref|name|code|key|uuid|guid|nummer|nr|numero"
    "|numer|cislo|szam|numar|numarasi|numara|kodu|numru|referencia|riferimento|referenz|kennung|identifiant"
    "|identificador|identificativo|codigo|codice|codekey|номер|αριθμος|编号|編號|号|號|番号|번호"
)
SHOP_WORDS = (
    "sales|shop|store|web|online|shopify|woocommerce|magento|amazon|ebay|etsy|purchase|original|external|internal"
    "|customer|client|main|parent|your|our"
)
LINK_WORDS = "of|the|de|du|la|del|dela|do|da|della|dell|der|des|di|d|s"
# The number of an order, as `simplify` returns it: Order Number, order_no, Order #, Bestell-Nr., N° de commande.
ORDER_NUMBER = re.compile(
    rf"(?:{SHOP_WORDS})*(?:{ORDER_WORDS})(?:{LINK_WORDS})?(?:{NUMBER_WORDS}){{1,2}}(?:{SHOP_WORDS})?"
    rf"|(?:{NUMBER_WORDS})(?:{LINK_WORDS})*(?:{ORDER_WORDS})|po(?:{NUMBER_WORDS})|incrementid"
    "|(?:sales)?order|bestellung|auftrag|commande|pedido|orden|ordine|bestelling|zamowienie|订单|訂單|注文"
)
ORDER_ID = re.compile(rf"(?:{SHOP_WORDS})*orders?id|incrementid|idorder")
# What else numbers an event: Transaction ID, Payment Reference, Invoice No.
EVENT_WORDS = (
    "transaction|payment|charge|invoice|receipt|refund|event|entry|record|row|ticket|booking|reservation|checkout|cart"
    "|activity|message|sale|purchase|rechnungs?|zahlungs?|beleg|vorgangs?|buchungs?|transaktions?|facture|paiement"
    "|transaccion|pago|factura|recibo|fattura|pagamento|pagamenti|transazione"
)
EVENT_NUMBER = re.compile(
    rf"(?:{EVENT_WORDS})(?:{LINK_WORDS})?(?:{NUMBER_WORDS}){{1,2}}|(?:{NUMBER_WORDS})(?:{LINK_WORDS})*(?:{EVENT_WORDS})|id|uuid|guid|uniqueid"
)
ITEM = re.compile(
    r"lineitem|item(?!s$|scount|count|subtotal|total)|product(?!s$|details$)|sku|variant|vendor|quantity|qty$"
    r"|unitprice|price$|barcode|artikel|produkt|menge|article|produit|quantite|articulo|producto|cantidad"
)


def is_item_column(column: str) -> bool:
    """Whether a header says that the column describes an item of an order."""
    return ITEM.match(simplify(column)) is not None


def is_order_number(column: str) -> bool:
    return ORDER_NUMBER.fullmatch(simplify_number(column)) is not None


def simplify_number(header: str) -> str:
    """As `simplify` returns it, with the sign # as a word: Invoice #, Order number (shop)."""
    return simplify(header.replace("#", " number "))


def order_numbers(columns: list[str]) -> list[str]:
    """The columns that may hold the number of an order, the most likely first."""
    numbers = [column for column in columns if is_order_number(column)]
    if any(simplify(column).startswith("lineitem") for column in columns):  # Shopify's layout
        numbers += [column for column in columns if simplify(column) == "name"]
    return sorted(numbers, key=lambda column: not ORDER_ID.fullmatch(simplify(column)))


def event_numbers(columns: list[str]) -> list[str]:
    """The columns that may be the unique_id of an event, the most likely first."""
    explicit = [column for column in columns if simplify(column) in ("uniqueid", "eventid")]
    orders = [column for column in order_numbers(columns) if simplify(column) != "name"]
    others = [
        column for column in columns if EVENT_NUMBER.fullmatch(simplify_number(column)) and not is_item_column(column)
    ]
    others.sort(key=lambda column: simplify(column) != "id")
    return list(dict.fromkeys([*explicit, *orders, *others]))
