"""The account that a run belongs to."""

from workbench.bulk.client import RATES, Client, inside, json_of, objects_of
from workbench.bulk.errors import BulkFailed
from workbench.bulk.text import end_sentence


def identify_account(authorization: str, revision: str) -> str:
    """Return what tells the account from others in every run: the API key, or for an access token the account's ID.

    An access token is another one every hour; Klaviyo says whose it is. Raises BulkFailed if it does not.
    """
    if not authorization.startswith("Bearer "):
        return authorization.removeprefix("Klaviyo-API-Key ")
    with Client(authorization, revision, RATES) as client:
        response, _ = client.request("GET", "/api/accounts?fields[account]=locale", endpoint="account")
        if response is None:
            raise BulkFailed(f"{end_sentence(client.stopped)} Nothing was sent", temporary=client.temporary)
        accounts = objects_of(response, "data")
        identifier = inside(accounts[0], "id") if accounts else inside(json_of(response), "data", "id")
        if response.status_code != 200 or not isinstance(identifier, str):
            raise BulkFailed(f"the account of the token cannot be read: {client.quote(response)}. Nothing was sent")
    return identifier
