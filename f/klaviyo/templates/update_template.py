# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Template: PATCH /api/templates/{id}

Updates the name, HTML, plain text, AMP or definition of a template and returns it. Omitted attributes stay unchanged.
The editor type cannot be changed.

Rate: 75/s burst, 750/m steady. Scopes: templates:write.
Reference: https://developers.klaviyo.com/en/reference/update_template
Generated from Klaviyo's API description, revision 2026-10-15. A copy may be changed freely.
"""

import json
import re
import reprlib
import sys
import time
import typing
from collections.abc import Iterator
from contextlib import suppress
from difflib import SequenceMatcher, get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import create

API = "https://a.klaviyo.com"
REVISION = "2026-10-15"  # of Klaviyo's API, unless main gets another one
RETRY_STATUSES: set[int | None] = {429}  # only 429: Klaviyo did not process the request


# Windmill makes a class in main's signature a resource type of that name: hence lower case here, and quotes at "Body".
class klaviyo(TypedDict, total=False):  # one of the two
    apiKey: str
    token: str


def main(
    auth: klaviyo,
    revision: str | None,
    id: str,
    body: "Body",
    additional_fields_template: list[str] | None = None,
    fields_template: list[str] | None = None,
) -> dict[str, Any] | None:
    """Return `data`, the template with the attributes name, editor_type, html, text, amp, created, updated,
    screenshot_url, definition.

    Args:
        auth: Klaviyo resource with an API key or access token (scope templates:write).
        revision: API revision, a date.
        id: ID of the template, such as RmQ5xJ.
        body: Request body: a JSON:API document with the resource, or references to resources, in data.
        additional_fields_template: Fields of each template that are returned only on request.
        fields_template: Fields to return for each template.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    revision = REVISION if is_blank(revision) else revision
    body = drop_empty_objects(body, SCHEMA["properties"]["body"], set(), resolve=meant_member)
    payload = validate(locals(), VALIDATOR)["body"]  # the arguments: main has no other variables yet
    if faults := [*find_id_mismatch(body, id)]:
        raise InvalidInput(faults)
    return send(
        "PATCH",
        f"{API}/api/templates/{quote(id, safe='')}",
        RETRY_STATUSES,
        headers={
            "Authorization": authorization(auth),
            "revision": revision,
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
        },
        params=query_params(
            {"additional-fields[template]": additional_fields_template, "fields[template]": fields_template}
        ),
        data=payload,
    )


class Arguments(TypedDict):
    auth: Annotated[Any, {"format": "account"}]
    revision: NotRequired[Annotated[str, {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$"}]]
    id: Annotated[str, {"pattern": r"^(?!\s*$|\.{1,2}$)"}]
    body: "Body"
    additional_fields_template: NotRequired[list[Literal["definition"]]]
    fields_template: NotRequired["list[FieldsTemplate]"]


class Body(TypedDict):
    data: "Template"


class Template(TypedDict):
    type: Literal["template"]
    id: Annotated[str, {"pattern": r"\S"}]
    attributes: "TemplateAttributes"


class TemplateAttributes(TypedDict, total=False):
    name: str | None
    html: str | None
    definition: "Definition | None"
    text: str | None
    amp: str | None


class Definition(TypedDict):
    body: "DefinitionBody"
    styles: "list[Style]"
    id: NotRequired[str | None]
    template_id: NotRequired[str | None]


class DefinitionBody(TypedDict):
    properties: "Properties"
    styles: "Styles"
    id: NotRequired[str | None]
    sections: NotRequired["list[Section] | None"]


class Properties(TypedDict, total=False):
    id: str | None
    css_class: str | None


class Styles(TypedDict, total=False):
    background_color: str | None
    width: int | None


class Section(TypedDict):
    content_type: Literal["section"]
    type: Literal["section"]
    data: "Data"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    rows: NotRequired["list[Row] | None"]


class Data(TypedDict):
    properties: "SectionProperties"
    display_options: "DisplayOptions"
    styles: "SectionStyles"


class SectionProperties(TypedDict, total=False):
    is_ai_generated: bool | None
    is_prebuilt_content: bool | None


class DisplayOptions(TypedDict, total=False):
    show_on: Literal["all", "desktop", "mobile", None]
    content_repeat: "ContentRepeatV1 | None"
    visibility: "Visibility | None"
    layout_type: str | None
    layout_config: dict[str, Any] | None


class ContentRepeatV1(TypedDict):
    repeat_for: str
    item_alias: str


class Visibility(TypedDict, total=False):
    check: str | None
    definition: str | None
    is_code_only: bool | None


class SectionStyles(TypedDict, total=False):
    background_asset_id: str | None
    background_color: str | None
    background_format: Literal["auto", "contain", "cover", "initial", "repeat", None]
    background_image_full_width: bool | None
    background_position: "BackgroundPosition"
    background_repeat: bool | None
    background_url: str | None
    border_color: str | None
    border_style: "BorderStyle"
    border_width: int | None
    column_align: Literal["baseline", "bottom", "middle", "top", None]
    column_direction: Literal["ltr", "no-stack", "rtl", None]
    content_color: str | None
    content_color_type: Literal["none", "section", "template", None]
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    stack_on_mobile: bool | None


BackgroundPosition = Literal[
    "center-bottom", "center-center", "center-top", "left-bottom", "left-center", "left-top", "right-bottom",
    "right-center", "right-top", None
]  # fmt: skip
BorderStyle = Literal[
    "dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid", None
]  # fmt: skip


class Row(TypedDict):
    data: "RowData"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    columns: NotRequired["list[Column] | None"]


ColumnLayout = Literal[
    "1-column-full-width", "2-columns-25%-75%", "2-columns-33%-67%", "2-columns-67%-33%", "2-columns-75%-25%",
    "2-columns-equal-width", "3-columns-25%-25%-50%", "3-columns-25%-50%-25%", "3-columns-50%-25%-25%",
    "3-columns-equal-width", "4-columns-equal-width", None
]  # fmt: skip


class Column(TypedDict, total=False):
    id: str | None
    data_id: str | None
    data: Annotated[dict[str, Any] | None, {"maxProperties": 0}]
    blocks: "list[Block] | None"


class Button(TypedDict):
    content_type: Literal["block"]
    type: Literal["button"]
    data: "ButtonBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class ButtonBlockData(TypedDict):
    content: str | None
    properties: "ButtonBlockProperties"
    display_options: "DisplayOptions"
    styles: "ButtonBlockStyles"


class ButtonBlockStyles(TypedDict, total=False):
    background_color: str | None
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    border_color: str | None
    border_radius: int | None
    border_style: "BorderStyle"
    border_width: int | None
    color: str | None
    drop_shadow_color: str | None
    font_family: str | None
    font_size: int | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    letter_spacing: int | None
    mobile_stretch_content: bool | None
    stretch: bool | None
    text_align: Literal["center", "left", "right", None]
    text_decoration: str | None


class Coupon(TypedDict):
    content_type: Literal["block"]
    type: Literal["coupon"]
    data: "CouponBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class CouponBlockData(TypedDict):
    content: str
    properties: "CouponBlockProperties"
    display_options: "DisplayOptions"
    styles: "CouponBlockStyles"


class CouponBlockProperties(TypedDict, total=False):
    coupon_id: str | None
    coupon: str | None
    header_enabled: bool | None
    href: str | None


class CouponBlockStyles(TypedDict, total=False):
    background_color: str | None
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    border_color: str | None
    border_radius: int | None
    border_style: "BorderStyle"
    border_width: int | None
    color: str | None
    font_family: str | None
    font_size: int | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    header_font_family: str | None
    header_font_size: int | None
    header_padding_bottom: int | None
    header_padding_left: int | None
    header_padding_right: int | None
    header_padding_top: int | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    letter_spacing: int | None
    mobile_stretch_content: bool | None
    stretch: bool | None
    text_align: Literal["center", "left", "right", None]
    text_decoration: str | None


class DropShadow(TypedDict):
    content_type: Literal["block"]
    type: Literal["drop_shadow"]
    data: "DropShadowBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class DropShadowBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "DropShadowBlockStyles"


class DropShadowBlockStyles(TypedDict, total=False):
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    mobile_stretch_content: bool | None
    shadow_color: Literal["dark", "light", "medium", None]


class Header(TypedDict):
    content_type: Literal["block"]
    type: Literal["header"]
    data: "HeaderBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[HeaderLinkBarButton | HeaderLinkBarImage | HeaderLinkBarLogo] | None"]


class HeaderBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "HeaderBlockStyles"


class HeaderBlockStyles(TypedDict, total=False):
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    border_color: str | None
    border_radius: int | None
    border_style: "BorderStyle"
    border_width: int | None
    color: str | None
    desktop_layout: Literal["centered", "inline", "links", "stacked", None]
    font_family: str | None
    font_size: int | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    item_align: Literal["center", "left", "right", None]
    item_spacing: int | None
    item_spacing_type: Literal["auto", "manual", None]
    letter_spacing: int | None
    logo_align: Literal["center", "left", "right", None]
    logo_link_spacing: int | None
    mobile_layout: Literal["inline", "links", "links-stacked", "logo-stacked", "stacked", None]
    mobile_spacing: int | None
    mobile_wrap: bool | None
    text_decoration: str | None
    vertical_align: Literal["baseline", "bottom", "middle", "top", None]


class HeaderLinkBarButton(TypedDict):
    type: Literal["header_link_bar_button"]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    background_color: NotRequired[str | None]
    content: NotRequired[str | None]
    drop_shadow_color: NotRequired[str | None]
    href: NotRequired[str | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]


class HeaderLinkBarImage(TypedDict):
    type: Literal["header_link_bar_image"]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    background_color: NotRequired[str | None]
    height: NotRequired[int | None]
    href: NotRequired[str | None]
    max_width: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    src: NotRequired[str | None]
    width: NotRequired[int | None]


class HeaderLinkBarLogo(TypedDict):
    type: Literal["header_link_bar_logo"]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    height: NotRequired[int | None]
    href: NotRequired[str | None]
    max_width: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    src: NotRequired[str | None]
    width: NotRequired[int | None]


class HorizontalRule(TypedDict):
    content_type: Literal["block"]
    type: Literal["horizontal_rule"]
    data: "HorizontalRuleBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class HorizontalRuleBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "HorizontalRuleBlockStyles"


class HorizontalRuleBlockStyles(TypedDict, total=False):
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    border_color: str | None
    border_style: "BorderStyle"
    border_width: int | None
    mobile_stretch_content: bool | None


class Html(TypedDict):
    content_type: Literal["block"]
    type: Literal["html"]
    data: "HTMLBlockDataV1"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class HTMLBlockDataV1(TypedDict):
    content: str
    display_options: "DisplayOptions"


class Image(TypedDict):
    content_type: Literal["block"]
    type: Literal["image"]
    data: "ImageBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class ImageBlockData(TypedDict):
    properties: "StaticImageBlockProperties | DynamicImageBlockProperties"
    display_options: "DisplayOptions"
    styles: "ImageBlockStyles"


class StaticImageBlockProperties(TypedDict):
    dynamic: "Annotated[bool | None, {'enum': [False, None]}]"
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    cropping_properties: NotRequired["CroppingProperties | None"]
    href: NotRequired[str | None]
    src: NotRequired[str | None]


class CroppingProperties(TypedDict, total=False):
    aspect_ratio: str | None
    asset_id: str | None
    height: int | None
    src: str | None
    width: int | None
    x: int | None
    y: int | None


class DynamicImageBlockProperties(TypedDict):
    dynamic: "Annotated[bool, {'enum': [True]}]"
    alt_text: NotRequired[str | None]
    href: NotRequired[str | None]
    src: NotRequired[str | None]


class ImageBlockStyles(TypedDict, total=False):
    align: Literal["center", "left", "right", None]
    background_color: str | None
    block_background_color: str | None
    block_border_color: str | None
    block_border_style: "BorderStyle"
    block_border_width: int | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    full_width_mobile: bool | None
    height: int | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    max_width: int | None
    mobile_stretch_content: bool | None
    width: int | None


class Product(TypedDict):
    content_type: Literal["block"]
    type: Literal["product"]
    data: "ProductBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[ProductProduct] | None"]


class ProductBlockData(TypedDict):
    properties: "StaticProductBlockProperties | DynamicProductBlockProperties"
    display_options: "DisplayOptions"
    styles: "ProductBlockStyles"


class StaticProductBlockProperties(TypedDict):
    dynamic: "Annotated[bool | None, {'enum': [False, None]}]"
    is_ai_generated: NotRequired[bool | None]
    is_prebuilt_content: NotRequired[bool | None]
    item_subtype_id: NotRequired[int | None]
    show_button: NotRequired[bool | None]
    show_original_price: NotRequired[bool | None]
    show_price: NotRequired[bool | None]
    show_rating: NotRequired[bool | None]
    show_rating_count: NotRequired[bool | None]
    show_title: NotRequired[bool | None]
    show_title_links: NotRequired[bool | None]
    title_placeholder: NotRequired[str | None]
    show_description: NotRequired[bool | None]
    localize_for_recipient: NotRequired[bool | None]
    language: NotRequired[str | None]
    region: NotRequired[str | None]


class DynamicProductBlockProperties(TypedDict):
    dynamic: "Annotated[bool, {'enum': [True]}]"
    is_ai_generated: NotRequired[bool | None]
    is_prebuilt_content: NotRequired[bool | None]
    item_subtype_id: NotRequired[int | None]
    show_button: NotRequired[bool | None]
    show_original_price: NotRequired[bool | None]
    show_price: NotRequired[bool | None]
    show_rating: NotRequired[bool | None]
    show_rating_count: NotRequired[bool | None]
    show_title: NotRequired[bool | None]
    show_title_links: NotRequired[bool | None]
    title_placeholder: NotRequired[str | None]
    button_text: NotRequired[str | None]
    feed: NotRequired[str | None]
    feed_offset: NotRequired[int | None]
    is_nbp: NotRequired[bool | None]


class ProductBlockStyles(TypedDict, total=False):
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    button_alignment: Literal["center", "left", "right", None]
    button_background_color: str | None
    button_border_color: str | None
    button_border_radius: int | None
    button_border_style: "BorderStyle"
    button_border_width: int | None
    button_drop_shadow_color: str | None
    button_font_color: str | None
    button_font_family: str | None
    button_font_size: int | None
    button_font_style: Literal["italic", "normal", None]
    button_font_weight: str | None
    button_letter_spacing: int | None
    button_padding_bottom: int | None
    button_padding_left: int | None
    button_padding_right: int | None
    button_padding_top: int | None
    button_text_decoration: str | None
    description_font_color: str | None
    description_font_family: str | None
    description_font_size: int | None
    description_font_style: Literal["italic", "normal", None]
    description_font_weight: str | None
    description_letter_spacing: int | None
    description_padding_bottom: int | None
    description_padding_top: int | None
    description_text_decoration: str | None
    item_border_color: str | None
    item_border_style: "BorderStyle"
    item_border_width: int | None
    item_max_height: int | None
    item_padding_bottom: int | None
    item_padding_left: int | None
    item_padding_right: int | None
    item_padding_top: int | None
    item_text_alignment: Literal["center", "left", "right", None]
    layout: Literal["horizontal", "vertical-left-image", "vertical-right-image", None]
    num_columns: int | None
    num_rows: int | None
    original_price_font_color: str | None
    original_price_font_family: str | None
    original_price_font_size: int | None
    original_price_font_style: Literal["italic", "normal", None]
    original_price_font_weight: str | None
    original_price_text_decoration: str | None
    price_font_color: str | None
    price_font_family: str | None
    price_font_size: int | None
    price_font_style: Literal["italic", "normal", None]
    price_font_weight: str | None
    price_letter_spacing: int | None
    price_padding_bottom: int | None
    price_padding_top: int | None
    price_text_decoration: str | None
    rating_font_color: str | None
    rating_font_family: str | None
    rating_font_size: int | None
    rating_font_style: Literal["italic", "normal", None]
    rating_font_weight: str | None
    rating_letter_spacing: int | None
    rating_padding_bottom: int | None
    rating_padding_top: int | None
    rating_text_decoration: str | None
    stack_on_mobile: bool | None
    title_font_color: str | None
    title_font_family: str | None
    title_font_size: int | None
    title_font_style: Literal["italic", "normal", None]
    title_font_weight: str | None
    title_letter_spacing: int | None
    title_padding_bottom: int | None
    title_padding_top: int | None
    title_text_decoration: str | None


class ProductProduct(TypedDict):
    type: Literal["product"]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    product_id: NotRequired[str | None]
    external_id: NotRequired[str | None]
    autogenerate_link: NotRequired[bool | None]
    button_text: NotRequired[str | None]
    description: NotRequired[str | None]
    image_url: NotRequired[str | None]
    link: NotRequired[str | None]
    name: NotRequired[str | None]
    original_price: NotRequired[str | None]
    price: NotRequired[str | None]
    currency_code: NotRequired[str | None]
    title: NotRequired[str | None]
    url: NotRequired[str | None]


class Review(TypedDict):
    content_type: Literal["block"]
    type: Literal["review"]
    data: "ReviewBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class ReviewBlockData(TypedDict):
    properties: "StaticReviewBlockProperties | DynamicReviewBlockProperties"
    display_options: "DisplayOptions"
    styles: "ReviewBlockStyles"


class StaticReviewBlockProperties(TypedDict):
    dynamic: "Annotated[bool | None, {'enum': [False, None]}]"
    show_rating: NotRequired[bool | None]
    show_reviewer_name: NotRequired[bool | None]
    show_product_name: NotRequired[bool | None]
    show_variant_name: NotRequired[bool | None]
    show_verified_badge: NotRequired[bool | None]
    author_placeholder: NotRequired[str | None]
    quote_placeholder: NotRequired[str | None]
    product_name_placeholder: NotRequired[str | None]
    product_variant_name_placeholder: NotRequired[str | None]
    verified_badge_language: NotRequired["VerifiedBadgeLanguage"]
    author: NotRequired[str | None]
    product_name: NotRequired[str | None]
    product_variant_name: NotRequired[str | None]
    quote: NotRequired[str | None]
    stars: NotRequired[int | None]
    verified: NotRequired[bool | None]


VerifiedBadgeLanguage = Literal[
    "dutch", "english", "french", "german", "hungarian", "italian", "japanese", "korean", "portuguese", "spanish", None
]  # fmt: skip


class DynamicReviewBlockProperties(TypedDict):
    dynamic: "Annotated[bool, {'enum': [True]}]"
    show_rating: NotRequired[bool | None]
    show_reviewer_name: NotRequired[bool | None]
    show_product_name: NotRequired[bool | None]
    show_variant_name: NotRequired[bool | None]
    show_verified_badge: NotRequired[bool | None]
    author_placeholder: NotRequired[str | None]
    quote_placeholder: NotRequired[str | None]
    product_name_placeholder: NotRequired[str | None]
    product_variant_name_placeholder: NotRequired[str | None]
    verified_badge_language: NotRequired["VerifiedBadgeLanguage"]
    fallback_options: NotRequired["FallbackOption"]
    fallback_content_type: NotRequired[Literal["full", "quote", None]]
    fallback_review_id: NotRequired[str | None]
    product_selection_mode: NotRequired[Literal["automatic", "manual", None]]
    product_id: NotRequired[str | None]
    product_event_variable: NotRequired[str | None]


FallbackOption = Literal[
    "high-quality-review", "high-quality-review-or-static", "no-review", "recent", "static-only", None
]  # fmt: skip


class ReviewBlockStyles(TypedDict, total=False):
    author_align: Literal["center", "left", "right", None]
    author_color: str | None
    author_font_family: str | None
    author_font_size: int | None
    author_font_style: Literal["italic", "normal", None]
    author_font_weight: str | None
    author_letter_spacing: int | None
    author_text_decoration: str | None
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    border_radius: int | None
    border_style: "BorderStyle"
    border_width: int | None
    empty_star_color: str | None
    layout: "Layout"
    product_name_align: Literal["center", "left", "right", None]
    product_name_color: str | None
    product_name_font_family: str | None
    product_name_font_size: int | None
    product_name_font_style: Literal["italic", "normal", None]
    product_name_font_weight: str | None
    product_name_letter_spacing: int | None
    product_name_text_decoration: str | None
    quote_align: Literal["center", "left", "right", None]
    quote_color: str | None
    quote_font_family: str | None
    quote_font_size: int | None
    quote_font_style: Literal["italic", "normal", None]
    quote_font_weight: str | None
    quote_letter_spacing: int | None
    quote_line_height: float | None
    quote_style: Literal["line", "square", "standard", None]
    quote_text_decoration: str | None
    shadow_color: str | None
    star_color: str | None
    star_size: Literal["large", "medium", "small", None]
    star_rating_shape: Literal["circle", "heart", "star", None]
    star_icon_spacing: int | None
    star_alignment: Literal["center", "left", "right", None]
    text_area_bg_color: str | None
    text_area_border_color: str | None
    verified_color: str | None
    verified_font_family: str | None
    verified_font_size: int | None
    verified_font_style: Literal["italic", "normal", None]
    verified_font_weight: str | None
    verified_letter_spacing: int | None
    verified_text_decoration: str | None
    verified_badge_color: Literal["dark", "default", "light", None]
    verified_badge_size: int | None
    verified_badge_style: Literal["badge-and-text", "badge-only", "text-only", None]


Layout = Literal[
    "big-quotes", "centered-in-quote-bubble", "centered-rating-first", "centered-review-first", "clean", "left-aligned",
    "message-bubble", "rating-highlight", "right-aligned-with-quotation-icon", "square", "stacked-card",
    "subtle-background", None
]  # fmt: skip


class Social(TypedDict):
    content_type: Literal["block"]
    type: Literal["social"]
    data: "SocialBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[SocialLinkIcon | SocialLinkSpacer] | None"]


class SocialBlockData(TypedDict):
    properties: "SocialBlockProperties"
    display_options: "DisplayOptions"
    styles: "SocialBlockStyles"


class SocialBlockStyles(TypedDict, total=False):
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    icon_align: Literal["center", "left", "right", None]
    icon_color: Literal["black", "default", "grey", "white", None]
    icon_size: Literal["large", "medium", "small", None]
    icon_spacing: int | None
    label_color: str | None
    label_font_family: str | None
    label_font_size: int | None
    label_font_style: Literal["italic", "normal", None]
    label_text_decoration: str | None
    label_font_weight: str | None
    stack_on_mobile: bool | None


class SocialLinkIcon(TypedDict):
    type: Literal["social_link_icon"]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    custom_asset_id: NotRequired[str | None]
    custom_src: NotRequired[str | None]
    custom_size: NotRequired[int | None]
    label: NotRequired[str | None]
    link_type: NotRequired["LinkType"]
    link_url: NotRequired[str | None]


LinkType = Literal[
    "android", "apple", "custom", "discord", "email", "facebook", "google-plus", "instagram", "linkedin", "pinterest",
    "rss", "snapchat", "threads", "tiktok", "twitch", "twitter", "whatsapp", "x-twitter", "yelp", "youtube", None
]  # fmt: skip


class SocialLinkSpacer(TypedDict):
    type: Literal["social_link_spacer"]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    width: NotRequired[int | None]


class Spacer(TypedDict):
    content_type: Literal["block"]
    type: Literal["spacer"]
    data: "SpacerBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class SpacerBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "SpacerBlockStyles"


class SpacerBlockStyles(TypedDict, total=False):
    background_color: str | None
    height: int | None


class Split(TypedDict):
    content_type: Literal["block"]
    type: Literal["split"]
    data: "SplitBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[TableText | TableImage | TableHtml] | None"]


class SplitBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "SplitBlockStyles"


class SplitBlockStyles(TypedDict, total=False):
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    column_widths: str | None
    mobile_stack_order: Literal["ltr", "no-stack", "rtl", None]
    padding_in_between: int | None


class TableText(TypedDict):
    type: Literal["table_text"]
    content: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right", None]]
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal", None]]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    table_column_width: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class TableImage(TypedDict):
    type: Literal["table_image"]
    dynamic: NotRequired[bool | None]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    href: NotRequired[str | None]
    src: NotRequired[str | None]
    width: NotRequired[int | None]
    height: NotRequired[int | None]
    image_width: NotRequired[int | None]
    image_align: NotRequired[Literal["center", "left", "right", None]]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    table_column_width: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right", None]]
    cropped_asset_id: NotRequired[str | None]
    cropped_src: NotRequired[str | None]
    cropping_aspect_ratio: NotRequired[str | None]
    cropping_height: NotRequired[int | None]
    cropping_width: NotRequired[int | None]
    cropping_x: NotRequired[int | None]
    cropping_y: NotRequired[int | None]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class TableHtml(TypedDict):
    type: Literal["table_html"]
    content: NotRequired[str | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class Table(TypedDict):
    content_type: Literal["block"]
    type: Literal["table"]
    data: "TableBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[Subblock] | None"]


class TableBlockData(TypedDict):
    properties: "StaticTableBlockProperties | DynamicTableBlockProperties"
    display_options: "DisplayOptions"
    styles: "TableBlockStyles"


class StaticTableBlockProperties(TypedDict):
    dynamic: "Annotated[bool | None, {'enum': [False, None]}]"
    num_columns: NotRequired[int | None]
    show_headers: NotRequired[bool | None]


class DynamicTableBlockProperties(TypedDict):
    dynamic: "Annotated[bool, {'enum': [True]}]"
    num_columns: NotRequired[int | None]
    row_content_repeat: NotRequired["ContentRepeatV1 | None"]
    show_headers: NotRequired[bool | None]
    show_fallback_content: NotRequired[bool | None]
    show_static_row: NotRequired[bool | None]


class TableBlockStyles(TypedDict, total=False):
    block_background_color: str | None
    block_border_color: str | None
    block_border_style: "BorderStyle"
    block_border_width: int | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    cell_horizontal_border_color: str | None
    cell_horizontal_border_style: "BorderStyle"
    cell_horizontal_border_width: int | None
    cell_padding_bottom: int | None
    cell_padding_left: int | None
    cell_padding_right: int | None
    cell_padding_top: int | None
    cell_vertical_align: Literal["baseline", "bottom", "middle", "top", None]
    cell_vertical_border_color: str | None
    cell_vertical_border_style: "BorderStyle"
    cell_vertical_border_width: int | None
    header_background_color: str | None
    header_font_color: str | None
    header_font_family: str | None
    header_font_size: int | None
    header_font_style: Literal["italic", "normal", None]
    header_font_weight: str | None
    header_letter_spacing: int | None
    header_line_height: float | None
    header_padding_bottom: int | None
    header_padding_left: int | None
    header_padding_right: int | None
    header_padding_top: int | None
    header_text_decoration: str | None
    table_background_color: str | None
    table_font_color: str | None
    table_font_family: str | None
    table_font_size: int | None
    table_text_align: Literal["center", "left", "right", None]
    use_legacy_mobile_padding: bool | None


class TableHeader(TypedDict):
    type: Literal["table_header"]
    content: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right", None]]
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal", None]]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    table_column_width: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class TableFallbackHtml(TypedDict):
    type: Literal["table_fallback_html"]
    content: NotRequired[str | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class TableFallbackImage(TypedDict):
    type: Literal["table_fallback_image"]
    dynamic: NotRequired[bool | None]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    href: NotRequired[str | None]
    src: NotRequired[str | None]
    width: NotRequired[int | None]
    height: NotRequired[int | None]
    image_width: NotRequired[int | None]
    image_align: NotRequired[Literal["center", "left", "right", None]]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    table_column_width: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right", None]]
    cropped_asset_id: NotRequired[str | None]
    cropped_src: NotRequired[str | None]
    cropping_aspect_ratio: NotRequired[str | None]
    cropping_height: NotRequired[int | None]
    cropping_width: NotRequired[int | None]
    cropping_x: NotRequired[int | None]
    cropping_y: NotRequired[int | None]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class TableFallbackText(TypedDict):
    type: Literal["table_fallback_text"]
    content: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right", None]]
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal", None]]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile", None]]
    table_column_width: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]


class ColumnText(TypedDict):
    content_type: Literal["block"]
    type: Literal["text"]
    data: "TextBlockDataV1"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class TextBlockDataV1(TypedDict):
    content: str
    display_options: "DisplayOptions"
    styles: "TextBlockStylesV1"


class TextBlockStylesV1(TypedDict, total=False):
    background_color: str | None
    block_background_color: str | None
    block_border_color: str | None
    block_border_style: "BorderStyle"
    block_border_width: int | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    color: str | None
    extra_css_class: str | None
    font_family: str | None
    font_size: int | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    letter_spacing: int | None
    line_height: float | None
    mobile_stretch_content: bool | None
    text_align: Literal["center", "left", "right", None]
    text_decoration: str | None
    text_table_layout: Literal["auto", "fixed", "inherit", "initial", None]


class Video(TypedDict):
    content_type: Literal["block"]
    type: Literal["video"]
    data: "VideoBlockData | None"
    id: NotRequired[Annotated[str | None, {"pattern": r"\S"}]]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class VideoBlockData(TypedDict):
    properties: "VideoBlockProperties"
    display_options: "DisplayOptions"
    styles: "VideoBlockStyles"


class VideoBlockProperties(TypedDict, total=False):
    raw_asset_id: str | None
    src_asset_id: str | None
    alt_text: str | None
    href: str | None
    overlay_toggle: bool | None
    raw_src: str | None
    src: str | None


class VideoBlockStyles(TypedDict, total=False):
    align: Literal["center", "left", "right", None]
    background_color: str | None
    block_background_color: str | None
    block_padding_bottom: int | None
    block_padding_left: int | None
    block_padding_right: int | None
    block_padding_top: int | None
    border_color: str | None
    border_style: "BorderStyle"
    border_width: int | None
    full_width_mobile: bool | None
    height: int | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    max_width: int | None
    mobile_stretch_content: bool | None
    width: int | None


class BaseStyle(TypedDict):
    style_type: Literal["base-styles"]
    properties: "BaseStyleProperties"
    styles: "BaseStyleStyles"
    id: NotRequired[str | None]


class BaseStyleProperties(TypedDict, total=False):
    currency: str | None
    currency_set_on_template: bool | None
    disable_websafe_fonts: bool | None
    is_user_draggable: bool | None
    mobile_optimizations: bool | None
    tip_tap_enabled: bool | None


class BaseStyleStyles(TypedDict, total=False):
    background_asset_id: str | None
    background_format: Literal["auto", "contain", "cover", "initial", "repeat", None]
    background_position: "BackgroundPosition"
    background_repeat: bool | None
    background_url: str | None
    border_color: str | None
    border_radius: int | None
    border_style: "BorderStyle"
    border_width: int | None
    content_background_color: str | None
    inner_padding_bottom: int | None
    inner_padding_left: int | None
    inner_padding_right: int | None
    inner_padding_top: int | None
    margin_top: int | None


class TextStyleV1(TypedDict):
    style_type: Literal["text-styles"]
    styles: "TextStyleStyles"
    id: NotRequired[str | None]


class TextStyleStyles(TypedDict, total=False):
    color: str | None
    font_family: str | None
    font_size: int | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    letter_spacing: int | None
    line_height: float | None
    mobile_font_size: int | None
    mobile_line_height: float | None
    text_align: Literal["center", "left", "right", None]
    text_decoration: str | None


class Heading1Style(TypedDict):
    style_type: Literal["heading-1-styles"]
    styles: "HeadingStyleStyles"
    id: NotRequired[str | None]


class HeadingStyleStyles(TypedDict, total=False):
    color: str | None
    font_family: str | None
    font_size: int | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    letter_spacing: int | None
    line_height: float | None
    margin_bottom: int | None
    mobile_font_size: int | None
    mobile_line_height: float | None
    text_align: Literal["center", "left", "right", None]
    text_decoration: str | None


class Heading2Style(TypedDict):
    style_type: Literal["heading-2-styles"]
    styles: "HeadingStyleStyles"
    id: NotRequired[str | None]


class Heading3Style(TypedDict):
    style_type: Literal["heading-3-styles"]
    styles: "HeadingStyleStyles"
    id: NotRequired[str | None]


class Heading4Style(TypedDict):
    style_type: Literal["heading-4-styles"]
    styles: "HeadingStyleStyles"
    id: NotRequired[str | None]


class LinkStyle(TypedDict):
    style_type: Literal["link-styles"]
    styles: "LinkStyleStyles"
    id: NotRequired[str | None]


class LinkStyleStyles(TypedDict, total=False):
    color: str | None
    font_style: Literal["italic", "normal", None]
    font_weight: str | None
    text_decoration: str | None


class MobileStyle(TypedDict):
    style_type: Literal["mobile-styles"]
    properties: "MobileStyleProperties"
    styles: "MobileStyleStyles"
    id: NotRequired[str | None]


class MobileStyleStyles(TypedDict, total=False):
    mobile_block_padding_left: int | None
    mobile_block_padding_right: int | None
    mobile_margin: int | None
    mobile_padding_bottom: int | None
    mobile_padding_left: int | None
    mobile_padding_right: int | None
    mobile_padding_top: int | None


FieldsTemplate = Literal[
    "amp", "created", "definition", "definition.body", "definition.body.id", "definition.body.properties",
    "definition.body.properties.css_class", "definition.body.properties.id", "definition.body.sections",
    "definition.body.styles", "definition.body.styles.background_color", "definition.body.styles.width",
    "definition.id", "definition.styles", "definition.template_id", "editor_type", "html", "id", "name", "text",
    "updated", "screenshot_url"
]  # fmt: skip
RowData = TypedDict("RowData", {"styles": "RowStyles"})
RowStyles = TypedDict("RowStyles", {"column_layout": "ColumnLayout"}, total=False)
ButtonBlockProperties = TypedDict("ButtonBlockProperties", {"href": str | None}, total=False)
SocialBlockProperties = TypedDict("SocialBlockProperties", {"show_labels": bool | None}, total=False)
MobileStyleProperties = TypedDict("MobileStyleProperties", {"mobile_padding_override": bool | None}, total=False)
Subblock = (
    TableHeader | TableHtml | TableImage | TableText | TableFallbackHtml | TableFallbackImage | TableFallbackText
)  # fmt: skip
Block = (
    Button | Coupon | DropShadow | Header | HorizontalRule | Html | Image | Product | Review | Social | Spacer | Split |
    Table | ColumnText | Video
)  # fmt: skip
Style = (
    BaseStyle | TextStyleV1 | Heading1Style | Heading2Style | Heading3Style | Heading4Style | LinkStyle | MobileStyle
)  # fmt: skip


def find_id_mismatch(body: Any, id: str) -> "Iterator[Fault]":
    if body["data"]["id"] != id:
        yield ("body", "data", "id"), f"the id of the path, {id}", body["data"]["id"]


# ---- Shared by all scripts: errors, validation, the request ----
Fault = tuple[tuple[Any, ...], str, Any]  # path, what is expected there, what is there
TIMEOUT = (10, 60)  # seconds to connect, seconds to wait for data
MAX_WAIT = 60  # seconds; a longer Retry-After fails at once
COMPACT: Any = {"ensure_ascii": False, "allow_nan": False, "separators": (",", ":")}  # for json.dumps
UNKNOWN: Any = {"properties": {}}  # the schema of a property that Klaviyo does not document
FORMATS = FormatChecker(formats=())
JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null", dict: "object"}


def is_blank(value: Any) -> bool:
    """Return whether an argument is as good as left out: null, a text without characters but spaces, an empty list."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


class InvalidInput(ValueError):
    """The arguments are invalid; nothing was sent. `faults`: pointer, expected, actual of the first 20 of `count`."""

    def __init__(self, faults: list[tuple[Any, str, Any]], count: int = 0) -> None:
        self.count, self.faults = max(count, len(faults)), []
        for path, expected, actual in faults[:20]:
            pointer = "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)  # RFC 6901
            self.faults.append({"pointer": pointer[:500], "expected": expected[:200], "actual": reprlib.repr(actual)})
        lines = ["{pointer}: expected {expected}, got {actual}".format(**fault) for fault in self.faults]
        super().__init__("\n".join([f"Request not sent. Faults in the arguments: {self.count}", *lines]))


class KlaviyoError(Exception):
    """Klaviyo refused the request or gave no usable response. Unless `status` is a 4xx, a write may have been made."""

    def __init__(self, text: str, status: int | None = None, errors: Any = (), retry_after: str | None = None) -> None:
        super().__init__(text[:2000])
        self.status = status  # None: no response
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
        self.retry_after = int(retry_after[:9]) if retry_after and retry_after.isdecimal() else None  # in seconds


SCHEMES = {"apiKey": "Klaviyo-API-Key", "token": "Bearer"}


def authorizations(auth: Any) -> list[str]:
    """Return the Authorization header for each field of the account that is filled in."""
    fields = auth if isinstance(auth, dict) else {}
    secrets = {scheme: fields.get(name) for name, scheme in SCHEMES.items()}
    return [f"{scheme} {secret}" for scheme, secret in secrets.items() if isinstance(secret, str) and secret.strip()]


@FORMATS.checks("account")
def is_account(auth: Any) -> bool:
    """Return whether exactly one field is filled in, with characters that a header can carry."""
    headers = authorizations(auth)
    return len(headers) == 1 and bool(re.fullmatch("[!-~]+ [!-~]+", headers[0]))


def authorization(auth: Any) -> str:
    """Return the Authorization header of a valid account."""
    return authorizations(auth)[0]


def schema_of(annotation: Any) -> Any:
    """Return the JSON Schema of a type. A dict in Annotated adds keywords."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if typing.is_typeddict(annotation):
        # A copy of globals(), or typing would reuse what the same name meant in another script.
        hints = typing.get_type_hints(annotation, localns=dict(globals()), include_extras=True)
        properties = {name: schema_of(hint) for name, hint in hints.items()}
        return {"type": "object", "properties": properties, "required": sorted(annotation.__required_keys__)}
    if origin in (NotRequired, Annotated):
        return schema_of(arguments[0]) | dict(*arguments[1:])
    if origin is Literal:
        return {"enum": [*arguments]}
    if origin is list:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin in (typing.Union, UnionType):
        members = [schema_of(argument) for argument in arguments]
        if sum("properties" in member for member in members) > 1 or any("enum" in member for member in members):
            return {"oneOf": members}
        keywords = {keyword: value for member in members for keyword, value in member.items()}
        return keywords | {"type": [member["type"] for member in members]}
    return {} if annotation is Any else {"type": JSON_TYPES[origin or annotation]}


def validate(arguments: dict[str, Any], validator: Any) -> dict[str, bytes]:
    """Return each argument as JSON. Raises InvalidInput unless they match the validator's schema and are JSON."""
    required = validator.schema["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or not is_blank(value)}
    try:
        errors = list(validator.iter_errors(arguments))
        encoded = {name: json.dumps(value, **COMPACT).encode() for name, value in arguments.items()}
    except (TypeError, ValueError, RecursionError) as error:  # a Decimal, NaN, a list that contains itself
        raise InvalidInput([((), f"JSON ({error})", type(arguments))]) from None
    if errors:
        raise InvalidInput(list(map(describe, errors[:20])), len(errors))
    return encoded


def describe(error: Any) -> tuple[Any, str, Any]:
    """Return the fault of an error: the keyword that failed with its value, of an enum with the most similar first."""
    keyword, value, path = error.validator, error.validator_value, tuple(error.absolute_path)
    if path[:1] == ("auth",):  # what is there may be a key, and is not shown
        return path, "a resource with either apiKey, a private API key, or token, an access token", type(error.instance)
    if keyword == "required":
        keyword, value = "property", error.message.removesuffix(" is a required property")
    if keyword == "enum":
        value = sorted(value, key=lambda item: -SequenceMatcher(None, str(item), str(error.instance)[:100]).ratio())
    example = "".join(f", such as {example}" for example in error.schema.get("examples", []) if keyword != "type")
    return path, f"{keyword} {value if isinstance(value, str) else json.dumps(value)}{example}", error.instance


def one_of(validator: Any, members: list[Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword `oneOf`, with the faults of one member: the one that the constants in `value` name, if they do."""
    candidates = [member for member in members if constants_fit(value, member)]
    for name, item in value.items() if not candidates else ():
        enums = [member["properties"].get(name, {}).get("enum", [item]) for member in members if "properties" in member]
        if not any(item in enum for enum in enums):
            constants = [constant for enum in enums for constant in enum]
            yield ValidationError("", "enum", [name], validator_value=list(dict.fromkeys(constants)), instance=item)
            return
    faults = [list(validator.descend(value, member)) for member in candidates or members]
    if all(faults):  # those of the member that lacks the least
        yield from min(
            faults, key=lambda errors: ([error.validator for error in errors].count("required"), len(errors))
        )
    elif faults.count([]) > 1:
        yield ValidationError("", "oneOf", validator_value=f"({len(members)} alternatives), only one of them")


def constants_fit(value: Any, schema: Any) -> bool:
    """Return whether no enum of a property contradicts `value`."""
    if not isinstance(value, dict) or "properties" not in schema:
        return not isinstance(value, dict)
    enums = {name: subschema["enum"] for name, subschema in schema["properties"].items() if "enum" in subschema}
    texts = {"true": True, "false": False}  # as Windmill's forms send booleans
    values = {name: (value[name], texts.get(str(value[name]), value[name])) for name in enums if name in value}
    return all(item in enums[name] or decoded in enums[name] for name, (item, decoded) in values.items())


def meant_member(schema: Any, value: Any) -> Any:
    """Return the schema of a value. Of a union, it is that of the member that is meant, with the others' properties."""
    members = [member for member in schema.get("oneOf", []) if "properties" in member]
    if not isinstance(value, dict) or not members:
        return schema
    named = [member for member in members if constants_fit(value, member)] or members
    named.sort(key=lambda member: len({*member["required"]} - value.keys()), reverse=True)  # the best one last
    properties = {name: part for member in [*members, *named] for name, part in member["properties"].items()}
    return {"properties": properties, "required": named[-1]["required"]}


def drop_empty_objects(value: Any, schema: Any, logged: set[str], resolve: Any = None, at: str = "/body") -> Any:
    """Return the value without optional objects that have no content: Windmill's forms send those.

    Logs them and unknown properties, once per list. Decodes JSON text of booleans and objects. `resolve` is for unions.
    """
    schema = resolve(schema, value) if resolve else schema
    if isinstance(value, list) and "items" in schema:
        return [drop_empty_objects(item, schema["items"], logged, resolve, f"{at}/*") for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    properties, required = schema["properties"], schema["required"]
    kept = {}
    for name, item in value.items():
        place, subschema = f"{at}/{name}", properties.get(name, UNKNOWN)
        if isinstance(item, str) and item[:1] in ("{", "t", "f") and "string" not in subschema.get("type", "string"):
            with suppress(ValueError, RecursionError):
                item = json.loads(item)
        is_empty = isinstance(item, dict) and name not in required and not has_content(item, subschema, resolve)
        if (is_empty or name not in properties) and place not in logged and len(logged) < 20:
            logged.add(place)
            similar = "".join(f"; did you mean {match}?" for match in get_close_matches(str(name)[:100], properties, 1))
            message = "omitted, because it is empty" if is_empty else f"unknown, sent anyway{similar}"
            print(f"{place}: {message}"[:300], file=sys.stderr)
        if not is_empty:
            is_documented_part = isinstance(item, (dict, list)) and name in properties
            kept[name] = drop_empty_objects(item, subschema, logged, resolve, place) if is_documented_part else item
    return kept


def has_content(value: Any, schema: Any, resolve: Any) -> bool:
    """Return whether there is anything in `value` but the type of a resource with attributes, which forms fill in."""
    schema = resolve(schema, value) if resolve else schema
    if not isinstance(value, dict) or "properties" not in schema:
        return value != {} or "object" in schema.get("type", ())
    properties = schema["properties"]
    ignored = {"type"} if "attributes" in properties else set()
    with suppress(RecursionError):
        return any(has_content(value[name], properties.get(name, UNKNOWN), resolve) for name in value.keys() - ignored)
    return True


def query_params(parameters: dict[str, Any]) -> dict[str, Any]:
    """Leave out blank parameters and join lists with commas, as Klaviyo expects them."""
    filled = {name: value for name, value in parameters.items() if not is_blank(value)}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in filled.items()}


def send(method: str, url: str, retry_statuses: set[int | None], **request: Any) -> dict[str, Any] | None:
    """Send the request and return the JSON of Klaviyo's response. Raises KlaviyoError."""
    for attempt in range(7):
        try:
            # The auth function keeps requests from replacing the Authorization header by an entry of ~/.netrc.
            reply = requests.request(method, url, timeout=TIMEOUT, allow_redirects=False, auth=lambda r: r, **request)
            return decode(reply)
        except KlaviyoError as error:
            failure = error
        except (OSError, ValueError) as error:
            failure = KlaviyoError(f"no response: {type(error).__name__}: {error}")
        wait = max(2**attempt, failure.retry_after or 0)
        if failure.status not in retry_statuses or wait > MAX_WAIT:
            break
        print(f"{str(failure)[:80]}: retrying in {wait} s", file=sys.stderr)
        time.sleep(wait)
    raise failure  # outside `except`, which would chain `error`, and with it the request and the key


def decode(reply: requests.Response) -> dict[str, Any] | None:
    """Return the JSON of a response, None if it is empty. Raises KlaviyoError."""
    key = reply.request.headers.get("Authorization", "\0").split(" ")[-1]
    text = reply.content.decode(errors="replace").replace(key, "***")
    try:
        content: dict[str, Any] | None = json.loads(text or "null")
        if 200 <= reply.status_code < 300:
            return content
    except (ValueError, RecursionError):
        content = None  # an error page, perhaps of a proxy
    errors = content.get("errors") if isinstance(content, dict) else None
    raise KlaviyoError(f"{reply.status_code} {text}", reply.status_code, errors, reply.headers.get("Retry-After"))


SCHEMA: Any = schema_of(Arguments)
KEYWORDS = {**Draft202012Validator.VALIDATORS, "oneOf": one_of}
VALIDATOR = create(Draft202012Validator.META_SCHEMA, KEYWORDS)(SCHEMA, format_checker=FORMATS)

if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (InvalidInput, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    except (TypeError, ValueError, RecursionError) as error:  # stdin is not the arguments as a JSON object
        sys.exit(f"usage: python {sys.argv[0]} < arguments.json\narguments: {', '.join(SCHEMA['properties'])}\n{error}")
