"""Columns of several email addresses"""

from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.database import Store
from workbench.bulk.subscriptions.headers import names_email
from workbench.bulk.subscriptions.questions import MAX_VALUES, Doubt, ask

DIFFERENT = """
SELECT one || ' beside ' || other, count(*) FROM (SELECT (SELECT value FROM json_each(cells) WHERE key = ?) AS one,
    (SELECT value FROM json_each(cells) WHERE key = ?) AS other FROM rows WHERE fault IS NULL)
WHERE one LIKE '%_@_%' AND other LIKE '%_@_%' AND lower(trim(one)) != lower(trim(other))
GROUP BY one, other ORDER BY count(*) DESC
"""


def doubt_address(store: Store, columns: Columns, mapping: dict[str, str]) -> list[Doubt]:
    """Ask for which address the consents are, if two columns have one and differ in a row."""
    if "email" in mapping or "email" not in columns.by_field:
        return []
    first = columns.by_field["email"][0]
    doubts = []
    for column in store.columns:
        if column == first or mapping.get(column) == "" or not names_email(column):
            continue
        cursor = store.db.execute(DIFFERENT, [first, column])
        if different := cursor.fetchmany(MAX_VALUES):
            options = [{"mapping": {"email": name}} for name in (first, column)]
            doubts.append(ask(column, f"has other email addresses than {first}", different, options))
    return doubts
