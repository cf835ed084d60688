# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Create Template: POST /api/templates

Creates an email template, either from HTML or from a drag-and-drop definition, and returns it. A repeat makes
another template, and it fails once the account has reached its limit of templates.

Limits: 1,000 templates per account creatable by API.
Rate: 75/s burst, 750/m steady.
Scopes: templates:write.
Reference: https://developers.klaviyo.com/en/reference/create_template
"""

import difflib
import itertools
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

import requests
from jsonschema import Draft202012Validator, ValidationError
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import HTTPError, MaxRetryError

API = "https://a.klaviyo.com"
TIMEOUT = (10, 60)  # seconds to connect, to read
LONGEST_WAIT = 60  # seconds, over all waits of one call
DEEPEST = 500  # levels of nesting; Python gives up at about 1,000


class klaviyo(TypedDict):
    apiKey: str


def main(
    auth: klaviyo,
    revision: str,
    body: "Body",
    additional_fields_template: list[str] | None = None,
    fields_template: list[str] | None = None,
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check(
        {
            "revision": revision,
            "body": body,
            "additional_fields_template": additional_fields_template,
            "fields_template": fields_template,
        },
        key,
    )
    return send(
        "POST",
        f"{API}/api/templates",
        key,
        headers={
            "Accept": "application/vnd.api+json",
            "Content-Type": "application/vnd.api+json",
            "revision": given["revision"],
        },
        params={
            "additional-fields[template]": ",".join(given.get("additional_fields_template", [])) or None,
            "fields[template]": ",".join(given.get("fields_template", [])) or None,
        },
        data=encode(given["body"]),
    )


class Body(TypedDict):
    data: "TemplateCreateHtmlOrDndQueryResourceObject"


class TemplateCreateHtmlOrDndQueryResourceObject(TypedDict):
    type: Literal["template"]
    attributes: "TemplateCreateHtmlOrDndQueryResourceObjectAttributes"


class TemplateCreateHtmlOrDndQueryResourceObjectAttributes(TypedDict):
    name: str
    editor_type: str
    html: NotRequired[str | None]
    definition: NotRequired["TemplateDefinition | None"]
    text: NotRequired[str | None]
    amp: NotRequired[str | None]


class TemplateDefinition(TypedDict):
    body: "Body_"
    styles: "list[BaseStyle | TextStyleV1 | Heading1Style | Heading2Style | Heading3Style | Heading4Style | LinkStyle | MobileStyle]"
    id: NotRequired[str | None]
    template_id: NotRequired[str | None]


class Body_(TypedDict):
    properties: "BodyProperties"
    styles: "BodyStyles"
    id: NotRequired[str | None]
    sections: NotRequired["list[SectionV1] | None"]


class BodyProperties(TypedDict):
    id: NotRequired[str | None]
    css_class: NotRequired[str | None]


class BodyStyles(TypedDict):
    background_color: NotRequired[str | None]
    width: NotRequired[int | None]


class SectionV1(TypedDict):
    content_type: Literal["section"]
    type: Literal["section"]
    data: "SectionData"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    rows: NotRequired["list[RowV1] | None"]


class SectionData(TypedDict):
    properties: "SectionProperties"
    display_options: "DisplayOptions"
    styles: "SectionStyles"


class SectionProperties(TypedDict):
    is_ai_generated: NotRequired[bool | None]
    is_prebuilt_content: NotRequired[bool | None]


class DisplayOptions(TypedDict):
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    content_repeat: NotRequired["ContentRepeatV1 | None"]
    visibility: NotRequired["Visibility | None"]
    layout_type: NotRequired[str | None]
    layout_config: NotRequired[dict[str, Any] | None]


class ContentRepeatV1(TypedDict):
    repeat_for: str
    item_alias: str


class Visibility(TypedDict):
    check: NotRequired[str | None]
    definition: NotRequired[str | None]
    is_code_only: NotRequired[bool | None]


class SectionStyles(TypedDict):
    background_asset_id: NotRequired[str | None]
    background_color: NotRequired[str | None]
    background_format: NotRequired[Literal["auto", "contain", "cover", "initial", "repeat"] | None]
    background_image_full_width: NotRequired[bool | None]
    background_position: NotRequired[
        Literal[
            "center-bottom",
            "center-center",
            "center-top",
            "left-bottom",
            "left-center",
            "left-top",
            "right-bottom",
            "right-center",
            "right-top",
        ]
        | None
    ]
    background_repeat: NotRequired[bool | None]
    background_url: NotRequired[str | None]
    border_color: NotRequired[str | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    column_align: NotRequired[Literal["baseline", "bottom", "middle", "top"] | None]
    column_direction: NotRequired[Literal["ltr", "no-stack", "rtl"] | None]
    content_color: NotRequired[str | None]
    content_color_type: NotRequired[Literal["none", "section", "template"] | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    stack_on_mobile: NotRequired[bool | None]


class RowV1(TypedDict):
    data: "RowData"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    columns: NotRequired["list[ColumnV1] | None"]


class RowData(TypedDict):
    styles: "RowStyles"


class RowStyles(TypedDict):
    column_layout: NotRequired[
        Literal[
            "1-column-full-width",
            "2-columns-25%-75%",
            "2-columns-33%-67%",
            "2-columns-67%-33%",
            "2-columns-75%-25%",
            "2-columns-equal-width",
            "3-columns-25%-25%-50%",
            "3-columns-25%-50%-25%",
            "3-columns-50%-25%-25%",
            "3-columns-equal-width",
            "4-columns-equal-width",
        ]
        | None
    ]


class ColumnV1(TypedDict):
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    data: NotRequired[dict[str, Any] | None]
    blocks: NotRequired[
        "list[ButtonBlockV1 | CouponBlockV1 | DropShadowBlockV1 | HeaderBlockV1 | HorizontalRuleBlockV1 | HTMLBlockV1 | ImageBlockV1 | ProductBlockV1 | ReviewBlockV1 | SocialBlockV1 | SpacerBlockV1 | SplitBlockV1 | TableBlockV1 | TextBlockV1 | VideoBlockV1] | None"
    ]


class ButtonBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["button"]
    data: "ButtonBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class ButtonBlockData(TypedDict):
    content: str | None
    properties: "ButtonBlockProperties"
    display_options: "DisplayOptions"
    styles: "ButtonBlockStyles"


class ButtonBlockProperties(TypedDict):
    href: NotRequired[str | None]


class ButtonBlockStyles(TypedDict):
    background_color: NotRequired[str | None]
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    border_color: NotRequired[str | None]
    border_radius: NotRequired[int | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    color: NotRequired[str | None]
    drop_shadow_color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    letter_spacing: NotRequired[int | None]
    mobile_stretch_content: NotRequired[bool | None]
    stretch: NotRequired[bool | None]
    text_align: NotRequired[Literal["center", "left", "right"] | None]
    text_decoration: NotRequired[str | None]


class CouponBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["coupon"]
    data: "CouponBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class CouponBlockData(TypedDict):
    content: str
    properties: "CouponBlockProperties"
    display_options: "DisplayOptions"
    styles: "CouponBlockStyles"


class CouponBlockProperties(TypedDict):
    coupon_id: NotRequired[str | None]
    coupon: NotRequired[str | None]
    header_enabled: NotRequired[bool | None]
    href: NotRequired[str | None]


class CouponBlockStyles(TypedDict):
    background_color: NotRequired[str | None]
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    border_color: NotRequired[str | None]
    border_radius: NotRequired[int | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    header_font_family: NotRequired[str | None]
    header_font_size: NotRequired[int | None]
    header_padding_bottom: NotRequired[int | None]
    header_padding_left: NotRequired[int | None]
    header_padding_right: NotRequired[int | None]
    header_padding_top: NotRequired[int | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    letter_spacing: NotRequired[int | None]
    mobile_stretch_content: NotRequired[bool | None]
    stretch: NotRequired[bool | None]
    text_align: NotRequired[Literal["center", "left", "right"] | None]
    text_decoration: NotRequired[str | None]


class DropShadowBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["drop_shadow"]
    data: "DropShadowBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class DropShadowBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "DropShadowBlockStyles"


class DropShadowBlockStyles(TypedDict):
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    mobile_stretch_content: NotRequired[bool | None]
    shadow_color: NotRequired[Literal["dark", "light", "medium"] | None]


class HeaderBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["header"]
    data: "HeaderBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[HeaderLinkSubBlock | HeaderImageSubBlock | HeaderLogoSubBlock] | None"]


class HeaderBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "HeaderBlockStyles"


class HeaderBlockStyles(TypedDict):
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    border_color: NotRequired[str | None]
    border_radius: NotRequired[int | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    color: NotRequired[str | None]
    desktop_layout: NotRequired[Literal["centered", "inline", "links", "stacked"] | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    item_align: NotRequired[Literal["center", "left", "right"] | None]
    item_spacing: NotRequired[int | None]
    item_spacing_type: NotRequired[Literal["auto", "manual"] | None]
    letter_spacing: NotRequired[int | None]
    logo_align: NotRequired[Literal["center", "left", "right"] | None]
    logo_link_spacing: NotRequired[int | None]
    mobile_layout: NotRequired[Literal["inline", "links", "links-stacked", "logo-stacked", "stacked"] | None]
    mobile_spacing: NotRequired[int | None]
    mobile_wrap: NotRequired[bool | None]
    text_decoration: NotRequired[str | None]
    vertical_align: NotRequired[Literal["baseline", "bottom", "middle", "top"] | None]


class HeaderLinkSubBlock(TypedDict):
    type: Literal["header_link_bar_button"]
    id: NotRequired[str | None]
    background_color: NotRequired[str | None]
    content: NotRequired[str | None]
    drop_shadow_color: NotRequired[str | None]
    href: NotRequired[str | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]


class HeaderImageSubBlock(TypedDict):
    type: Literal["header_link_bar_image"]
    id: NotRequired[str | None]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    background_color: NotRequired[str | None]
    height: NotRequired[int | None]
    href: NotRequired[str | None]
    max_width: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    src: NotRequired[str | None]
    width: NotRequired[int | None]


class HeaderLogoSubBlock(TypedDict):
    type: Literal["header_link_bar_logo"]
    id: NotRequired[str | None]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    height: NotRequired[int | None]
    href: NotRequired[str | None]
    max_width: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    src: NotRequired[str | None]
    width: NotRequired[int | None]


class HorizontalRuleBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["horizontal_rule"]
    data: "HorizontalRuleBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class HorizontalRuleBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "HorizontalRuleBlockStyles"


class HorizontalRuleBlockStyles(TypedDict):
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    border_color: NotRequired[str | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    mobile_stretch_content: NotRequired[bool | None]


class HTMLBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["html"]
    data: "HTMLBlockDataV1"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class HTMLBlockDataV1(TypedDict):
    content: str
    display_options: "DisplayOptions"


class ImageBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["image"]
    data: "ImageBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class ImageBlockData(TypedDict):
    properties: "StaticImageBlockProperties | DynamicImageBlockProperties"
    display_options: "DisplayOptions"
    styles: "ImageBlockStyles"


class StaticImageBlockProperties(TypedDict):
    dynamic: bool | None
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    cropping_properties: NotRequired["ImageBlockCroppingProperties | None"]
    href: NotRequired[str | None]
    src: NotRequired[str | None]


class ImageBlockCroppingProperties(TypedDict):
    aspect_ratio: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    height: NotRequired[int | None]
    src: NotRequired[str | None]
    width: NotRequired[int | None]
    x: NotRequired[int | None]
    y: NotRequired[int | None]


class DynamicImageBlockProperties(TypedDict):
    dynamic: bool
    alt_text: NotRequired[str | None]
    href: NotRequired[str | None]
    src: NotRequired[str | None]


class ImageBlockStyles(TypedDict):
    align: NotRequired[Literal["center", "left", "right"] | None]
    background_color: NotRequired[str | None]
    block_background_color: NotRequired[str | None]
    block_border_color: NotRequired[str | None]
    block_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    block_border_width: NotRequired[int | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    full_width_mobile: NotRequired[bool | None]
    height: NotRequired[int | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    max_width: NotRequired[int | None]
    mobile_stretch_content: NotRequired[bool | None]
    width: NotRequired[int | None]


class ProductBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["product"]
    data: "ProductBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[ProductSubBlock] | None"]


class ProductBlockData(TypedDict):
    properties: "StaticProductBlockProperties | DynamicProductBlockProperties"
    display_options: "DisplayOptions"
    styles: "ProductBlockStyles"


class StaticProductBlockProperties(TypedDict):
    dynamic: bool | None
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
    dynamic: bool
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


class ProductBlockStyles(TypedDict):
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    button_alignment: NotRequired[Literal["center", "left", "right"] | None]
    button_background_color: NotRequired[str | None]
    button_border_color: NotRequired[str | None]
    button_border_radius: NotRequired[int | None]
    button_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    button_border_width: NotRequired[int | None]
    button_drop_shadow_color: NotRequired[str | None]
    button_font_color: NotRequired[str | None]
    button_font_family: NotRequired[str | None]
    button_font_size: NotRequired[int | None]
    button_font_style: NotRequired[Literal["italic", "normal"] | None]
    button_font_weight: NotRequired[str | None]
    button_letter_spacing: NotRequired[int | None]
    button_padding_bottom: NotRequired[int | None]
    button_padding_left: NotRequired[int | None]
    button_padding_right: NotRequired[int | None]
    button_padding_top: NotRequired[int | None]
    button_text_decoration: NotRequired[str | None]
    description_font_color: NotRequired[str | None]
    description_font_family: NotRequired[str | None]
    description_font_size: NotRequired[int | None]
    description_font_style: NotRequired[Literal["italic", "normal"] | None]
    description_font_weight: NotRequired[str | None]
    description_letter_spacing: NotRequired[int | None]
    description_padding_bottom: NotRequired[int | None]
    description_padding_top: NotRequired[int | None]
    description_text_decoration: NotRequired[str | None]
    item_border_color: NotRequired[str | None]
    item_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    item_border_width: NotRequired[int | None]
    item_max_height: NotRequired[int | None]
    item_padding_bottom: NotRequired[int | None]
    item_padding_left: NotRequired[int | None]
    item_padding_right: NotRequired[int | None]
    item_padding_top: NotRequired[int | None]
    item_text_alignment: NotRequired[Literal["center", "left", "right"] | None]
    layout: NotRequired[Literal["horizontal", "vertical-left-image", "vertical-right-image"] | None]
    num_columns: NotRequired[int | None]
    num_rows: NotRequired[int | None]
    original_price_font_color: NotRequired[str | None]
    original_price_font_family: NotRequired[str | None]
    original_price_font_size: NotRequired[int | None]
    original_price_font_style: NotRequired[Literal["italic", "normal"] | None]
    original_price_font_weight: NotRequired[str | None]
    original_price_text_decoration: NotRequired[str | None]
    price_font_color: NotRequired[str | None]
    price_font_family: NotRequired[str | None]
    price_font_size: NotRequired[int | None]
    price_font_style: NotRequired[Literal["italic", "normal"] | None]
    price_font_weight: NotRequired[str | None]
    price_letter_spacing: NotRequired[int | None]
    price_padding_bottom: NotRequired[int | None]
    price_padding_top: NotRequired[int | None]
    price_text_decoration: NotRequired[str | None]
    rating_font_color: NotRequired[str | None]
    rating_font_family: NotRequired[str | None]
    rating_font_size: NotRequired[int | None]
    rating_font_style: NotRequired[Literal["italic", "normal"] | None]
    rating_font_weight: NotRequired[str | None]
    rating_letter_spacing: NotRequired[int | None]
    rating_padding_bottom: NotRequired[int | None]
    rating_padding_top: NotRequired[int | None]
    rating_text_decoration: NotRequired[str | None]
    stack_on_mobile: NotRequired[bool | None]
    title_font_color: NotRequired[str | None]
    title_font_family: NotRequired[str | None]
    title_font_size: NotRequired[int | None]
    title_font_style: NotRequired[Literal["italic", "normal"] | None]
    title_font_weight: NotRequired[str | None]
    title_letter_spacing: NotRequired[int | None]
    title_padding_bottom: NotRequired[int | None]
    title_padding_top: NotRequired[int | None]
    title_text_decoration: NotRequired[str | None]


class ProductSubBlock(TypedDict):
    type: Literal["product"]
    id: NotRequired[str | None]
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


class ReviewBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["review"]
    data: "ReviewBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class ReviewBlockData(TypedDict):
    properties: "StaticReviewBlockProperties | DynamicReviewBlockProperties"
    display_options: "DisplayOptions"
    styles: "ReviewBlockStyles"


class StaticReviewBlockProperties(TypedDict):
    dynamic: bool | None
    show_rating: NotRequired[bool | None]
    show_reviewer_name: NotRequired[bool | None]
    show_product_name: NotRequired[bool | None]
    show_variant_name: NotRequired[bool | None]
    show_verified_badge: NotRequired[bool | None]
    author_placeholder: NotRequired[str | None]
    quote_placeholder: NotRequired[str | None]
    product_name_placeholder: NotRequired[str | None]
    product_variant_name_placeholder: NotRequired[str | None]
    verified_badge_language: NotRequired[
        Literal[
            "dutch",
            "english",
            "french",
            "german",
            "hungarian",
            "italian",
            "japanese",
            "korean",
            "portuguese",
            "spanish",
        ]
        | None
    ]
    author: NotRequired[str | None]
    product_name: NotRequired[str | None]
    product_variant_name: NotRequired[str | None]
    quote: NotRequired[str | None]
    stars: NotRequired[int | None]
    verified: NotRequired[bool | None]


class DynamicReviewBlockProperties(TypedDict):
    dynamic: bool
    show_rating: NotRequired[bool | None]
    show_reviewer_name: NotRequired[bool | None]
    show_product_name: NotRequired[bool | None]
    show_variant_name: NotRequired[bool | None]
    show_verified_badge: NotRequired[bool | None]
    author_placeholder: NotRequired[str | None]
    quote_placeholder: NotRequired[str | None]
    product_name_placeholder: NotRequired[str | None]
    product_variant_name_placeholder: NotRequired[str | None]
    verified_badge_language: NotRequired[
        Literal[
            "dutch",
            "english",
            "french",
            "german",
            "hungarian",
            "italian",
            "japanese",
            "korean",
            "portuguese",
            "spanish",
        ]
        | None
    ]
    fallback_options: NotRequired[
        Literal["high-quality-review", "high-quality-review-or-static", "no-review", "recent", "static-only"] | None
    ]
    fallback_content_type: NotRequired[Literal["full", "quote"] | None]
    fallback_review_id: NotRequired[str | None]
    product_selection_mode: NotRequired[Literal["automatic", "manual"] | None]
    product_id: NotRequired[str | None]
    product_event_variable: NotRequired[str | None]


class ReviewBlockStyles(TypedDict):
    author_align: NotRequired[Literal["center", "left", "right"] | None]
    author_color: NotRequired[str | None]
    author_font_family: NotRequired[str | None]
    author_font_size: NotRequired[int | None]
    author_font_style: NotRequired[Literal["italic", "normal"] | None]
    author_font_weight: NotRequired[str | None]
    author_letter_spacing: NotRequired[int | None]
    author_text_decoration: NotRequired[str | None]
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    border_radius: NotRequired[int | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    empty_star_color: NotRequired[str | None]
    layout: NotRequired[
        Literal[
            "big-quotes",
            "centered-in-quote-bubble",
            "centered-rating-first",
            "centered-review-first",
            "clean",
            "left-aligned",
            "message-bubble",
            "rating-highlight",
            "right-aligned-with-quotation-icon",
            "square",
            "stacked-card",
            "subtle-background",
        ]
        | None
    ]
    product_name_align: NotRequired[Literal["center", "left", "right"] | None]
    product_name_color: NotRequired[str | None]
    product_name_font_family: NotRequired[str | None]
    product_name_font_size: NotRequired[int | None]
    product_name_font_style: NotRequired[Literal["italic", "normal"] | None]
    product_name_font_weight: NotRequired[str | None]
    product_name_letter_spacing: NotRequired[int | None]
    product_name_text_decoration: NotRequired[str | None]
    quote_align: NotRequired[Literal["center", "left", "right"] | None]
    quote_color: NotRequired[str | None]
    quote_font_family: NotRequired[str | None]
    quote_font_size: NotRequired[int | None]
    quote_font_style: NotRequired[Literal["italic", "normal"] | None]
    quote_font_weight: NotRequired[str | None]
    quote_letter_spacing: NotRequired[int | None]
    quote_line_height: NotRequired[float | None]
    quote_style: NotRequired[Literal["line", "square", "standard"] | None]
    quote_text_decoration: NotRequired[str | None]
    shadow_color: NotRequired[str | None]
    star_color: NotRequired[str | None]
    star_size: NotRequired[Literal["large", "medium", "small"] | None]
    star_rating_shape: NotRequired[Literal["circle", "heart", "star"] | None]
    star_icon_spacing: NotRequired[int | None]
    star_alignment: NotRequired[Literal["center", "left", "right"] | None]
    text_area_bg_color: NotRequired[str | None]
    text_area_border_color: NotRequired[str | None]
    verified_color: NotRequired[str | None]
    verified_font_family: NotRequired[str | None]
    verified_font_size: NotRequired[int | None]
    verified_font_style: NotRequired[Literal["italic", "normal"] | None]
    verified_font_weight: NotRequired[str | None]
    verified_letter_spacing: NotRequired[int | None]
    verified_text_decoration: NotRequired[str | None]
    verified_badge_color: NotRequired[Literal["dark", "default", "light"] | None]
    verified_badge_size: NotRequired[int | None]
    verified_badge_style: NotRequired[Literal["badge-and-text", "badge-only", "text-only"] | None]


class SocialBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["social"]
    data: "SocialBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[SocialIconSubBlock | SocialSpacerSubBlock] | None"]


class SocialBlockData(TypedDict):
    properties: "SocialBlockProperties"
    display_options: "DisplayOptions"
    styles: "SocialBlockStyles"


class SocialBlockProperties(TypedDict):
    show_labels: NotRequired[bool | None]


class SocialBlockStyles(TypedDict):
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    icon_align: NotRequired[Literal["center", "left", "right"] | None]
    icon_color: NotRequired[Literal["black", "default", "grey", "white"] | None]
    icon_size: NotRequired[Literal["large", "medium", "small"] | None]
    icon_spacing: NotRequired[int | None]
    label_color: NotRequired[str | None]
    label_font_family: NotRequired[str | None]
    label_font_size: NotRequired[int | None]
    label_font_style: NotRequired[Literal["italic", "normal"] | None]
    label_text_decoration: NotRequired[str | None]
    label_font_weight: NotRequired[str | None]
    stack_on_mobile: NotRequired[bool | None]


class SocialIconSubBlock(TypedDict):
    type: Literal["social_link_icon"]
    id: NotRequired[str | None]
    custom_asset_id: NotRequired[str | None]
    custom_src: NotRequired[str | None]
    custom_size: NotRequired[int | None]
    label: NotRequired[str | None]
    link_type: NotRequired[
        Literal[
            "android",
            "apple",
            "custom",
            "discord",
            "email",
            "facebook",
            "google-plus",
            "instagram",
            "linkedin",
            "pinterest",
            "rss",
            "snapchat",
            "threads",
            "tiktok",
            "twitch",
            "twitter",
            "whatsapp",
            "x-twitter",
            "yelp",
            "youtube",
        ]
        | None
    ]
    link_url: NotRequired[str | None]


class SocialSpacerSubBlock(TypedDict):
    type: Literal["social_link_spacer"]
    id: NotRequired[str | None]
    width: NotRequired[int | None]


class SpacerBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["spacer"]
    data: "SpacerBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class SpacerBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "SpacerBlockStyles"


class SpacerBlockStyles(TypedDict):
    background_color: NotRequired[str | None]
    height: NotRequired[int | None]


class SplitBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["split"]
    data: "SplitBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired["list[TableTextSubBlock | TableImageSubBlock | TableHtmlSubBlock] | None"]


class SplitBlockData(TypedDict):
    display_options: "DisplayOptions"
    styles: "SplitBlockStyles"


class SplitBlockStyles(TypedDict):
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    column_widths: NotRequired[str | None]
    mobile_stack_order: NotRequired[Literal["ltr", "no-stack", "rtl"] | None]
    padding_in_between: NotRequired[int | None]


class TableTextSubBlock(TypedDict):
    type: Literal["table_text"]
    content: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right"] | None]
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    table_column_width: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    id: NotRequired[str | None]


class TableImageSubBlock(TypedDict):
    type: Literal["table_image"]
    dynamic: NotRequired[bool | None]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    href: NotRequired[str | None]
    src: NotRequired[str | None]
    width: NotRequired[int | None]
    height: NotRequired[int | None]
    image_width: NotRequired[int | None]
    image_align: NotRequired[Literal["center", "left", "right"] | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    table_column_width: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right"] | None]
    cropped_asset_id: NotRequired[str | None]
    cropped_src: NotRequired[str | None]
    cropping_aspect_ratio: NotRequired[str | None]
    cropping_height: NotRequired[int | None]
    cropping_width: NotRequired[int | None]
    cropping_x: NotRequired[int | None]
    cropping_y: NotRequired[int | None]
    id: NotRequired[str | None]


class TableHtmlSubBlock(TypedDict):
    type: Literal["table_html"]
    content: NotRequired[str | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    id: NotRequired[str | None]


class TableBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["table"]
    data: "TableBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]
    subblocks: NotRequired[
        "list[TableHeaderSubBlock | TableHtmlSubBlock | TableImageSubBlock | TableTextSubBlock | TableFallbackHtmlSubBlock | TableFallbackImageSubBlock | TableFallbackTextSubBlock] | None"
    ]


class TableBlockData(TypedDict):
    properties: "StaticTableBlockProperties | DynamicTableBlockProperties"
    display_options: "DisplayOptions"
    styles: "TableBlockStyles"


class StaticTableBlockProperties(TypedDict):
    dynamic: bool | None
    num_columns: NotRequired[int | None]
    show_headers: NotRequired[bool | None]


class DynamicTableBlockProperties(TypedDict):
    dynamic: bool
    num_columns: NotRequired[int | None]
    row_content_repeat: NotRequired["ContentRepeatV1 | None"]
    show_headers: NotRequired[bool | None]
    show_fallback_content: NotRequired[bool | None]
    show_static_row: NotRequired[bool | None]


class TableBlockStyles(TypedDict):
    block_background_color: NotRequired[str | None]
    block_border_color: NotRequired[str | None]
    block_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    block_border_width: NotRequired[int | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    cell_horizontal_border_color: NotRequired[str | None]
    cell_horizontal_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    cell_horizontal_border_width: NotRequired[int | None]
    cell_padding_bottom: NotRequired[int | None]
    cell_padding_left: NotRequired[int | None]
    cell_padding_right: NotRequired[int | None]
    cell_padding_top: NotRequired[int | None]
    cell_vertical_align: NotRequired[Literal["baseline", "bottom", "middle", "top"] | None]
    cell_vertical_border_color: NotRequired[str | None]
    cell_vertical_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    cell_vertical_border_width: NotRequired[int | None]
    header_background_color: NotRequired[str | None]
    header_font_color: NotRequired[str | None]
    header_font_family: NotRequired[str | None]
    header_font_size: NotRequired[int | None]
    header_font_style: NotRequired[Literal["italic", "normal"] | None]
    header_font_weight: NotRequired[str | None]
    header_letter_spacing: NotRequired[int | None]
    header_line_height: NotRequired[float | None]
    header_padding_bottom: NotRequired[int | None]
    header_padding_left: NotRequired[int | None]
    header_padding_right: NotRequired[int | None]
    header_padding_top: NotRequired[int | None]
    header_text_decoration: NotRequired[str | None]
    table_background_color: NotRequired[str | None]
    table_font_color: NotRequired[str | None]
    table_font_family: NotRequired[str | None]
    table_font_size: NotRequired[int | None]
    table_text_align: NotRequired[Literal["center", "left", "right"] | None]
    use_legacy_mobile_padding: NotRequired[bool | None]


class TableHeaderSubBlock(TypedDict):
    type: Literal["table_header"]
    content: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right"] | None]
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    table_column_width: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    id: NotRequired[str | None]


class TableFallbackHtmlSubBlock(TypedDict):
    type: Literal["table_fallback_html"]
    content: NotRequired[str | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    id: NotRequired[str | None]


class TableFallbackImageSubBlock(TypedDict):
    type: Literal["table_fallback_image"]
    dynamic: NotRequired[bool | None]
    alt_text: NotRequired[str | None]
    asset_id: NotRequired[str | None]
    href: NotRequired[str | None]
    src: NotRequired[str | None]
    width: NotRequired[int | None]
    height: NotRequired[int | None]
    image_width: NotRequired[int | None]
    image_align: NotRequired[Literal["center", "left", "right"] | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    table_column_width: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right"] | None]
    cropped_asset_id: NotRequired[str | None]
    cropped_src: NotRequired[str | None]
    cropping_aspect_ratio: NotRequired[str | None]
    cropping_height: NotRequired[int | None]
    cropping_width: NotRequired[int | None]
    cropping_x: NotRequired[int | None]
    cropping_y: NotRequired[int | None]
    id: NotRequired[str | None]


class TableFallbackTextSubBlock(TypedDict):
    type: Literal["table_fallback_text"]
    content: NotRequired[str | None]
    cell_text_align: NotRequired[Literal["center", "left", "right"] | None]
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    show_on: NotRequired[Literal["all", "desktop", "mobile"] | None]
    table_column_width: NotRequired[str | None]
    text_decoration: NotRequired[str | None]
    id: NotRequired[str | None]


class TextBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["text"]
    data: "TextBlockDataV1"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class TextBlockDataV1(TypedDict):
    content: str
    display_options: "DisplayOptions"
    styles: "TextBlockStylesV1"


class TextBlockStylesV1(TypedDict):
    background_color: NotRequired[str | None]
    block_background_color: NotRequired[str | None]
    block_border_color: NotRequired[str | None]
    block_border_style: NotRequired[
        Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None
    ]
    block_border_width: NotRequired[int | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    color: NotRequired[str | None]
    extra_css_class: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    letter_spacing: NotRequired[int | None]
    line_height: NotRequired[float | None]
    mobile_stretch_content: NotRequired[bool | None]
    text_align: NotRequired[Literal["center", "left", "right"] | None]
    text_decoration: NotRequired[str | None]
    text_table_layout: NotRequired[Literal["auto", "fixed", "inherit", "initial"] | None]


class VideoBlockV1(TypedDict):
    content_type: Literal["block"]
    type: Literal["video"]
    data: "VideoBlockData | None"
    id: NotRequired[str | None]
    data_id: NotRequired[str | None]
    universal_id: NotRequired[str | None]


class VideoBlockData(TypedDict):
    properties: "VideoBlockProperties"
    display_options: "DisplayOptions"
    styles: "VideoBlockStyles"


class VideoBlockProperties(TypedDict):
    raw_asset_id: NotRequired[str | None]
    src_asset_id: NotRequired[str | None]
    alt_text: NotRequired[str | None]
    href: NotRequired[str | None]
    overlay_toggle: NotRequired[bool | None]
    raw_src: NotRequired[str | None]
    src: NotRequired[str | None]


class VideoBlockStyles(TypedDict):
    align: NotRequired[Literal["center", "left", "right"] | None]
    background_color: NotRequired[str | None]
    block_background_color: NotRequired[str | None]
    block_padding_bottom: NotRequired[int | None]
    block_padding_left: NotRequired[int | None]
    block_padding_right: NotRequired[int | None]
    block_padding_top: NotRequired[int | None]
    border_color: NotRequired[str | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    full_width_mobile: NotRequired[bool | None]
    height: NotRequired[int | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    max_width: NotRequired[int | None]
    mobile_stretch_content: NotRequired[bool | None]
    width: NotRequired[int | None]


class BaseStyle(TypedDict):
    style_type: Literal["base-styles"]
    properties: "BaseStyleProperties"
    styles: "BaseStyleStyles"
    id: NotRequired[str | None]


class BaseStyleProperties(TypedDict):
    currency: NotRequired[str | None]
    currency_set_on_template: NotRequired[bool | None]
    disable_websafe_fonts: NotRequired[bool | None]
    is_user_draggable: NotRequired[bool | None]
    mobile_optimizations: NotRequired[bool | None]
    tip_tap_enabled: NotRequired[bool | None]


class BaseStyleStyles(TypedDict):
    background_asset_id: NotRequired[str | None]
    background_format: NotRequired[Literal["auto", "contain", "cover", "initial", "repeat"] | None]
    background_position: NotRequired[
        Literal[
            "center-bottom",
            "center-center",
            "center-top",
            "left-bottom",
            "left-center",
            "left-top",
            "right-bottom",
            "right-center",
            "right-top",
        ]
        | None
    ]
    background_repeat: NotRequired[bool | None]
    background_url: NotRequired[str | None]
    border_color: NotRequired[str | None]
    border_radius: NotRequired[int | None]
    border_style: NotRequired[Literal["dashed", "dotted", "groove", "inset", "none", "outset", "ridge", "solid"] | None]
    border_width: NotRequired[int | None]
    content_background_color: NotRequired[str | None]
    inner_padding_bottom: NotRequired[int | None]
    inner_padding_left: NotRequired[int | None]
    inner_padding_right: NotRequired[int | None]
    inner_padding_top: NotRequired[int | None]
    margin_top: NotRequired[int | None]


class TextStyleV1(TypedDict):
    style_type: Literal["text-styles"]
    styles: "TextStyleStyles"
    id: NotRequired[str | None]


class TextStyleStyles(TypedDict):
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    line_height: NotRequired[float | None]
    mobile_font_size: NotRequired[int | None]
    mobile_line_height: NotRequired[float | None]
    text_align: NotRequired[Literal["center", "left", "right"] | None]
    text_decoration: NotRequired[str | None]


class Heading1Style(TypedDict):
    style_type: Literal["heading-1-styles"]
    styles: "HeadingStyleStyles"
    id: NotRequired[str | None]


class HeadingStyleStyles(TypedDict):
    color: NotRequired[str | None]
    font_family: NotRequired[str | None]
    font_size: NotRequired[int | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    letter_spacing: NotRequired[int | None]
    line_height: NotRequired[float | None]
    margin_bottom: NotRequired[int | None]
    mobile_font_size: NotRequired[int | None]
    mobile_line_height: NotRequired[float | None]
    text_align: NotRequired[Literal["center", "left", "right"] | None]
    text_decoration: NotRequired[str | None]


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


class LinkStyleStyles(TypedDict):
    color: NotRequired[str | None]
    font_style: NotRequired[Literal["italic", "normal"] | None]
    font_weight: NotRequired[str | None]
    text_decoration: NotRequired[str | None]


class MobileStyle(TypedDict):
    style_type: Literal["mobile-styles"]
    properties: "MobileStyleProperties"
    styles: "MobileStyleStyles"
    id: NotRequired[str | None]


class MobileStyleProperties(TypedDict):
    mobile_padding_override: NotRequired[bool | None]


class MobileStyleStyles(TypedDict):
    mobile_block_padding_left: NotRequired[int | None]
    mobile_block_padding_right: NotRequired[int | None]
    mobile_margin: NotRequired[int | None]
    mobile_padding_bottom: NotRequired[int | None]
    mobile_padding_left: NotRequired[int | None]
    mobile_padding_right: NotRequired[int | None]
    mobile_padding_top: NotRequired[int | None]


Fault = tuple[str, str, Any]  # pointer, what was expected, what was found


class InvalidInput(ValueError):
    """The arguments are not what Klaviyo documents. `faults`: pointer and expected of the first 20 of `count`."""

    def __init__(self, faults: Iterable[Fault], key: str = "\0") -> None:
        # Several errors of jsonschema can be one fault: each missing property is one to it.
        faults = list({fault[:2]: fault for fault in faults}.values())
        first = [(at.replace(key, "***")[:500], expected, excerpt(found, key)) for at, expected, found in faults[:20]]
        self.count = len(faults)
        self.faults = [{"pointer": at, "expected": expected} for at, expected, _ in first]
        lines = [f"{self.count} fault{'s' * (self.count > 1)} in the arguments, nothing was sent"]
        lines += [f"{at}: expected {expected}, found {found}" for at, expected, found in first]
        super().__init__("\n".join(lines + [f"and {self.count - 20} more"] * (self.count > 20)))


class KlaviyoError(Exception):
    """`status`: None where no answer came, and Klaviyo may have taken the request. `errors`: Klaviyo's error objects.

    `retry_after`: seconds to wait, or None. `rate_limit`: limit, remaining and reset (seconds), where they were sent.
    """

    __slots__ = ("rate_limit",)  # out of __dict__, all of which Windmill keeps with the result of a job

    def __init__(self, message: str, status: int | None, headers: Mapping[str, str], errors: Any) -> None:
        super().__init__(message[:2000])
        self.status = status
        self.errors = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
        self.retry_after = whole(headers.get("Retry-After", ""))
        sent = {name: headers.get(f"RateLimit-{name}", "") for name in ("limit", "remaining", "reset")}
        self.rate_limit = {name: text if whole(text) is None else whole(text) for name, text in sent.items() if text}


def key_of(auth: klaviyo) -> str:
    """The private API key of the resource."""
    key = auth.get("apiKey") if isinstance(auth, dict) else None
    if isinstance(key, str) and re.fullmatch("[!-~]+", key):
        return key
    # What was found may still be a key, so it is not shown.
    raise InvalidInput([("/auth/apiKey", "a private API key in printable ASCII", "***" if key else key)])


def check(arguments: dict[str, Any], key: str) -> dict[str, Any]:
    """The arguments, valid and within the limits, without optional ones and parts that nobody touched."""
    required = SCHEMA["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or value not in (None, "", [])}
    try:
        unfit: list[Fault] = []
        arguments = plain(arguments, [], unfit)
        if unfit:
            raise InvalidInput(unfit, key)
        arguments = touched(arguments, SCHEMA)
        faults = list(schema_faults(arguments))
        unknown = itertools.islice(unknown_properties(arguments, SCHEMA, ()), 10)
        warnings = [] if faults else list(unknown)
    except RecursionError:
        faults = [("/body", f"at most {DEEPEST} levels of nesting", arguments["body"])]
    if faults:
        raise InvalidInput(faults, key)
    for warning in warnings:
        print(warning.replace(key, "***")[:500], file=sys.stderr)
    return arguments


def unknown_properties(value: Any, schema: Any, path: tuple[str | int, ...]) -> Iterator[str]:
    """A line for each property that Klaviyo does not document, with the nearest name that it does. They are sent."""
    schema = resolved(schema)
    if "oneOf" in schema:
        fitting = (member for member in schema["oneOf"] if is_valid(value, member))
        yield from unknown_properties(value, next(fitting, {}), path)
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from unknown_properties(item, schema["items"], (*path, index))
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        for name, item in value.items():
            if name not in known:
                hint = "".join(f", did you mean {near}?" for near in difflib.get_close_matches(name[:100], known, 1))
                yield f"{pointer((*path, name))}: not a known property{hint}"
            elif isinstance(item, (dict, list)):
                yield from unknown_properties(item, known[name], (*path, name))


def plain(value: Any, path: list[str | int], faults: list[Fault]) -> Any:
    """`value` with whole floats as integers, as in JavaScript; what cannot be sent is added to `faults`.

    Copies only what changes: a body can be large.
    """
    if len(path) > DEEPEST:
        raise RecursionError
    if isinstance(value, (dict, list)):
        copy = value
        for name, item in value.items() if isinstance(value, dict) else enumerate(value):
            path.append(name)
            if not isinstance(name, (str, int)):
                faults.append((pointer(path), "a string as the property's name", name))
            fit = plain(item, path, faults)
            path.pop()
            if fit is not item:
                if copy is value:
                    copy = value.copy()
                copy[name] = fit
        return copy
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e21:
            return int(Decimal(float.__repr__(value)))
        if not math.isfinite(value):
            faults.append((pointer(path), "a number that JSON can write", value))
    elif value is not None and not isinstance(value, (str, int)):
        faults.append((pointer(path), "a JSON value", value))
    return value


def schema_faults(arguments: dict[str, Any]) -> Iterator[Fault]:
    """What `arguments` do wrong by SCHEMA."""
    for error in (inner for outer in VALIDATOR.iter_errors(arguments) for inner in innermost(outer)):
        if error.validator == "type" and "enum" in error.schema:
            continue  # enum says it better
        yield pointer(error.absolute_path), expectation(error), error.instance


def constants(error: Any) -> dict[str, list[Any]]:
    """The names of properties with one value in each member of a union, and these values."""
    members = error.validator_value if error.validator == "oneOf" and isinstance(error.instance, dict) else []
    members = [resolved(member) for member in members]
    found: dict[str, list[Any]] = {}
    for member in members:
        for name, subschema in member.get("properties", {}).items():
            if len(subschema.get("enum", ())) == 1:
                found.setdefault(name, []).extend(subschema["enum"])
    objects = sum("properties" in member for member in members)
    return {name: list(dict.fromkeys(values)) for name, values in found.items() if len(values) == objects}


def innermost(error: Any) -> Iterator[Any]:
    """The error itself; of a union, the errors of the one member that fits best.

    That is by type, then constants, then missing properties, then number of errors. Where all members have a constant
    of the same name and the value has none of them, that is the error.
    """
    for name, choices in constants(error).items():
        if error.instance.get(name) not in choices:
            path = [*error.absolute_path, name]
            yield ValidationError("", "enum", path, instance=error.instance.get(name), validator_value=choices)
            return
    members: dict[int, list[Any]] = {}
    for inner in error.context:
        members.setdefault(inner.schema_path[0], []).append(inner)
    misfits = {
        index: (
            any(inner.validator == "type" and not inner.path for inner in errors),
            sum(inner.validator == "enum" and len(inner.validator_value) == 1 for inner in errors),
            sum(inner.validator == "required" and not inner.path for inner in errors),
            len(errors),
        )
        for index, errors in members.items()
    }
    best = [members[index] for index, misfit in misfits.items() if misfit == min(misfits.values())]
    first = best[0][0] if best else error
    if len(best) == 1:
        for inner in best[0]:
            yield from innermost(inner)
    elif best and all(
        inner.validator == "enum" and inner.path == first.path for errors in best for inner in errors[:1]
    ):
        # All differ in one constant, which says what the value is: any of theirs would do.
        first.validator_value = [value for errors in best for value in errors[0].validator_value]
        yield first
    else:
        yield error


def expectation(error: Any) -> str:
    value = error.validator_value
    match error.validator:
        case "type":
            return " or ".join([value] if isinstance(value, str) else value)
        case "enum":
            return " or ".join(json.dumps(member) for member in value)
        case "required":
            missing = [f'"{name}"' for name in value if name not in error.instance]
            return ("the properties " if missing[1:] else "the property ") + " and ".join(missing)
        case "oneOf":
            return " or ".join(list(dict.fromkeys(in_words(member, error.instance) for member in value))[:5])
        case "pattern":
            return PATTERNS[value]
        case _:  # maxProperties, the last keyword of SCHEMA that can fail
            return f"at most {value:,} properties"


def in_words(member: Any, found: Any) -> str:
    """A member of a union: its type, or, where that is right, what an object of it has to have."""
    member = resolved(member)
    required = " and ".join(member.get("required", ()))
    return f"an object with {required}" if required and isinstance(found, dict) else str(member.get("type", "object"))


def touched(value: Any, schema: Any, in_union: bool = False) -> Any:
    """`value` without what a form sends for optional parts that nobody touched.

    That is sections with nothing but the type of a resource in them, and blanks that are not valid as they stand.
    In a union, blank fields of its other members, too.
    A form sends some booleans as text. Copies only what changes: a body can be large.
    """
    schema = resolved(schema)
    if value in ("true", "false") and "boolean" in schema.get("type", ()):
        return value == "true"
    if isinstance(value, dict) and "oneOf" in schema:
        fits = ((touched(value, member, True), member) for member in schema["oneOf"])
        return next((fit for fit, member in fits if is_valid(fit, member)), {} if blank(value) else value)
    copy = value
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            fit = touched(item, schema["items"], in_union)
            if fit is not item:
                copy = value.copy() if copy is value else copy
                copy[index] = fit
    if isinstance(value, dict) and "properties" in schema:
        properties, required = schema["properties"], schema.get("required", ())
        for name, item in value.items():
            if isinstance(item, (str, int, float)) and item not in ("", "true", "false"):
                continue  # there is something in it
            subschema = properties.get(name, {})
            fit = touched(item, subschema, in_union)
            if name in properties:
                left_out = name not in required and (
                    is_untouched(fit, subschema) or (blank(fit) and not is_valid(fit, subschema))
                )
            else:
                left_out = in_union and blank(item)
            if left_out or fit is not item:
                copy = value.copy() if copy is value else copy
                copy[name] = fit
                if left_out:
                    del copy[name]
    return copy


def is_untouched(value: Any, schema: Any) -> bool:
    """Whether a section holds nothing, or only the type of a resource with a blank id."""
    if not isinstance(value, dict):
        return False
    properties = schema.get("properties", {})
    resource = "id" in properties or "attributes" in properties
    return ("id" in value or "id" not in schema.get("required", ())) and all(
        name in properties
        and (is_untouched(item, properties[name]) or (resource and (name == "type" or (name, item) == ("id", ""))))
        for name, item in value.items()
    )


def resolved(schema: Any) -> Any:
    """What a reference refers to."""
    return SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def is_valid(value: Any, schema: Any) -> bool:
    valid: bool = VALIDATOR.evolve(schema=schema).is_valid(value)
    return valid


def blank(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(blank, value.values()))
    return value in (None, "", [])


def encode(body: Any) -> bytes:
    """Compact UTF-8, byte for byte what JSON.stringify gives (integers over 2**53 keep their digits)."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    if "e-0" in text:
        text = re.sub(r'"(?:[^"\\]|\\.)*"|-?[\d.]+e-0\d', small_number, text)
    return text.encode(errors="backslashreplace")  # a lone surrogate becomes \udxxx, which is its JSON escape


def small_number(token: re.Match[str]) -> str:
    """Python writes 1e-05 and 1e-07 where JavaScript writes 0.00001 and 1e-7."""
    text = token[0]
    if text.startswith('"'):
        return text
    return format(Decimal(text), "f") if text[-1] in "56" else text.replace("e-0", "e-")


def pointer(path: Iterable[str | int]) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def excerpt(value: Any, key: str) -> str:
    """At most 80 characters of `value` as JSON, without the key."""
    chunks = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=repr).iterencode(value)
    text = "".join(itertools.islice(chunks, 80)).replace(key, "***")
    return text if len(text) <= 80 else text[:79] + "…"


class Throttled(Retry):
    """Sends again only what Klaviyo did not take: what it answered with 429.

    Waits as Retry-After asks, but at least 1, 2, 4… seconds, and at most LONGEST_WAIT in all.
    """

    waited = 0.0

    def get_retry_after(self, response: Any) -> float:
        return max(1.0, self.get_backoff_time(), whole(response.headers.get("Retry-After", "")) or 0)

    def increment(self, *args: Any, **details: Any) -> "Throttled":
        retry = super().increment(*args, **details)
        if (response := details.get("response")) is not None:
            wait = retry.get_retry_after(response)
            retry.waited = self.waited + wait
            if retry.waited > LONGEST_WAIT:
                raise MaxRetryError(details["_pool"], "")
            print(f"Klaviyo answers {response.status}: waiting {wait:g} s", file=sys.stderr)
        return retry


def whole(text: str) -> int | None:
    """The number that a header holds; None where it is missing or something else."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None


def send(method: str, url: str, key: str, **request: Any) -> dict[str, Any] | None:
    """The decoded answer, None where it is empty; KlaviyoError for everything else."""

    def authorize(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        # Not in `headers`: requests lets an entry of ~/.netrc replace it there.
        prepared.headers["Authorization"] = f"Klaviyo-API-Key {key}"
        return prepared

    # No `total`: a number would also repeat a 503 that has Retry-After.
    throttled = Throttled(
        total=None,
        connect=0,
        read=False,
        other=0,
        allowed_methods=None,
        status_forcelist=[429],
        backoff_factor=1,
        raise_on_status=False,
    )
    request |= {"auth": authorize, "timeout": TIMEOUT, "allow_redirects": False, "stream": True}
    status = failure = None
    with requests.Session() as session:
        session.mount(API, HTTPAdapter(max_retries=throttled))
        try:
            response = session.request(method, url, **request)
            status = response.status_code
            content = response.content
        except (requests.RequestException, HTTPError) as error:
            failure = f"{type(error).__name__}: {error}".replace(key, "***")
    if failure:  # raised out here, so that no request with the key hangs on the exception as its context
        raise KlaviyoError(f"{status or 'no answer'}, {failure}; Klaviyo may have taken the request", status, {}, None)
    text = content.decode(errors="replace").replace(key, "***")
    errors: Any = None
    try:
        decoded: dict[str, Any] | None = json.loads(text or "null")
        if 200 <= response.status_code < 300:
            return decoded
        errors = decoded["errors"] if decoded else None
    except (ValueError, TypeError, KeyError, RecursionError):
        pass  # HTML, or something else that is not what Klaviyo documents
    raise KlaviyoError(f"{status} {text or response.reason}", status, response.headers, errors)


PATTERNS = {r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.pre)?(?!\n)$": "a date such as 2026-10-15"}
SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Create Template","type":"object","description":"Creates an email template, either from HTML or from a drag-and-drop definition, and returns it. A repeat makes another template, and it fails once the account has reached its limit of templates.\n\nLimits: 1,000 templates per account creatable by API.\nRate: 75/s burst, 750/m steady.\nScopes: templates:write.\nReference: https://developers.klaviyo.com/en/reference/create_template","properties":{"revision":{"type":"string","description":"Date of the API revision whose rules hold for this call. This script was made for the default.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"body":{"type":"object","description":"The JSON:API document that Klaviyo takes: what to do stands in data.","properties":{"data":{"type":"object","description":"The template: its type and what is said of it.","properties":{"type":{"type":"string","description":"JSON:API resource type, always this value.","enum":["template"]},"attributes":{"type":"object","description":"What is said of the template: its fields apart from type, id and relationships.","properties":{"name":{"type":"string","description":"Name of the template, for people to tell it from others."},"editor_type":{"type":"string","description":"Editor that the template is for: CODE for HTML, USER_DRAGGABLE for a mix, SYSTEM_DRAGGABLE for a definition of blocks."},"html":{"type":["string","null"],"description":"HTML source of the content."},"definition":{"type":["object","null"],"description":"Full description of what the resource or rule consists of.","properties":{"body":{"type":"object","description":"Main part of a message or template, or how that part looks.","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"id":{"type":["string","null"],"description":"Id of the template."},"css_class":{"type":["string","null"],"description":"CSS class given to the body of the email."}}},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."}}},"id":{"type":["string","null"],"description":"Id of the template."},"sections":{"type":["array","null"],"description":"Horizontal sections of the email from top to bottom; each holds rows.","items":{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["section"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["section"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"is_ai_generated":{"type":["boolean","null"],"description":"Whether the content was written by AI."},"is_prebuilt_content":{"type":["boolean","null"],"description":"Whether the section or block comes from ready-made content."}}},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_asset_id":{"type":["string","null"],"description":"Id of the image asset that serves as background."},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"background_format":{"type":["string","null"],"description":"How the background image is sized or repeated to fill its area.","enum":["auto","contain","cover","initial","repeat",null]},"background_image_full_width":{"type":["boolean","null"],"description":"Whether the section's background picture runs across the full width of the email."},"background_position":{"type":["string","null"],"description":"Point of the area at which the background image is anchored, such as center-top.","enum":["center-bottom","center-center","center-top","left-bottom","left-center","left-top","right-bottom","right-center","right-top",null]},"background_repeat":{"type":["boolean","null"],"description":"Whether the background image is tiled across its area."},"background_url":{"type":["string","null"],"description":"Address of the background image, http or https."},"border_color":{"type":["string","null"],"description":"Color of the line around this part, as a CSS color such as #D9CFC1."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"column_align":{"type":["string","null"],"description":"Vertical alignment of the section's columns against each other.","enum":["baseline","bottom","middle","top",null]},"column_direction":{"type":["string","null"],"description":"Order in which columns stack on a narrow screen, or that they stay side by side.","enum":["ltr","no-stack","rtl",null]},"content_color":{"type":["string","null"],"description":"Colour of the section's content area, such as #FFFFFF."},"content_color_type":{"type":["string","null"],"description":"Whether the colour of the content area is set by the section, by the template, or not at all.","enum":["none","section","template",null]},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"stack_on_mobile":{"type":["boolean","null"],"description":"Whether parts that stand side by side stack on mobile devices."}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the section."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."},"rows":{"type":["array","null"],"description":"Rows of the section, one below the other; each is divided into columns.","items":{"type":"object","properties":{"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"column_layout":{"type":["string","null"],"description":"Number of columns in the row and the share of the width each gets.","enum":["1-column-full-width","2-columns-25%-75%","2-columns-33%-67%","2-columns-67%-33%","2-columns-75%-25%","2-columns-equal-width","3-columns-25%-25%-50%","3-columns-25%-50%-25%","3-columns-50%-25%-25%","3-columns-equal-width","4-columns-equal-width",null]}}}},"required":["styles"]},"id":{"type":["string","null"],"description":"Id of the section."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"columns":{"type":["array","null"],"description":"Columns of the row, side by side; each holds content blocks.","items":{"type":"object","properties":{"id":{"type":["string","null"],"description":"Id of the section."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","maxProperties":0,"additionalProperties":true},"blocks":{"type":["array","null"],"description":"Content blocks of the column, such as text, image, button or product.","items":{"oneOf":[{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["button"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"content":{"type":["string","null"],"description":"Text or HTML that the block shows."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"href":{"type":["string","null"],"description":"Address that a click on the element opens."}}},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"border_color":{"type":["string","null"],"description":"Color of the line around this part, as a CSS color such as #D9CFC1."},"border_radius":{"type":["integer","null"],"description":"Rounding of the corners, in pixels; 0 for square ones."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"drop_shadow_color":{"type":["string","null"],"description":"Colour of the shadow behind the button, such as #CCCCCC."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."},"stretch":{"type":["boolean","null"],"description":"Whether the button or coupon fills the width of its block."},"text_align":{"type":["string","null"],"description":"Side to which the text is aligned.","enum":["center","left","right",null]},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}}},"required":["content","properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the button."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["coupon"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"content":{"type":"string","description":"Text or HTML that the block shows."},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"coupon_id":{"type":["string","null"],"description":"Id of the coupon whose code the block shows."},"coupon":{"type":["string","null"],"description":"The coupon that is shown or given out."},"header_enabled":{"type":["boolean","null"],"description":"Whether the coupon block has a heading."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."}}},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"border_color":{"type":["string","null"],"description":"Color of the line around this part, as a CSS color such as #D9CFC1."},"border_radius":{"type":["integer","null"],"description":"Rounding of the corners, in pixels; 0 for square ones."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"header_font_family":{"type":["string","null"],"description":"Font in which the head of the table or coupon is set, such as Arial."},"header_font_size":{"type":["integer","null"],"description":"Font size of the head of the table or coupon, in pixels."},"header_padding_bottom":{"type":["integer","null"],"description":"Space inside the lower edge of the head of the table or coupon, in pixels."},"header_padding_left":{"type":["integer","null"],"description":"Space inside the left edge of the head of the table or coupon, in pixels."},"header_padding_right":{"type":["integer","null"],"description":"Space inside the right edge of the head of the table or coupon, in pixels."},"header_padding_top":{"type":["integer","null"],"description":"Space inside the upper edge of the head of the table or coupon, in pixels."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."},"stretch":{"type":["boolean","null"],"description":"Whether the button or coupon fills the width of its block."},"text_align":{"type":["string","null"],"description":"Side to which the text is aligned.","enum":["center","left","right",null]},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}}},"required":["content","properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the coupon."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["drop_shadow"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."},"shadow_color":{"type":["string","null"],"description":"Colour of the shadow around the review, or how dark the shadow of a shadow block is.","enum":["dark","light","medium",null]}}}},"required":["display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the drop_shadow."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["header"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"border_color":{"type":["string","null"],"description":"Color of the line around this part, as a CSS color such as #D9CFC1."},"border_radius":{"type":["integer","null"],"description":"Rounding of the corners, in pixels; 0 for square ones."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"desktop_layout":{"type":["string","null"],"description":"How logo and links of the header block are arranged on desktop screens.","enum":["centered","inline","links","stacked",null]},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"item_align":{"type":["string","null"],"description":"Horizontal position of the links in the header block.","enum":["center","left","right",null]},"item_spacing":{"type":["integer","null"],"description":"Space between the items of the header block, in pixels."},"item_spacing_type":{"type":["string","null"],"description":"Whether the space between the header's items is set by hand or found automatically.","enum":["auto","manual",null]},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"logo_align":{"type":["string","null"],"description":"Horizontal position of the logo in the header block.","enum":["center","left","right",null]},"logo_link_spacing":{"type":["integer","null"],"description":"Space between the logo and the links of the header block, in pixels."},"mobile_layout":{"type":["string","null"],"description":"How logo and links of the header block are arranged on mobile devices.","enum":["inline","links","links-stacked","logo-stacked","stacked",null]},"mobile_spacing":{"type":["integer","null"],"description":"Space between the header's items on mobile devices, in pixels."},"mobile_wrap":{"type":["boolean","null"],"description":"Whether the header's items may wrap onto further lines on mobile devices."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"vertical_align":{"type":["string","null"],"description":"Vertical position of logo and links in the header block.","enum":["baseline","bottom","middle","top",null]}}}},"required":["display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the header."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."},"subblocks":{"type":["array","null"],"description":"Parts of the block, such as links of a header, icons, products or table cells.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["header_link_bar_button"]},"id":{"type":["string","null"],"description":"Id of the header_link_bar_button."},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"content":{"type":["string","null"],"description":"What the block, question or teaser says or shows."},"drop_shadow_color":{"type":["string","null"],"description":"Colour of the shadow behind the button, such as #CCCCCC."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["header_link_bar_image"]},"id":{"type":["string","null"],"description":"Id of the header_link_bar_image."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"asset_id":{"type":["string","null"],"description":"Id of the picture in the account's asset library."},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"max_width":{"type":["integer","null"],"description":"Greatest width of the picture or video, in pixels."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["header_link_bar_logo"]},"id":{"type":["string","null"],"description":"Id of the header_link_bar_logo."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"asset_id":{"type":["string","null"],"description":"Id of the picture in the account's asset library."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"max_width":{"type":["integer","null"],"description":"Greatest width of the picture or video, in pixels."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."}},"required":["type"]}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["horizontal_rule"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"border_color":{"type":["string","null"],"description":"Color of the line around this part, as a CSS color such as #D9CFC1."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."}}}},"required":["display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the horizontal_rule."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["html"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"content":{"type":"string","description":"Text or HTML that the block shows."},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."}},"required":["content","display_options"]},"id":{"type":["string","null"],"description":"Id of the html."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["image"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"properties":{"description":"Settings of this part; which ones there are depends on its kind.","oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed.","enum":[false,null]},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"asset_id":{"type":["string","null"],"description":"Id of the picture in the account's asset library."},"cropping_properties":{"type":["object","null"],"description":"How the image is cropped: frame, position and the resulting file.","properties":{"aspect_ratio":{"type":["string","null"],"description":"Ratio of width to height of the image's crop frame."},"asset_id":{"type":["string","null"],"description":"Id of the picture in the account's asset library."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."},"x":{"type":["integer","null"],"description":"Horizontal offset of the crop frame in the picture, in pixels."},"y":{"type":["integer","null"],"description":"Vertical offset of the crop frame in the picture, in pixels."}}},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","description":"Whether the content is computed for each recipient instead of being fixed.","enum":[true]},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"align":{"type":["string","null"],"description":"Horizontal position of the image or video in its block.","enum":["center","left","right",null]},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_border_color":{"type":["string","null"],"description":"Color of the line around the block, as a CSS color such as #D9CFC1."},"block_border_style":{"type":["string","null"],"description":"How the line around the block is drawn; none leaves it out.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"block_border_width":{"type":["integer","null"],"description":"Thickness of the line around the block, in pixels."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"full_width_mobile":{"type":["boolean","null"],"description":"Whether the image or video fills the width of the screen on mobile devices."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"max_width":{"type":["integer","null"],"description":"Greatest width of the picture or video, in pixels."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the image."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["product"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"properties":{"description":"Settings of this part; which ones there are depends on its kind.","oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed.","enum":[false,null]},"is_ai_generated":{"type":["boolean","null"],"description":"Whether the content was written by AI."},"is_prebuilt_content":{"type":["boolean","null"],"description":"Whether the section or block comes from ready-made content."},"item_subtype_id":{"type":["integer","null"],"description":"Number of the subtype of the items shown in the product block."},"show_button":{"type":["boolean","null"],"description":"Whether each product has a button."},"show_original_price":{"type":["boolean","null"],"description":"Whether the price before any reduction is shown."},"show_price":{"type":["boolean","null"],"description":"Whether the products' prices are shown."},"show_rating":{"type":["boolean","null"],"description":"Whether the star rating is shown."},"show_rating_count":{"type":["boolean","null"],"description":"Whether the number of ratings is shown beside the stars."},"show_title":{"type":["boolean","null"],"description":"Whether the products' titles are shown."},"show_title_links":{"type":["boolean","null"],"description":"Whether the products' titles link to their pages."},"title_placeholder":{"type":["string","null"],"description":"Placeholder for the product's title."},"show_description":{"type":["boolean","null"],"description":"Whether the products' descriptions are shown."},"localize_for_recipient":{"type":["boolean","null"],"description":"Whether product data is adapted to the recipient's locale."},"language":{"type":["string","null"],"description":"Language of the product data shown in the block."},"region":{"type":["string","null"],"description":"State, province or larger region."}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","description":"Whether the content is computed for each recipient instead of being fixed.","enum":[true]},"is_ai_generated":{"type":["boolean","null"],"description":"Whether the content was written by AI."},"is_prebuilt_content":{"type":["boolean","null"],"description":"Whether the section or block comes from ready-made content."},"item_subtype_id":{"type":["integer","null"],"description":"Number of the subtype of the items shown in the product block."},"show_button":{"type":["boolean","null"],"description":"Whether each product has a button."},"show_original_price":{"type":["boolean","null"],"description":"Whether the price before any reduction is shown."},"show_price":{"type":["boolean","null"],"description":"Whether the products' prices are shown."},"show_rating":{"type":["boolean","null"],"description":"Whether the star rating is shown."},"show_rating_count":{"type":["boolean","null"],"description":"Whether the number of ratings is shown beside the stars."},"show_title":{"type":["boolean","null"],"description":"Whether the products' titles are shown."},"show_title_links":{"type":["boolean","null"],"description":"Whether the products' titles link to their pages."},"title_placeholder":{"type":["string","null"],"description":"Placeholder for the product's title."},"button_text":{"type":["string","null"],"description":"Label on the product's button, such as Buy now."},"feed":{"type":["string","null"],"description":"Name of the product feed from which a dynamic product block draws its items."},"feed_offset":{"type":["integer","null"],"description":"Number of items at the start of the feed that the block skips."},"is_nbp":{"type":["boolean","null"],"description":"Whether the dynamic product block shows each recipient their next best product (NBP)."}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"button_alignment":{"type":["string","null"],"description":"Horizontal position of the product's button.","enum":["center","left","right",null]},"button_background_color":{"type":["string","null"],"description":"Fill colour of the button, such as #F72424."},"button_border_color":{"type":["string","null"],"description":"Colour of the line around the button, such as #CCCCCC."},"button_border_radius":{"type":["integer","null"],"description":"Rounding of the button's corners, in pixels."},"button_border_style":{"type":["string","null"],"description":"Kind of line around the button.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"button_border_width":{"type":["integer","null"],"description":"Thickness of the line around the button, in pixels."},"button_drop_shadow_color":{"type":["string","null"],"description":"Colour of the shadow behind the button, such as #CCCCCC."},"button_font_color":{"type":["string","null"],"description":"Colour of the button's text, such as #222222."},"button_font_family":{"type":["string","null"],"description":"Font in which the button's text is set, such as Arial."},"button_font_size":{"type":["integer","null"],"description":"Font size of the button's text, in pixels."},"button_font_style":{"type":["string","null"],"description":"Whether the button's text is set upright or in italics.","enum":["italic","normal",null]},"button_font_weight":{"type":["string","null"],"description":"Boldness of the button's text, such as 400 or 700."},"button_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the button's text, in pixels."},"button_padding_bottom":{"type":["integer","null"],"description":"Space between text and lower edge of the button, in pixels."},"button_padding_left":{"type":["integer","null"],"description":"Space between text and left edge of the button, in pixels."},"button_padding_right":{"type":["integer","null"],"description":"Space between text and right edge of the button, in pixels."},"button_padding_top":{"type":["integer","null"],"description":"Space between text and upper edge of the button, in pixels."},"button_text_decoration":{"type":["string","null"],"description":"Line drawn on the button's text, such as underline."},"description_font_color":{"type":["string","null"],"description":"Colour of the product's description, such as #222222."},"description_font_family":{"type":["string","null"],"description":"Font in which the product's description is set, such as Arial."},"description_font_size":{"type":["integer","null"],"description":"Font size of the product's description, in pixels."},"description_font_style":{"type":["string","null"],"description":"Whether the product's description is set upright or in italics.","enum":["italic","normal",null]},"description_font_weight":{"type":["string","null"],"description":"Boldness of the product's description, such as 400 or 700."},"description_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the product's description, in pixels."},"description_padding_bottom":{"type":["integer","null"],"description":"Space below the product's description, in pixels."},"description_padding_top":{"type":["integer","null"],"description":"Space above the product's description, in pixels."},"description_text_decoration":{"type":["string","null"],"description":"Line drawn on the product's description, such as underline."},"item_border_color":{"type":["string","null"],"description":"Colour of the line around each product, such as #CCCCCC."},"item_border_style":{"type":["string","null"],"description":"Kind of line around each product.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"item_border_width":{"type":["integer","null"],"description":"Thickness of the line around each product, in pixels."},"item_max_height":{"type":["integer","null"],"description":"Greatest height of a product in the block, in pixels."},"item_padding_bottom":{"type":["integer","null"],"description":"Space inside each product's box at its lower edge, in pixels."},"item_padding_left":{"type":["integer","null"],"description":"Space inside each product's box at its left edge, in pixels."},"item_padding_right":{"type":["integer","null"],"description":"Space inside each product's box at its right edge, in pixels."},"item_padding_top":{"type":["integer","null"],"description":"Space inside each product's box at its upper edge, in pixels."},"item_text_alignment":{"type":["string","null"],"description":"Horizontal alignment of the text in each product.","enum":["center","left","right",null]},"layout":{"type":["string","null"],"description":"How the parts of the product or review, such as picture and text, are arranged.","enum":["horizontal","vertical-left-image","vertical-right-image",null]},"num_columns":{"type":["integer","null"],"description":"Number of columns side by side in the product or table block."},"num_rows":{"type":["integer","null"],"description":"Number of rows of products in the block."},"original_price_font_color":{"type":["string","null"],"description":"Colour of the price before reduction, such as #222222."},"original_price_font_family":{"type":["string","null"],"description":"Font in which the price before reduction is set, such as Arial."},"original_price_font_size":{"type":["integer","null"],"description":"Font size of the price before reduction, in pixels."},"original_price_font_style":{"type":["string","null"],"description":"Whether the price before reduction is set upright or in italics.","enum":["italic","normal",null]},"original_price_font_weight":{"type":["string","null"],"description":"Boldness of the price before reduction, such as 400 or 700."},"original_price_text_decoration":{"type":["string","null"],"description":"Line drawn on the price before reduction, such as underline."},"price_font_color":{"type":["string","null"],"description":"Colour of the product's price, such as #222222."},"price_font_family":{"type":["string","null"],"description":"Font in which the product's price is set, such as Arial."},"price_font_size":{"type":["integer","null"],"description":"Font size of the product's price, in pixels."},"price_font_style":{"type":["string","null"],"description":"Whether the product's price is set upright or in italics.","enum":["italic","normal",null]},"price_font_weight":{"type":["string","null"],"description":"Boldness of the product's price, such as 400 or 700."},"price_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the product's price, in pixels."},"price_padding_bottom":{"type":["integer","null"],"description":"Space below the product's price, in pixels."},"price_padding_top":{"type":["integer","null"],"description":"Space above the product's price, in pixels."},"price_text_decoration":{"type":["string","null"],"description":"Line drawn on the product's price, such as underline."},"rating_font_color":{"type":["string","null"],"description":"Colour of the product's rating, such as #222222."},"rating_font_family":{"type":["string","null"],"description":"Font in which the product's rating is set, such as Arial."},"rating_font_size":{"type":["integer","null"],"description":"Font size of the product's rating, in pixels."},"rating_font_style":{"type":["string","null"],"description":"Whether the product's rating is set upright or in italics.","enum":["italic","normal",null]},"rating_font_weight":{"type":["string","null"],"description":"Boldness of the product's rating, such as 400 or 700."},"rating_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the product's rating, in pixels."},"rating_padding_bottom":{"type":["integer","null"],"description":"Space below the product's rating, in pixels."},"rating_padding_top":{"type":["integer","null"],"description":"Space above the product's rating, in pixels."},"rating_text_decoration":{"type":["string","null"],"description":"Line drawn on the product's rating, such as underline."},"stack_on_mobile":{"type":["boolean","null"],"description":"Whether parts that stand side by side stack on mobile devices."},"title_font_color":{"type":["string","null"],"description":"Colour of the product's title, such as #222222."},"title_font_family":{"type":["string","null"],"description":"Font in which the product's title is set, such as Arial."},"title_font_size":{"type":["integer","null"],"description":"Font size of the product's title, in pixels."},"title_font_style":{"type":["string","null"],"description":"Whether the product's title is set upright or in italics.","enum":["italic","normal",null]},"title_font_weight":{"type":["string","null"],"description":"Boldness of the product's title, such as 400 or 700."},"title_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the product's title, in pixels."},"title_padding_bottom":{"type":["integer","null"],"description":"Space below the product's title, in pixels."},"title_padding_top":{"type":["integer","null"],"description":"Space above the product's title, in pixels."},"title_text_decoration":{"type":["string","null"],"description":"Line drawn on the product's title, such as underline."}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the product."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."},"subblocks":{"type":["array","null"],"description":"Parts of the block, such as links of a header, icons, products or table cells.","items":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["product"]},"id":{"type":["string","null"],"description":"Id of the product."},"product_id":{"type":["string","null"],"description":"Id of the product that the item shows."},"external_id":{"type":["string","null"],"description":"Id of the object in your own system or shop."},"autogenerate_link":{"type":["boolean","null"],"description":"Whether the product's link is generated instead of written by hand."},"button_text":{"type":["string","null"],"description":"Label on the product's button, such as Buy now."},"description":{"type":["string","null"],"description":"Free text that says more about what this object is."},"image_url":{"type":["string","null"],"description":"Address of the product's picture, http or https."},"link":{"type":["string","null"],"description":"Address that a click on the product opens."},"name":{"type":["string","null"],"description":"Name of what this object describes."},"original_price":{"type":["string","null"],"description":"Price of the product before any reduction, as text."},"price":{"type":["string","null"],"description":"Price of the item or variant as it is shown in messages."},"currency_code":{"type":["string","null"],"description":"Currency of the product's price, such as USD."},"title":{"type":["string","null"],"description":"Headline of the content it belongs to."},"url":{"type":["string","null"],"description":"Address that this part points to, such as https://www.example.com/tea."}},"required":["type"]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["review"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"properties":{"description":"Settings of this part; which ones there are depends on its kind.","oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed.","enum":[false,null]},"show_rating":{"type":["boolean","null"],"description":"Whether the star rating is shown."},"show_reviewer_name":{"type":["boolean","null"],"description":"Whether the name of the person who wrote the review is shown."},"show_product_name":{"type":["boolean","null"],"description":"Whether the name of the reviewed product is shown."},"show_variant_name":{"type":["boolean","null"],"description":"Whether the name of the reviewed variant is shown."},"show_verified_badge":{"type":["boolean","null"],"description":"Whether the badge for verified buyers is shown."},"author_placeholder":{"type":["string","null"],"description":"Placeholder for the name of the reviewer."},"quote_placeholder":{"type":["string","null"],"description":"Placeholder for the text of the review."},"product_name_placeholder":{"type":["string","null"],"description":"Placeholder for the reviewed product's name."},"product_variant_name_placeholder":{"type":["string","null"],"description":"Placeholder for the reviewed variant's name."},"verified_badge_language":{"type":["string","null"],"description":"Language of the words on the badge for verified buyers.","enum":["dutch","english","french","german","hungarian","italian","japanese","korean","portuguese","spanish",null]},"author":{"type":["string","null"],"description":"Name of the person whose words these are, as shown to readers."},"product_name":{"type":["string","null"],"description":"Name of the reviewed product, such as Linen shirt."},"product_variant_name":{"type":["string","null"],"description":"Name of the reviewed variant, such as Linen shirt, blue."},"quote":{"type":["string","null"],"description":"Text of the review that the block shows."},"stars":{"type":["integer","null"],"description":"Rating that the review shows, as a whole number such as 5."},"verified":{"type":["boolean","null"],"description":"Whether the review is marked as written by a verified buyer."}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","description":"Whether the content is computed for each recipient instead of being fixed.","enum":[true]},"show_rating":{"type":["boolean","null"],"description":"Whether the star rating is shown."},"show_reviewer_name":{"type":["boolean","null"],"description":"Whether the name of the person who wrote the review is shown."},"show_product_name":{"type":["boolean","null"],"description":"Whether the name of the reviewed product is shown."},"show_variant_name":{"type":["boolean","null"],"description":"Whether the name of the reviewed variant is shown."},"show_verified_badge":{"type":["boolean","null"],"description":"Whether the badge for verified buyers is shown."},"author_placeholder":{"type":["string","null"],"description":"Placeholder for the name of the reviewer."},"quote_placeholder":{"type":["string","null"],"description":"Placeholder for the text of the review."},"product_name_placeholder":{"type":["string","null"],"description":"Placeholder for the reviewed product's name."},"product_variant_name_placeholder":{"type":["string","null"],"description":"Placeholder for the reviewed variant's name."},"verified_badge_language":{"type":["string","null"],"description":"Language of the words on the badge for verified buyers.","enum":["dutch","english","french","german","hungarian","italian","japanese","korean","portuguese","spanish",null]},"fallback_options":{"type":["string","null"],"description":"What the review block shows when no suitable review is found for the product.","enum":["high-quality-review","high-quality-review-or-static","no-review","recent","static-only",null]},"fallback_content_type":{"type":["string","null"],"description":"Whether the review block falls back to a full review or to a quote only.","enum":["full","quote",null]},"fallback_review_id":{"type":["string","null"],"description":"Id of the review shown when no suitable one is found."},"product_selection_mode":{"type":["string","null"],"description":"Whether the product to be reviewed is found automatically or chosen by hand.","enum":["automatic","manual",null]},"product_id":{"type":["string","null"],"description":"Id of the product whose reviews are shown."},"product_event_variable":{"type":["string","null"],"description":"Event variable from which the product to be reviewed is taken."}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"author_align":{"type":["string","null"],"description":"Horizontal alignment of the reviewer's name.","enum":["center","left","right",null]},"author_color":{"type":["string","null"],"description":"Colour of the reviewer's name, such as #222222."},"author_font_family":{"type":["string","null"],"description":"Font in which the reviewer's name is set, such as Arial."},"author_font_size":{"type":["integer","null"],"description":"Font size of the reviewer's name, in pixels."},"author_font_style":{"type":["string","null"],"description":"Whether the reviewer's name is set upright or in italics.","enum":["italic","normal",null]},"author_font_weight":{"type":["string","null"],"description":"Boldness of the reviewer's name, such as 400 or 700."},"author_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the reviewer's name, in pixels."},"author_text_decoration":{"type":["string","null"],"description":"Line drawn on the reviewer's name, such as underline."},"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"border_radius":{"type":["integer","null"],"description":"Rounding of the corners, in pixels; 0 for square ones."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"empty_star_color":{"type":["string","null"],"description":"Colour of the rating symbols that are not filled, such as #EBEEEF."},"layout":{"type":["string","null"],"description":"How the parts of the product or review, such as picture and text, are arranged.","enum":["big-quotes","centered-in-quote-bubble","centered-rating-first","centered-review-first","clean","left-aligned","message-bubble","rating-highlight","right-aligned-with-quotation-icon","square","stacked-card","subtle-background",null]},"product_name_align":{"type":["string","null"],"description":"Horizontal alignment of the reviewed product's name.","enum":["center","left","right",null]},"product_name_color":{"type":["string","null"],"description":"Colour of the reviewed product's name, such as #222222."},"product_name_font_family":{"type":["string","null"],"description":"Font in which the reviewed product's name is set, such as Arial."},"product_name_font_size":{"type":["integer","null"],"description":"Font size of the reviewed product's name, in pixels."},"product_name_font_style":{"type":["string","null"],"description":"Whether the reviewed product's name is set upright or in italics.","enum":["italic","normal",null]},"product_name_font_weight":{"type":["string","null"],"description":"Boldness of the reviewed product's name, such as 400 or 700."},"product_name_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the reviewed product's name, in pixels."},"product_name_text_decoration":{"type":["string","null"],"description":"Line drawn on the reviewed product's name, such as underline."},"quote_align":{"type":["string","null"],"description":"Horizontal alignment of the quoted review.","enum":["center","left","right",null]},"quote_color":{"type":["string","null"],"description":"Colour of the quoted review, such as #222222."},"quote_font_family":{"type":["string","null"],"description":"Font in which the quoted review is set, such as Arial."},"quote_font_size":{"type":["integer","null"],"description":"Font size of the quoted review, in pixels."},"quote_font_style":{"type":["string","null"],"description":"Whether the quoted review is set upright or in italics.","enum":["italic","normal",null]},"quote_font_weight":{"type":["string","null"],"description":"Boldness of the quoted review, such as 400 or 700."},"quote_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the quoted review, in pixels."},"quote_line_height":{"type":["number","null"],"description":"Height of a line of the quoted review as a multiple of the font size, such as 1.5."},"quote_style":{"type":["string","null"],"description":"Look of the quotation marks in the review block.","enum":["line","square","standard",null]},"quote_text_decoration":{"type":["string","null"],"description":"Line drawn on the quoted review, such as underline."},"shadow_color":{"type":["string","null"],"description":"Colour of the shadow around the review, or how dark the shadow of a shadow block is."},"star_color":{"type":["string","null"],"description":"Colour of the filled rating symbols, such as #F8BE00."},"star_size":{"type":["string","null"],"description":"How large the rating symbols are drawn.","enum":["large","medium","small",null]},"star_rating_shape":{"type":["string","null"],"description":"Symbol with which the rating is drawn.","enum":["circle","heart","star",null]},"star_icon_spacing":{"type":["integer","null"],"description":"Space between the rating symbols, in pixels."},"star_alignment":{"type":["string","null"],"description":"Horizontal position of the stars in the review block.","enum":["center","left","right",null]},"text_area_bg_color":{"type":["string","null"],"description":"Fill colour of the area behind the review's text, such as #FFFFFF."},"text_area_border_color":{"type":["string","null"],"description":"Colour of the line around the review's text, such as #CCCCCC."},"verified_color":{"type":["string","null"],"description":"Colour of the note on verified buyers, such as #222222."},"verified_font_family":{"type":["string","null"],"description":"Font in which the note on verified buyers is set, such as Arial."},"verified_font_size":{"type":["integer","null"],"description":"Font size of the note on verified buyers, in pixels."},"verified_font_style":{"type":["string","null"],"description":"Whether the note on verified buyers is set upright or in italics.","enum":["italic","normal",null]},"verified_font_weight":{"type":["string","null"],"description":"Boldness of the note on verified buyers, such as 400 or 700."},"verified_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the note on verified buyers, in pixels."},"verified_text_decoration":{"type":["string","null"],"description":"Line drawn on the note on verified buyers, such as underline."},"verified_badge_color":{"type":["string","null"],"description":"Colour scheme of the badge for verified buyers.","enum":["dark","default","light",null]},"verified_badge_size":{"type":["integer","null"],"description":"How large the badge for verified buyers is drawn, in pixels."},"verified_badge_style":{"type":["string","null"],"description":"Whether verified buyers are marked with a badge, with words, or with both.","enum":["badge-and-text","badge-only","text-only",null]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the review."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["social"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"show_labels":{"type":["boolean","null"],"description":"Whether the social icons carry captions."}}},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"icon_align":{"type":["string","null"],"description":"Horizontal position of the social icons in their block.","enum":["center","left","right",null]},"icon_color":{"type":["string","null"],"description":"Colour scheme of the social icons.","enum":["black","default","grey","white",null]},"icon_size":{"type":["string","null"],"description":"How large the social icons are drawn.","enum":["large","medium","small",null]},"icon_spacing":{"type":["integer","null"],"description":"Space between the social icons, in pixels."},"label_color":{"type":["string","null"],"description":"Colour of the labels beside the social icons, such as #303B43."},"label_font_family":{"type":["string","null"],"description":"Font in which the labels beside the social icons are set, such as Arial."},"label_font_size":{"type":["integer","null"],"description":"Font size of the labels beside the social icons, in pixels."},"label_font_style":{"type":["string","null"],"description":"Whether the labels beside the social icons are set upright or in italics.","enum":["italic","normal",null]},"label_text_decoration":{"type":["string","null"],"description":"Line drawn on the labels beside the social icons, such as underline."},"label_font_weight":{"type":["string","null"],"description":"Boldness of the labels beside the social icons, such as 400 or 700."},"stack_on_mobile":{"type":["boolean","null"],"description":"Whether parts that stand side by side stack on mobile devices."}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the social."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."},"subblocks":{"type":["array","null"],"description":"Parts of the block, such as links of a header, icons, products or table cells.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["social_link_icon"]},"id":{"type":["string","null"],"description":"Id of the social_link_icon."},"custom_asset_id":{"type":["string","null"],"description":"Id of the image asset used as the social icon, for icons of one's own."},"custom_src":{"type":["string","null"],"description":"Address of the picture used as social icon, http or https."},"custom_size":{"type":["integer","null"],"description":"Size of the social icon when it is a picture of one's own."},"label":{"type":["string","null"],"description":"Text that names the field, button or choice."},"link_type":{"type":["string","null"],"description":"Social network or other target that the icon stands for.","enum":["android","apple","custom","discord","email","facebook","google-plus","instagram","linkedin","pinterest","rss","snapchat","threads","tiktok","twitch","twitter","whatsapp","x-twitter","yelp","youtube",null]},"link_url":{"type":["string","null"],"description":"Address that a click on the picture opens."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["social_link_spacer"]},"id":{"type":["string","null"],"description":"Id of the social_link_spacer."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."}},"required":["type"]}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["spacer"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."}}}},"required":["display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the spacer."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["split"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"column_widths":{"type":["string","null"],"description":"How the width of a split block is shared between its columns."},"mobile_stack_order":{"type":["string","null"],"description":"Order in which the halves of a split block stack on mobile devices, or that they do not.","enum":["ltr","no-stack","rtl",null]},"padding_in_between":{"type":["integer","null"],"description":"Space between the columns of a split block, in pixels."}}}},"required":["display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the split."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."},"subblocks":{"type":["array","null"],"description":"Parts of the block, such as links of a header, icons, products or table cells.","items":{"oneOf":[{"$ref":"#/$defs/TableTextSubBlock"},{"$ref":"#/$defs/TableImageSubBlock"},{"$ref":"#/$defs/TableHtmlSubBlock"}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"properties":{"description":"Settings of this part; which ones there are depends on its kind.","oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed.","enum":[false,null]},"num_columns":{"type":["integer","null"],"description":"Number of columns side by side in the product or table block."},"show_headers":{"type":["boolean","null"],"description":"Whether the table has a head row."}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","description":"Whether the content is computed for each recipient instead of being fixed.","enum":[true]},"num_columns":{"type":["integer","null"],"description":"Number of columns side by side in the product or table block."},"row_content_repeat":{"description":"Collection for whose items the table repeats its row; null for a fixed row.","oneOf":[{"$ref":"#/$defs/ContentRepeatV1"},{"type":"null"}]},"show_headers":{"type":["boolean","null"],"description":"Whether the table has a head row."},"show_fallback_content":{"type":["boolean","null"],"description":"Whether the table shows its fallback when there is nothing to repeat."},"show_static_row":{"type":["boolean","null"],"description":"Whether the dynamic table also shows a fixed row."}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_border_color":{"type":["string","null"],"description":"Color of the line around the block, as a CSS color such as #D9CFC1."},"block_border_style":{"type":["string","null"],"description":"How the line around the block is drawn; none leaves it out.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"block_border_width":{"type":["integer","null"],"description":"Thickness of the line around the block, in pixels."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"cell_horizontal_border_color":{"type":["string","null"],"description":"Colour of the horizontal lines between the cells, such as #CCCCCC."},"cell_horizontal_border_style":{"type":["string","null"],"description":"Kind of the horizontal lines between the table's cells.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"cell_horizontal_border_width":{"type":["integer","null"],"description":"Thickness of the horizontal lines between the table's cells, in pixels."},"cell_padding_bottom":{"type":["integer","null"],"description":"Space inside the lower edge of the table's cells, in pixels."},"cell_padding_left":{"type":["integer","null"],"description":"Space inside the left edge of the table's cells, in pixels."},"cell_padding_right":{"type":["integer","null"],"description":"Space inside the right edge of the table's cells, in pixels."},"cell_padding_top":{"type":["integer","null"],"description":"Space inside the upper edge of the table's cells, in pixels."},"cell_vertical_align":{"type":["string","null"],"description":"Vertical position of the content within the table's cells.","enum":["baseline","bottom","middle","top",null]},"cell_vertical_border_color":{"type":["string","null"],"description":"Colour of the vertical lines between the cells, such as #CCCCCC."},"cell_vertical_border_style":{"type":["string","null"],"description":"Kind of the vertical lines between the table's cells.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"cell_vertical_border_width":{"type":["integer","null"],"description":"Thickness of the vertical lines between the table's cells, in pixels."},"header_background_color":{"type":["string","null"],"description":"Fill colour of the table's head cells, such as #F7F7F7."},"header_font_color":{"type":["string","null"],"description":"Colour of the text in the table's head row, such as #222222."},"header_font_family":{"type":["string","null"],"description":"Font in which the head of the table or coupon is set, such as Arial."},"header_font_size":{"type":["integer","null"],"description":"Font size of the head of the table or coupon, in pixels."},"header_font_style":{"type":["string","null"],"description":"Whether the table's head row is set upright or in italics.","enum":["italic","normal",null]},"header_font_weight":{"type":["string","null"],"description":"Boldness of the table's head row, such as 400 or 700."},"header_letter_spacing":{"type":["integer","null"],"description":"Extra space between the letters of the table's head row, in pixels."},"header_line_height":{"type":["number","null"],"description":"Height of a line of the table's head row as a multiple of the font size, such as 1.5."},"header_padding_bottom":{"type":["integer","null"],"description":"Space inside the lower edge of the head of the table or coupon, in pixels."},"header_padding_left":{"type":["integer","null"],"description":"Space inside the left edge of the head of the table or coupon, in pixels."},"header_padding_right":{"type":["integer","null"],"description":"Space inside the right edge of the head of the table or coupon, in pixels."},"header_padding_top":{"type":["integer","null"],"description":"Space inside the upper edge of the head of the table or coupon, in pixels."},"header_text_decoration":{"type":["string","null"],"description":"Line drawn on the text in the table's head row, such as underline."},"table_background_color":{"type":["string","null"],"description":"Fill colour of the table, such as #FFFFFF."},"table_font_color":{"type":["string","null"],"description":"Colour of the table's text, such as #222222."},"table_font_family":{"type":["string","null"],"description":"Font in which the table's text is set, such as Arial."},"table_font_size":{"type":["integer","null"],"description":"Font size of the table's text, in pixels."},"table_text_align":{"type":["string","null"],"description":"Horizontal alignment of text in the table.","enum":["center","left","right",null]},"use_legacy_mobile_padding":{"type":["boolean","null"],"description":"Whether the table keeps the older rules for padding on mobile devices."}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the table."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."},"subblocks":{"type":["array","null"],"description":"Parts of the block, such as links of a header, icons, products or table cells.","items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table_header"]},"content":{"type":["string","null"],"description":"What the block, question or teaser says or shows."},"cell_text_align":{"type":["string","null"],"description":"Horizontal alignment of what the table cell holds.","enum":["center","left","right",null]},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"],"description":"Width of the table column in which the cell stands."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"id":{"type":["string","null"],"description":"Id of the table_header."}},"required":["type"]},{"$ref":"#/$defs/TableHtmlSubBlock"},{"$ref":"#/$defs/TableImageSubBlock"},{"$ref":"#/$defs/TableTextSubBlock"},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table_fallback_html"]},"content":{"type":["string","null"],"description":"What the block, question or teaser says or shows."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"id":{"type":["string","null"],"description":"Id of the table_fallback_html."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table_fallback_image"]},"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"asset_id":{"type":["string","null"],"description":"Id of the picture in the account's asset library."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."},"image_width":{"type":["integer","null"],"description":"Width at which the picture is shown in its table cell, in pixels."},"image_align":{"type":["string","null"],"description":"Horizontal position of the picture in its table cell.","enum":["center","left","right",null]},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"],"description":"Width of the table column in which the cell stands."},"cell_text_align":{"type":["string","null"],"description":"Horizontal alignment of what the table cell holds.","enum":["center","left","right",null]},"cropped_asset_id":{"type":["string","null"],"description":"Id of the image asset that holds the cropped picture."},"cropped_src":{"type":["string","null"],"description":"Address of the cropped picture, http or https."},"cropping_aspect_ratio":{"type":["string","null"],"description":"Ratio of width to height of the crop frame."},"cropping_height":{"type":["integer","null"],"description":"Height of the crop frame, in pixels."},"cropping_width":{"type":["integer","null"],"description":"Width of the crop frame, in pixels."},"cropping_x":{"type":["integer","null"],"description":"Horizontal offset of the crop frame in the picture, in pixels."},"cropping_y":{"type":["integer","null"],"description":"Vertical offset of the crop frame in the picture, in pixels."},"id":{"type":["string","null"],"description":"Id of the table_fallback_image."}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table_fallback_text"]},"content":{"type":["string","null"],"description":"What the block, question or teaser says or shows."},"cell_text_align":{"type":["string","null"],"description":"Horizontal alignment of what the table cell holds.","enum":["center","left","right",null]},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"],"description":"Width of the table column in which the cell stands."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"id":{"type":["string","null"],"description":"Id of the table_fallback_text."}},"required":["type"]}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["text"]},"data":{"type":"object","description":"What this part is about: its own fields follow.","properties":{"content":{"type":"string","description":"Text or HTML that the block shows."},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_border_color":{"type":["string","null"],"description":"Color of the line around the block, as a CSS color such as #D9CFC1."},"block_border_style":{"type":["string","null"],"description":"How the line around the block is drawn; none leaves it out.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"block_border_width":{"type":["integer","null"],"description":"Thickness of the line around the block, in pixels."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"extra_css_class":{"type":["string","null"],"description":"CSS class to add to the block, for styles of your own."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"line_height":{"type":["number","null"],"description":"Height of a line as a multiple of the font size, such as 1.5."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."},"text_align":{"type":["string","null"],"description":"Side to which the text is aligned.","enum":["center","left","right",null]},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"text_table_layout":{"type":["string","null"],"description":"CSS table-layout of the table that holds the text; fixed keeps column widths independent of their content.","enum":["auto","fixed","inherit","initial",null]}}}},"required":["content","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the text."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","description":"Level of the content, a block or a section.","enum":["block"]},"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["video"]},"data":{"type":["object","null"],"description":"What this part is about: its own fields follow.","properties":{"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"raw_asset_id":{"type":["string","null"],"description":"Id of the asset of the video's preview picture in its raw form."},"src_asset_id":{"type":["string","null"],"description":"Id of the asset of the video's preview picture."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"overlay_toggle":{"type":["boolean","null"],"description":"Whether an overlay lies on the video's preview picture."},"raw_src":{"type":["string","null"],"description":"Address of the video's preview picture in its raw form."},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."}}},"display_options":{"$ref":"#/$defs/DisplayOptions","description":"When and on which devices this part of the email is shown, and whether it is repeated."},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"align":{"type":["string","null"],"description":"Horizontal position of the image or video in its block.","enum":["center","left","right",null]},"background_color":{"type":["string","null"],"description":"Color behind the content of this part, as a CSS color such as #F5F0E6."},"block_background_color":{"type":["string","null"],"description":"Color behind the block, around its content, as a CSS color such as #F5F0E6."},"block_padding_bottom":{"type":["integer","null"],"description":"Space below the block, in pixels."},"block_padding_left":{"type":["integer","null"],"description":"Space to the left of the block, in pixels."},"block_padding_right":{"type":["integer","null"],"description":"Space to the right of the block, in pixels."},"block_padding_top":{"type":["integer","null"],"description":"Space above the block, in pixels."},"border_color":{"type":["string","null"],"description":"Color of the line around this part, as a CSS color such as #D9CFC1."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"full_width_mobile":{"type":["boolean","null"],"description":"Whether the image or video fills the width of the screen on mobile devices."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"max_width":{"type":["integer","null"],"description":"Greatest width of the picture or video, in pixels."},"mobile_stretch_content":{"type":["boolean","null"],"description":"Whether the content takes up the full width on mobile devices."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"],"description":"Id of the video."},"data_id":{"type":["string","null"],"description":"Identifier of the section, row, column or block that stands beside its id."},"universal_id":{"type":["string","null"],"description":"Id of the universal content block from which the section or block is taken."}},"required":["content_type","type","data"]}]}}}}}},"required":["data"]}}},"required":["content_type","type","data"]}}},"required":["properties","styles"]},"styles":{"type":"array","description":"How this part looks, such as its colors, fonts and spacing.","items":{"oneOf":[{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["base-styles"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"currency":{"type":["string","null"],"description":"Locale and currency in which prices are written, such as en-US-u-nu-latn_USD_US_USD."},"currency_set_on_template":{"type":["boolean","null"],"description":"Whether the template fixes its own currency."},"disable_websafe_fonts":{"type":["boolean","null"],"description":"Whether the template turns off web-safe fonts."},"is_user_draggable":{"type":["boolean","null"],"description":"Whether the template can be edited in the drag-and-drop editor."},"mobile_optimizations":{"type":["boolean","null"],"description":"Whether the email is adapted to mobile devices."},"tip_tap_enabled":{"type":["boolean","null"],"description":"Whether text is edited with the TipTap editor."}}},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"background_asset_id":{"type":["string","null"],"description":"Id of the image asset that serves as background."},"background_format":{"type":["string","null"],"description":"How the background image is sized or repeated to fill its area.","enum":["auto","contain","cover","initial","repeat",null]},"background_position":{"type":["string","null"],"description":"Point of the area at which the background image is anchored, such as center-top.","enum":["center-bottom","center-center","center-top","left-bottom","left-center","left-top","right-bottom","right-center","right-top",null]},"background_repeat":{"type":["boolean","null"],"description":"Whether the background image is tiled across its area."},"background_url":{"type":["string","null"],"description":"Address of the background image, http or https."},"border_color":{"type":["string","null"],"description":"Color of the line around this part, as a CSS color such as #D9CFC1."},"border_radius":{"type":["integer","null"],"description":"Rounding of the corners, in pixels; 0 for square ones."},"border_style":{"type":["string","null"],"description":"How the line around this part is drawn, for instance solid or dashed.","enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"],"description":"Thickness of the line around this part, in pixels."},"content_background_color":{"type":["string","null"],"description":"Background colour of the email's content area, such as #FFFFFF."},"inner_padding_bottom":{"type":["integer","null"],"description":"Space below the content, within its block or section, in pixels."},"inner_padding_left":{"type":["integer","null"],"description":"Space to the left of the content, within its block or section, in pixels."},"inner_padding_right":{"type":["integer","null"],"description":"Space to the right of the content, within its block or section, in pixels."},"inner_padding_top":{"type":["integer","null"],"description":"Space above the content, within its block or section, in pixels."},"margin_top":{"type":["integer","null"],"description":"Space above the email's content, in pixels."}}},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","properties","styles"]},{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["text-styles"]},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"line_height":{"type":["number","null"],"description":"Height of a line as a multiple of the font size, such as 1.5."},"mobile_font_size":{"type":["integer","null"],"description":"Font size on mobile devices, in pixels."},"mobile_line_height":{"type":["number","null"],"description":"Height of a line as a multiple of the font size on mobile devices, such as 1.3."},"text_align":{"type":["string","null"],"description":"Side to which the text is aligned.","enum":["center","left","right",null]},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["heading-1-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles","description":"How this part looks, such as its colors, fonts and spacing."},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["heading-2-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles","description":"How this part looks, such as its colors, fonts and spacing."},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["heading-3-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles","description":"How this part looks, such as its colors, fonts and spacing."},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["heading-4-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles","description":"How this part looks, such as its colors, fonts and spacing."},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["link-styles"]},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","description":"Which elements of the email the style applies to, such as headings of level 1 or links.","enum":["mobile-styles"]},"properties":{"type":"object","description":"Settings of this part; which ones there are depends on its kind.","properties":{"mobile_padding_override":{"type":["boolean","null"],"description":"Whether the mobile padding replaces the padding set elsewhere in the template."}}},"styles":{"type":"object","description":"How this part looks, such as its colors, fonts and spacing.","properties":{"mobile_block_padding_left":{"type":["integer","null"],"description":"Space at the left of blocks on mobile devices, in pixels."},"mobile_block_padding_right":{"type":["integer","null"],"description":"Space at the right of blocks on mobile devices, in pixels."},"mobile_margin":{"type":["integer","null"],"description":"Space around the email's content on mobile devices, in pixels."},"mobile_padding_bottom":{"type":["integer","null"],"description":"Space inside the lower edge of the content on mobile devices, in pixels."},"mobile_padding_left":{"type":["integer","null"],"description":"Space inside the left edge of the content on mobile devices, in pixels."},"mobile_padding_right":{"type":["integer","null"],"description":"Space inside the right edge of the content on mobile devices, in pixels."},"mobile_padding_top":{"type":["integer","null"],"description":"Space inside the upper edge of the content on mobile devices, in pixels."}}},"id":{"type":["string","null"],"description":"Id of the template."}},"required":["style_type","properties","styles"]}]}},"id":{"type":["string","null"],"description":"Id of the template."},"template_id":{"type":["string","null"],"description":"Id of the template that the content comes from."}},"required":["body","styles"]},"text":{"type":["string","null"],"description":"In a template its plain-text version, in a brand button how the label looks."},"amp":{"type":["string","null"],"description":"AMP version of the template; needs AMP for email to be switched on in the account."}},"required":["name","editor_type"]}},"required":["type","attributes"]}},"required":["data"]},"additional_fields_template":{"type":"array","description":"Fields of each template that are returned only when they are named here.","items":{"type":"string","enum":["definition"]}},"fields_template":{"type":"array","description":"Which fields of each template to return. Left out, all but the additional ones.","items":{"type":"string","enum":["amp","created","definition","definition.body","definition.body.id","definition.body.properties","definition.body.properties.css_class","definition.body.properties.id","definition.body.sections","definition.body.styles","definition.body.styles.background_color","definition.body.styles.width","definition.id","definition.styles","definition.template_id","editor_type","html","id","name","text","updated","screenshot_url"]}}},"required":["revision","body"],"examples":[{"revision":"2026-10-15","body":{"data":{"type":"template","attributes":{"name":"Tea letter, November 2026","editor_type":"SYSTEM_DRAGGABLE","definition":{"body":{"properties":{"css_class":"tea-letter"},"styles":{"background_color":"#FFF8EE","width":600},"sections":[{"content_type":"section","type":"section","data":{"properties":{"is_prebuilt_content":false},"display_options":{"show_on":"all"},"styles":{"background_color":"#FFFFFF","inner_padding_top":24,"inner_padding_bottom":24,"stack_on_mobile":true}},"rows":[{"data":{"styles":{"column_layout":"1-column-full-width"}},"columns":[{"blocks":[{"content_type":"block","type":"text","data":{"content":"<h1>First flush, late frost</h1><p>Hello {{ first_name|default:'tea friend' }}, the new Darjeeling has arrived.</p>","display_options":{"show_on":"all"},"styles":{"color":"#303B43","font_family":"Georgia","font_size":16,"line_height":1.5,"text_align":"left"}}},{"content_type":"block","type":"button","data":{"content":"See the new teas","properties":{"href":"https://www.example.com/tea/new"},"display_options":{"show_on":"all"},"styles":{"background_color":"#2F5D50","border_radius":6,"color":"#FFFFFF","font_family":"Georgia","font_size":16,"font_weight":"700","text_align":"center"}}}]}]}]}]},"styles":[{"style_type":"base-styles","properties":{"currency":"EUR","mobile_optimizations":true},"styles":{"content_background_color":"#FFFFFF","border_radius":8}},{"style_type":"link-styles","styles":{"color":"#7A1F2B","text_decoration":"underline"}}]}}}}},{"revision":"2026-10-15","body":{"data":{"type":"template","attributes":{"name":"Tea letter, November 2026","editor_type":"SYSTEM_DRAGGABLE"}}}}],"$defs":{"ContentRepeatV1":{"type":"object","properties":{"repeat_for":{"type":"string","description":"Template expression of the list to repeat over, such as event.items."},"item_alias":{"type":"string","description":"Name by which the content refers to the entry at hand, such as item."}},"required":["repeat_for","item_alias"]},"DisplayOptions":{"type":"object","properties":{"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"content_repeat":{"description":"Repeats this part of the email once for each entry of a list. Leave out to show it once.","oneOf":[{"$ref":"#/$defs/ContentRepeatV1"},{"type":"null"}]},"visibility":{"type":["object","null"],"description":"Condition under which this part is shown.","properties":{"check":{"type":["string","null"],"description":"Condition on which the section or block is shown, as text."},"definition":{"type":["string","null"],"description":"Full description of what the resource or rule consists of."},"is_code_only":{"type":["boolean","null"],"description":"Whether the visibility condition is held as code only."}}},"layout_type":{"type":["string","null"],"description":"Kind of layout used for the section or block."},"layout_config":{"type":["object","null"],"description":"Settings of the layout that layout_type names.","additionalProperties":true}}},"HeadingStyleStyles":{"type":"object","properties":{"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"line_height":{"type":["number","null"],"description":"Height of a line as a multiple of the font size, such as 1.5."},"margin_bottom":{"type":["integer","null"],"description":"Space below headings, in pixels."},"mobile_font_size":{"type":["integer","null"],"description":"Font size on mobile devices, in pixels."},"mobile_line_height":{"type":["number","null"],"description":"Height of a line as a multiple of the font size on mobile devices, such as 1.3."},"text_align":{"type":["string","null"],"description":"Side to which the text is aligned.","enum":["center","left","right",null]},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."}}},"TableHtmlSubBlock":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table_html"]},"content":{"type":["string","null"],"description":"What the block, question or teaser says or shows."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"id":{"type":["string","null"],"description":"Id of the table_html."}},"required":["type"]},"TableImageSubBlock":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table_image"]},"dynamic":{"type":["boolean","null"],"description":"Whether the content is computed for each recipient instead of being fixed."},"alt_text":{"type":["string","null"],"description":"Description of the picture for screen readers, shown where the picture is not."},"asset_id":{"type":["string","null"],"description":"Id of the picture in the account's asset library."},"href":{"type":["string","null"],"description":"Address that a click on the element opens."},"src":{"type":["string","null"],"description":"Address of the picture's file, http or https."},"width":{"type":["integer","null"],"description":"Width of this part, in pixels or as a named size."},"height":{"type":["integer","null"],"description":"Height of this part, in pixels."},"image_width":{"type":["integer","null"],"description":"Width at which the picture is shown in its table cell, in pixels."},"image_align":{"type":["string","null"],"description":"Horizontal position of the picture in its table cell.","enum":["center","left","right",null]},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"],"description":"Width of the table column in which the cell stands."},"cell_text_align":{"type":["string","null"],"description":"Horizontal alignment of what the table cell holds.","enum":["center","left","right",null]},"cropped_asset_id":{"type":["string","null"],"description":"Id of the image asset that holds the cropped picture."},"cropped_src":{"type":["string","null"],"description":"Address of the cropped picture, http or https."},"cropping_aspect_ratio":{"type":["string","null"],"description":"Ratio of width to height of the crop frame."},"cropping_height":{"type":["integer","null"],"description":"Height of the crop frame, in pixels."},"cropping_width":{"type":["integer","null"],"description":"Width of the crop frame, in pixels."},"cropping_x":{"type":["integer","null"],"description":"Horizontal offset of the crop frame in the picture, in pixels."},"cropping_y":{"type":["integer","null"],"description":"Vertical offset of the crop frame in the picture, in pixels."},"id":{"type":["string","null"],"description":"Id of the table_image."}},"required":["type"]},"TableTextSubBlock":{"type":"object","properties":{"type":{"type":"string","description":"Kind of object: of a resource or reference its JSON:API type, elsewhere a choice that decides which other fields apply.","enum":["table_text"]},"content":{"type":["string","null"],"description":"What the block, question or teaser says or shows."},"cell_text_align":{"type":["string","null"],"description":"Horizontal alignment of what the table cell holds.","enum":["center","left","right",null]},"color":{"type":["string","null"],"description":"Color of the text or other part it belongs to, as a CSS color such as #1A73E8."},"font_family":{"type":["string","null"],"description":"Font and its fallbacks as in CSS, such as Georgia, serif."},"font_size":{"type":["integer","null"],"description":"Size of the letters, in pixels."},"font_style":{"type":["string","null"],"description":"Whether the letters are upright or italic.","enum":["italic","normal",null]},"font_weight":{"type":["string","null"],"description":"Thickness of the letters as in CSS, such as 400 for normal and 700 for bold."},"letter_spacing":{"type":["integer","null"],"description":"Extra space between letters, in pixels; 0 for none."},"show_on":{"type":["string","null"],"description":"Whether this part of the email is shown on computers, on mobile devices or on both.","enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"],"description":"Width of the table column in which the cell stands."},"text_decoration":{"type":["string","null"],"description":"Line under or through the text as in CSS, such as underline; none for no line."},"id":{"type":["string","null"],"description":"Id of the table_text."}},"required":["type"]}}}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
