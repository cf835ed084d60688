"""Columns of several email addresses"""

from workbench.bulk.imports.columns import Columns
from workbench.bulk.imports.database import Store
from workbench.bulk.subscriptions.headers import names_email
from workbench.bulk.subscriptions.questions import Doubt, ask

COUNT_DIFFERENT = """
SELECT count(*) FROM (SELECT (SELECT value FROM json_each(cells) WHERE key = ?) AS one,
    (SELECT value FROM json_each(cells) WHERE key = ?) AS other FROM rows WHERE fault IS NULL)
WHERE one LIKE '%_@_%' AND other LIKE '%_@_%' AND lower(trim(one)) != lower(trim(other))
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
        [count] = store.db.execute(COUNT_DIFFERENT, [first, column]).fetchone()
        if count:
            reason = f"has other email addresses than {first}, in {count:,} {'row' if count == 1 else 'rows'}"
            options = [{"mapping": {"email": name}} for name in (first, column)]
            doubts.append(ask(column, reason, [], options))
    return doubts
