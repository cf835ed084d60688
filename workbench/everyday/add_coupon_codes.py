# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Add Coupon Codes: add unique codes to a coupon

Adds up to 1,000 codes, each of which Klaviyo gives to one person, to a coupon that exists. Klaviyo does it in a job,
which takes some seconds; the answer has its ID.

Scopes: coupon-codes:write, coupons:read.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.errors import InvalidInput
from workbench.everyday.arguments import (
    ACCOUNT,
    DATE_TIME,
    NAME_OR_ID,
    TEXT,
    argument_fault,
    check_arguments,
    report_by_argument,
)
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.names import COUPONS, Choice, find_named, list_choices
from workbench.everyday.operations import (
    BulkCreateCouponCodesBody,
    CouponCode,
    CouponCodeAttributes,
    CouponCodeRelationships,
    bulk_create_coupon_codes,
    klaviyo,
)

DynSelect_coupon = str


def main(auth: klaviyo, coupon: DynSelect_coupon, codes: list[str], expires_at: str | None = None) -> AddedCodes:
    """Return the job that Klaviyo has started.

    Args:
        auth: Klaviyo resource with a private API key.
        coupon: Coupon that the codes belong to, by ID. A text.
        codes: The codes, each different.
        expires_at: When the codes expire; in a year if empty.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments({"auth": auth, "coupon": coupon, "codes": codes, "expires_at": expires_at}, Arguments)
    refuse_repeated(codes)
    chosen = find_named(auth, coupon, COUPONS, "coupon")
    entries = [entry_of(code, chosen.id, arguments.get("expires_at")) for code in codes]
    body: BulkCreateCouponCodesBody = {
        "data": {"type": "coupon-code-bulk-create-job", "attributes": {"coupon-codes": {"data": entries}}}
    }
    with report_by_argument({"/body/data/attributes/coupon-codes/data": "/codes"}):
        job = bulk_create_coupon_codes(auth, body)["data"]
    return AddedCodes(
        id=job["id"],
        coupon=chosen.id,
        status=(job.get("attributes") or {}).get("status") or "queued",
        codes=codes,
        expires_at=arguments.get("expires_at"),
    )


def coupon(auth: klaviyo, filterText: str | None = None) -> list[Choice]:  # noqa: N803  # as Windmill calls it
    """Return what the picker offers."""
    return list_choices(auth, filterText, COUPONS)


def entry_of(code: str, coupon_id: str, expires_at: str | None) -> CouponCode:
    attributes: CouponCodeAttributes = {"unique_code": code}
    if expires_at:
        attributes["expires_at"] = expires_at
    relationships: CouponCodeRelationships = {"coupon": {"data": {"type": "coupon", "id": coupon_id}}}
    return {"type": "coupon-code", "attributes": attributes, "relationships": relationships}


def refuse_repeated(codes: list[str]) -> None:
    """Raise InvalidInput if a code is there twice."""
    first = {code: position for position, code in reversed(list(enumerate(codes)))}
    faults = [
        argument_fault(("codes", position), f"another code than that at /codes/{first[code]}", code)
        for position, code in enumerate(codes)
        if first[code] != position
    ]
    if faults:
        raise InvalidInput(faults)


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    coupon: Annotated[str | dict[str, Any], NAME_OR_ID]
    codes: Annotated[list[Annotated[str, TEXT]], {"minItems": 1, "maxItems": 1000}]
    expires_at: NotRequired[Annotated[str, DATE_TIME]]


class AddedCodes(TypedDict):
    id: str
    coupon: str
    status: str
    codes: list[str]
    expires_at: str | None


if __name__ == "__main__":
    run_by_hand(main)
