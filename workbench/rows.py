"""`python -m workbench.rows 1000000 > orders.csv`: orders as a shop exports them; the same seed, the same rows."""

import csv
import random
import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

PRODUCTS = [("TEA-EARL-100", "Earl Grey, 100 g", 12.5), ("TEA-MINT-50", "Moroccan mint, 50 g", 9.0)]
PRODUCTS += [("COF-ETHI-250", "Coffee from Ethiopia, 250 g", 16.9), ("POT-GLASS-1", "Glass teapot", 48.0)]
CITIES = [("Zürich", "CH", "CHF"), ("Lyon", "FR", "EUR"), ("Kraków", "PL", "PLN"), ("Portland", "US", "USD")]
COLUMNS = [
    "Name",
    "Email",
    "Phone",
    "Created at",
    "Total",
    "Currency",
    "Lineitem sku",
    "Lineitem name",
    "City",
    "Country",
]


def command(
    count: Annotated[int, typer.Argument(help="How many rows.")],
    seed: Annotated[int, typer.Option(help="Makes other rows.")] = 0,
) -> None:
    """Write a CSV file of orders over two years to stdout, with a tenth as many customers as orders."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    start = datetime(2024, 11, 1, tzinfo=UTC)
    for number in range(1, count + 1):
        customer = chance.randrange(max(1, count // 10))
        city, country, currency = CITIES[customer % len(CITIES)]
        sku, name, price = chance.choice(PRODUCTS)
        time = start + timedelta(minutes=number * 1_000_000 / count)
        writer.writerow(
            [
                f"#{100_000 + number}",
                f"customer{customer}@example.com",
                f"+1202555{customer % 10_000:04}" if customer % 3 == 0 else "",
                time.strftime("%Y-%m-%d %H:%M:%S +0000"),
                f"{price * chance.randrange(1, 4):.2f}",
                currency,
                sku,
                name,
                city,
                country,
            ]
        )


if __name__ == "__main__":
    typer.run(command)
