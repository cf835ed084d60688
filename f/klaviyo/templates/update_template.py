# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Update Template: PATCH /api/templates/{id}

Calls PATCH /api/templates/{id}, which answers 200 with JSON.
Rate: 75/s, 750/m. Scopes: templates:write.
Reference: https://developers.klaviyo.com/en/reference/update_template
"""

import itertools
import json
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict
from urllib.parse import quote

import requests
from jsonschema import Draft202012Validator
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
    id: str,
    body: "Body",
    additional_fields_template: list[str] | None = None,
    fields_template: list[str] | None = None,
) -> dict[str, Any] | None:
    """Return Klaviyo's answer. InvalidInput: nothing was sent. KlaviyoError: no success."""
    key = key_of(auth)
    given = check(
        {
            "revision": revision,
            "id": id,
            "body": body,
            "additional_fields_template": additional_fields_template,
            "fields_template": fields_template,
        },
        key,
    )
    return send(
        "PATCH",
        f"{API}/api/templates/{quote(given['id'], safe='')}",
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
    data: "TemplateUpdateHtmlOrDndQueryResourceObject"


class TemplateUpdateHtmlOrDndQueryResourceObject(TypedDict):
    type: Literal["template"]
    id: str
    attributes: "TemplateUpdateHtmlOrDndQueryResourceObjectAttributes"


class TemplateUpdateHtmlOrDndQueryResourceObjectAttributes(TypedDict):
    name: NotRequired[str | None]
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
    """The arguments, valid and within the limits, without optional ones and parts that are blank and not valid."""
    required = SCHEMA["required"]
    arguments = {name: value for name, value in arguments.items() if name in required or value not in (None, "", [])}
    try:
        unfit: list[Fault] = []
        arguments = plain(arguments, [], unfit)
        if unfit:
            raise InvalidInput(unfit, key)
        faults = list(schema_faults(arguments))
        if faults:
            arguments = without_blanks(arguments, SCHEMA)
            faults = list(schema_faults(arguments))
    except RecursionError:
        faults = [("/body", f"at most {DEEPEST} levels of nesting", arguments["body"])]
    if faults:
        raise InvalidInput(faults, key)
    return arguments


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


def innermost(error: Any) -> Iterator[Any]:
    """The error itself; of a union, the errors of the one member that fits best: type, then constants, then number."""
    members: dict[int, list[Any]] = {}
    for inner in error.context:
        members.setdefault(inner.schema_path[0], []).append(inner)
    misfits = {
        index: (
            any(inner.validator == "type" and not inner.path for inner in errors),
            sum(inner.validator == "enum" and len(inner.validator_value) == 1 for inner in errors),
            len(errors),
        )
        for index, errors in members.items()
    }
    best = [index for index, misfit in misfits.items() if misfit == min(misfits.values())]
    if len(best) == 1:
        for inner in members[best[0]]:
            yield from innermost(inner)
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
            return " or ".join(dict.fromkeys(str(member.get("type", "object")) for member in value))
        case "pattern":
            return f"text that matches {value}"
        case "minLength":
            return f"at least {value:,} character{'s' * (value > 1)}"
        case _:  # maxProperties, the last keyword of SCHEMA that can fail
            return f"at most {value:,} properties"


def without_blanks(value: Any, schema: Any) -> Any:
    """A copy without the optional properties that are blank and not valid as they stand.

    A form sends {}, "" or null for an optional part that nobody touched.
    """
    schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(value, list):
        return [without_blanks(item, schema.get("items", {})) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, item in value.items():
        subschema = schema.get("properties", {}).get(name, {})
        item = without_blanks(item, subschema)
        optional = name not in schema.get("required", ())
        if not (optional and blank(item) and not VALIDATOR.evolve(schema=subschema).is_valid(item)):
            kept[name] = item
    return kept


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


SCHEMA = json.loads(
    r"""{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Update Template","type":"object","description":"Calls PATCH /api/templates/{id}, which answers 200 with JSON.","properties":{"revision":{"type":"string","description":"Revision of Klaviyo's API as a date. This script was made for 2026-10-15.","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.pre)?(?!\\n)$","default":"2026-10-15"},"id":{"type":"string","description":"Id of the resource under /api/templates.","pattern":"^(?!\\.{1,2}$)","minLength":1},"body":{"type":"object","properties":{"data":{"type":"object","properties":{"type":{"type":"string","enum":["template"]},"id":{"type":"string"},"attributes":{"type":"object","properties":{"name":{"type":["string","null"]},"html":{"type":["string","null"]},"definition":{"type":["object","null"],"properties":{"body":{"type":"object","properties":{"properties":{"type":"object","properties":{"id":{"type":["string","null"]},"css_class":{"type":["string","null"]}}},"styles":{"type":"object","properties":{"background_color":{"type":["string","null"]},"width":{"type":["integer","null"]}}},"id":{"type":["string","null"]},"sections":{"type":["array","null"],"items":{"type":"object","properties":{"content_type":{"type":"string","enum":["section"]},"type":{"type":"string","enum":["section"]},"data":{"type":"object","properties":{"properties":{"type":"object","properties":{"is_ai_generated":{"type":["boolean","null"]},"is_prebuilt_content":{"type":["boolean","null"]}}},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"background_asset_id":{"type":["string","null"]},"background_color":{"type":["string","null"]},"background_format":{"type":["string","null"],"enum":["auto","contain","cover","initial","repeat",null]},"background_image_full_width":{"type":["boolean","null"]},"background_position":{"type":["string","null"],"enum":["center-bottom","center-center","center-top","left-bottom","left-center","left-top","right-bottom","right-center","right-top",null]},"background_repeat":{"type":["boolean","null"]},"background_url":{"type":["string","null"]},"border_color":{"type":["string","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"column_align":{"type":["string","null"],"enum":["baseline","bottom","middle","top",null]},"column_direction":{"type":["string","null"],"enum":["ltr","no-stack","rtl",null]},"content_color":{"type":["string","null"]},"content_color_type":{"type":["string","null"],"enum":["none","section","template",null]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"stack_on_mobile":{"type":["boolean","null"]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]},"rows":{"type":["array","null"],"items":{"type":"object","properties":{"data":{"type":"object","properties":{"styles":{"type":"object","properties":{"column_layout":{"type":["string","null"],"enum":["1-column-full-width","2-columns-25%-75%","2-columns-33%-67%","2-columns-67%-33%","2-columns-75%-25%","2-columns-equal-width","3-columns-25%-25%-50%","3-columns-25%-50%-25%","3-columns-50%-25%-25%","3-columns-equal-width","4-columns-equal-width",null]}}}},"required":["styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"columns":{"type":["array","null"],"items":{"type":"object","properties":{"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"data":{"type":["object","null"],"maxProperties":0},"blocks":{"type":["array","null"],"items":{"oneOf":[{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["button"]},"data":{"type":["object","null"],"properties":{"content":{"type":["string","null"]},"properties":{"type":"object","properties":{"href":{"type":["string","null"]}}},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"background_color":{"type":["string","null"]},"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"border_color":{"type":["string","null"]},"border_radius":{"type":["integer","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"color":{"type":["string","null"]},"drop_shadow_color":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"letter_spacing":{"type":["integer","null"]},"mobile_stretch_content":{"type":["boolean","null"]},"stretch":{"type":["boolean","null"]},"text_align":{"type":["string","null"],"enum":["center","left","right",null]},"text_decoration":{"type":["string","null"]}}}},"required":["content","properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["coupon"]},"data":{"type":["object","null"],"properties":{"content":{"type":"string"},"properties":{"type":"object","properties":{"coupon_id":{"type":["string","null"]},"coupon":{"type":["string","null"]},"header_enabled":{"type":["boolean","null"]},"href":{"type":["string","null"]}}},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"background_color":{"type":["string","null"]},"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"border_color":{"type":["string","null"]},"border_radius":{"type":["integer","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"color":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"header_font_family":{"type":["string","null"]},"header_font_size":{"type":["integer","null"]},"header_padding_bottom":{"type":["integer","null"]},"header_padding_left":{"type":["integer","null"]},"header_padding_right":{"type":["integer","null"]},"header_padding_top":{"type":["integer","null"]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"letter_spacing":{"type":["integer","null"]},"mobile_stretch_content":{"type":["boolean","null"]},"stretch":{"type":["boolean","null"]},"text_align":{"type":["string","null"],"enum":["center","left","right",null]},"text_decoration":{"type":["string","null"]}}}},"required":["content","properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["drop_shadow"]},"data":{"type":["object","null"],"properties":{"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"mobile_stretch_content":{"type":["boolean","null"]},"shadow_color":{"type":["string","null"],"enum":["dark","light","medium",null]}}}},"required":["display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["header"]},"data":{"type":["object","null"],"properties":{"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"border_color":{"type":["string","null"]},"border_radius":{"type":["integer","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"color":{"type":["string","null"]},"desktop_layout":{"type":["string","null"],"enum":["centered","inline","links","stacked",null]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"item_align":{"type":["string","null"],"enum":["center","left","right",null]},"item_spacing":{"type":["integer","null"]},"item_spacing_type":{"type":["string","null"],"enum":["auto","manual",null]},"letter_spacing":{"type":["integer","null"]},"logo_align":{"type":["string","null"],"enum":["center","left","right",null]},"logo_link_spacing":{"type":["integer","null"]},"mobile_layout":{"type":["string","null"],"enum":["inline","links","links-stacked","logo-stacked","stacked",null]},"mobile_spacing":{"type":["integer","null"]},"mobile_wrap":{"type":["boolean","null"]},"text_decoration":{"type":["string","null"]},"vertical_align":{"type":["string","null"],"enum":["baseline","bottom","middle","top",null]}}}},"required":["display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]},"subblocks":{"type":["array","null"],"items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","enum":["header_link_bar_button"]},"id":{"type":["string","null"]},"background_color":{"type":["string","null"]},"content":{"type":["string","null"]},"drop_shadow_color":{"type":["string","null"]},"href":{"type":["string","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","enum":["header_link_bar_image"]},"id":{"type":["string","null"]},"alt_text":{"type":["string","null"]},"asset_id":{"type":["string","null"]},"background_color":{"type":["string","null"]},"height":{"type":["integer","null"]},"href":{"type":["string","null"]},"max_width":{"type":["integer","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"src":{"type":["string","null"]},"width":{"type":["integer","null"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","enum":["header_link_bar_logo"]},"id":{"type":["string","null"]},"alt_text":{"type":["string","null"]},"asset_id":{"type":["string","null"]},"height":{"type":["integer","null"]},"href":{"type":["string","null"]},"max_width":{"type":["integer","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"src":{"type":["string","null"]},"width":{"type":["integer","null"]}},"required":["type"]}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["horizontal_rule"]},"data":{"type":["object","null"],"properties":{"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"border_color":{"type":["string","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"mobile_stretch_content":{"type":["boolean","null"]}}}},"required":["display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["html"]},"data":{"type":"object","properties":{"content":{"type":"string"},"display_options":{"$ref":"#/$defs/DisplayOptions"}},"required":["content","display_options"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["image"]},"data":{"type":["object","null"],"properties":{"properties":{"oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"enum":[false,null]},"alt_text":{"type":["string","null"]},"asset_id":{"type":["string","null"]},"cropping_properties":{"type":["object","null"],"properties":{"aspect_ratio":{"type":["string","null"]},"asset_id":{"type":["string","null"]},"height":{"type":["integer","null"]},"src":{"type":["string","null"]},"width":{"type":["integer","null"]},"x":{"type":["integer","null"]},"y":{"type":["integer","null"]}}},"href":{"type":["string","null"]},"src":{"type":["string","null"]}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","enum":[true]},"alt_text":{"type":["string","null"]},"href":{"type":["string","null"]},"src":{"type":["string","null"]}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"align":{"type":["string","null"],"enum":["center","left","right",null]},"background_color":{"type":["string","null"]},"block_background_color":{"type":["string","null"]},"block_border_color":{"type":["string","null"]},"block_border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"block_border_width":{"type":["integer","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"full_width_mobile":{"type":["boolean","null"]},"height":{"type":["integer","null"]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"max_width":{"type":["integer","null"]},"mobile_stretch_content":{"type":["boolean","null"]},"width":{"type":["integer","null"]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["product"]},"data":{"type":["object","null"],"properties":{"properties":{"oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"enum":[false,null]},"is_ai_generated":{"type":["boolean","null"]},"is_prebuilt_content":{"type":["boolean","null"]},"item_subtype_id":{"type":["integer","null"]},"show_button":{"type":["boolean","null"]},"show_original_price":{"type":["boolean","null"]},"show_price":{"type":["boolean","null"]},"show_rating":{"type":["boolean","null"]},"show_rating_count":{"type":["boolean","null"]},"show_title":{"type":["boolean","null"]},"show_title_links":{"type":["boolean","null"]},"title_placeholder":{"type":["string","null"]},"show_description":{"type":["boolean","null"]},"localize_for_recipient":{"type":["boolean","null"]},"language":{"type":["string","null"]},"region":{"type":["string","null"]}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","enum":[true]},"is_ai_generated":{"type":["boolean","null"]},"is_prebuilt_content":{"type":["boolean","null"]},"item_subtype_id":{"type":["integer","null"]},"show_button":{"type":["boolean","null"]},"show_original_price":{"type":["boolean","null"]},"show_price":{"type":["boolean","null"]},"show_rating":{"type":["boolean","null"]},"show_rating_count":{"type":["boolean","null"]},"show_title":{"type":["boolean","null"]},"show_title_links":{"type":["boolean","null"]},"title_placeholder":{"type":["string","null"]},"button_text":{"type":["string","null"]},"feed":{"type":["string","null"]},"feed_offset":{"type":["integer","null"]},"is_nbp":{"type":["boolean","null"]}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"button_alignment":{"type":["string","null"],"enum":["center","left","right",null]},"button_background_color":{"type":["string","null"]},"button_border_color":{"type":["string","null"]},"button_border_radius":{"type":["integer","null"]},"button_border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"button_border_width":{"type":["integer","null"]},"button_drop_shadow_color":{"type":["string","null"]},"button_font_color":{"type":["string","null"]},"button_font_family":{"type":["string","null"]},"button_font_size":{"type":["integer","null"]},"button_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"button_font_weight":{"type":["string","null"]},"button_letter_spacing":{"type":["integer","null"]},"button_padding_bottom":{"type":["integer","null"]},"button_padding_left":{"type":["integer","null"]},"button_padding_right":{"type":["integer","null"]},"button_padding_top":{"type":["integer","null"]},"button_text_decoration":{"type":["string","null"]},"description_font_color":{"type":["string","null"]},"description_font_family":{"type":["string","null"]},"description_font_size":{"type":["integer","null"]},"description_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"description_font_weight":{"type":["string","null"]},"description_letter_spacing":{"type":["integer","null"]},"description_padding_bottom":{"type":["integer","null"]},"description_padding_top":{"type":["integer","null"]},"description_text_decoration":{"type":["string","null"]},"item_border_color":{"type":["string","null"]},"item_border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"item_border_width":{"type":["integer","null"]},"item_max_height":{"type":["integer","null"]},"item_padding_bottom":{"type":["integer","null"]},"item_padding_left":{"type":["integer","null"]},"item_padding_right":{"type":["integer","null"]},"item_padding_top":{"type":["integer","null"]},"item_text_alignment":{"type":["string","null"],"enum":["center","left","right",null]},"layout":{"type":["string","null"],"enum":["horizontal","vertical-left-image","vertical-right-image",null]},"num_columns":{"type":["integer","null"]},"num_rows":{"type":["integer","null"]},"original_price_font_color":{"type":["string","null"]},"original_price_font_family":{"type":["string","null"]},"original_price_font_size":{"type":["integer","null"]},"original_price_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"original_price_font_weight":{"type":["string","null"]},"original_price_text_decoration":{"type":["string","null"]},"price_font_color":{"type":["string","null"]},"price_font_family":{"type":["string","null"]},"price_font_size":{"type":["integer","null"]},"price_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"price_font_weight":{"type":["string","null"]},"price_letter_spacing":{"type":["integer","null"]},"price_padding_bottom":{"type":["integer","null"]},"price_padding_top":{"type":["integer","null"]},"price_text_decoration":{"type":["string","null"]},"rating_font_color":{"type":["string","null"]},"rating_font_family":{"type":["string","null"]},"rating_font_size":{"type":["integer","null"]},"rating_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"rating_font_weight":{"type":["string","null"]},"rating_letter_spacing":{"type":["integer","null"]},"rating_padding_bottom":{"type":["integer","null"]},"rating_padding_top":{"type":["integer","null"]},"rating_text_decoration":{"type":["string","null"]},"stack_on_mobile":{"type":["boolean","null"]},"title_font_color":{"type":["string","null"]},"title_font_family":{"type":["string","null"]},"title_font_size":{"type":["integer","null"]},"title_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"title_font_weight":{"type":["string","null"]},"title_letter_spacing":{"type":["integer","null"]},"title_padding_bottom":{"type":["integer","null"]},"title_padding_top":{"type":["integer","null"]},"title_text_decoration":{"type":["string","null"]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]},"subblocks":{"type":["array","null"],"items":{"type":"object","properties":{"type":{"type":"string","enum":["product"]},"id":{"type":["string","null"]},"product_id":{"type":["string","null"]},"external_id":{"type":["string","null"]},"autogenerate_link":{"type":["boolean","null"]},"button_text":{"type":["string","null"]},"description":{"type":["string","null"]},"image_url":{"type":["string","null"]},"link":{"type":["string","null"]},"name":{"type":["string","null"]},"original_price":{"type":["string","null"]},"price":{"type":["string","null"]},"currency_code":{"type":["string","null"]},"title":{"type":["string","null"]},"url":{"type":["string","null"]}},"required":["type"]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["review"]},"data":{"type":["object","null"],"properties":{"properties":{"oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"enum":[false,null]},"show_rating":{"type":["boolean","null"]},"show_reviewer_name":{"type":["boolean","null"]},"show_product_name":{"type":["boolean","null"]},"show_variant_name":{"type":["boolean","null"]},"show_verified_badge":{"type":["boolean","null"]},"author_placeholder":{"type":["string","null"]},"quote_placeholder":{"type":["string","null"]},"product_name_placeholder":{"type":["string","null"]},"product_variant_name_placeholder":{"type":["string","null"]},"verified_badge_language":{"type":["string","null"],"enum":["dutch","english","french","german","hungarian","italian","japanese","korean","portuguese","spanish",null]},"author":{"type":["string","null"]},"product_name":{"type":["string","null"]},"product_variant_name":{"type":["string","null"]},"quote":{"type":["string","null"]},"stars":{"type":["integer","null"]},"verified":{"type":["boolean","null"]}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","enum":[true]},"show_rating":{"type":["boolean","null"]},"show_reviewer_name":{"type":["boolean","null"]},"show_product_name":{"type":["boolean","null"]},"show_variant_name":{"type":["boolean","null"]},"show_verified_badge":{"type":["boolean","null"]},"author_placeholder":{"type":["string","null"]},"quote_placeholder":{"type":["string","null"]},"product_name_placeholder":{"type":["string","null"]},"product_variant_name_placeholder":{"type":["string","null"]},"verified_badge_language":{"type":["string","null"],"enum":["dutch","english","french","german","hungarian","italian","japanese","korean","portuguese","spanish",null]},"fallback_options":{"type":["string","null"],"enum":["high-quality-review","high-quality-review-or-static","no-review","recent","static-only",null]},"fallback_content_type":{"type":["string","null"],"enum":["full","quote",null]},"fallback_review_id":{"type":["string","null"]},"product_selection_mode":{"type":["string","null"],"enum":["automatic","manual",null]},"product_id":{"type":["string","null"]},"product_event_variable":{"type":["string","null"]}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"author_align":{"type":["string","null"],"enum":["center","left","right",null]},"author_color":{"type":["string","null"]},"author_font_family":{"type":["string","null"]},"author_font_size":{"type":["integer","null"]},"author_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"author_font_weight":{"type":["string","null"]},"author_letter_spacing":{"type":["integer","null"]},"author_text_decoration":{"type":["string","null"]},"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"border_radius":{"type":["integer","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"empty_star_color":{"type":["string","null"]},"layout":{"type":["string","null"],"enum":["big-quotes","centered-in-quote-bubble","centered-rating-first","centered-review-first","clean","left-aligned","message-bubble","rating-highlight","right-aligned-with-quotation-icon","square","stacked-card","subtle-background",null]},"product_name_align":{"type":["string","null"],"enum":["center","left","right",null]},"product_name_color":{"type":["string","null"]},"product_name_font_family":{"type":["string","null"]},"product_name_font_size":{"type":["integer","null"]},"product_name_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"product_name_font_weight":{"type":["string","null"]},"product_name_letter_spacing":{"type":["integer","null"]},"product_name_text_decoration":{"type":["string","null"]},"quote_align":{"type":["string","null"],"enum":["center","left","right",null]},"quote_color":{"type":["string","null"]},"quote_font_family":{"type":["string","null"]},"quote_font_size":{"type":["integer","null"]},"quote_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"quote_font_weight":{"type":["string","null"]},"quote_letter_spacing":{"type":["integer","null"]},"quote_line_height":{"type":["number","null"]},"quote_style":{"type":["string","null"],"enum":["line","square","standard",null]},"quote_text_decoration":{"type":["string","null"]},"shadow_color":{"type":["string","null"]},"star_color":{"type":["string","null"]},"star_size":{"type":["string","null"],"enum":["large","medium","small",null]},"star_rating_shape":{"type":["string","null"],"enum":["circle","heart","star",null]},"star_icon_spacing":{"type":["integer","null"]},"star_alignment":{"type":["string","null"],"enum":["center","left","right",null]},"text_area_bg_color":{"type":["string","null"]},"text_area_border_color":{"type":["string","null"]},"verified_color":{"type":["string","null"]},"verified_font_family":{"type":["string","null"]},"verified_font_size":{"type":["integer","null"]},"verified_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"verified_font_weight":{"type":["string","null"]},"verified_letter_spacing":{"type":["integer","null"]},"verified_text_decoration":{"type":["string","null"]},"verified_badge_color":{"type":["string","null"],"enum":["dark","default","light",null]},"verified_badge_size":{"type":["integer","null"]},"verified_badge_style":{"type":["string","null"],"enum":["badge-and-text","badge-only","text-only",null]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["social"]},"data":{"type":["object","null"],"properties":{"properties":{"type":"object","properties":{"show_labels":{"type":["boolean","null"]}}},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"icon_align":{"type":["string","null"],"enum":["center","left","right",null]},"icon_color":{"type":["string","null"],"enum":["black","default","grey","white",null]},"icon_size":{"type":["string","null"],"enum":["large","medium","small",null]},"icon_spacing":{"type":["integer","null"]},"label_color":{"type":["string","null"]},"label_font_family":{"type":["string","null"]},"label_font_size":{"type":["integer","null"]},"label_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"label_text_decoration":{"type":["string","null"]},"label_font_weight":{"type":["string","null"]},"stack_on_mobile":{"type":["boolean","null"]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]},"subblocks":{"type":["array","null"],"items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","enum":["social_link_icon"]},"id":{"type":["string","null"]},"custom_asset_id":{"type":["string","null"]},"custom_src":{"type":["string","null"]},"custom_size":{"type":["integer","null"]},"label":{"type":["string","null"]},"link_type":{"type":["string","null"],"enum":["android","apple","custom","discord","email","facebook","google-plus","instagram","linkedin","pinterest","rss","snapchat","threads","tiktok","twitch","twitter","whatsapp","x-twitter","yelp","youtube",null]},"link_url":{"type":["string","null"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","enum":["social_link_spacer"]},"id":{"type":["string","null"]},"width":{"type":["integer","null"]}},"required":["type"]}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["spacer"]},"data":{"type":["object","null"],"properties":{"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"background_color":{"type":["string","null"]},"height":{"type":["integer","null"]}}}},"required":["display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["split"]},"data":{"type":["object","null"],"properties":{"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"column_widths":{"type":["string","null"]},"mobile_stack_order":{"type":["string","null"],"enum":["ltr","no-stack","rtl",null]},"padding_in_between":{"type":["integer","null"]}}}},"required":["display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]},"subblocks":{"type":["array","null"],"items":{"oneOf":[{"$ref":"#/$defs/TableTextSubBlock"},{"$ref":"#/$defs/TableImageSubBlock"},{"$ref":"#/$defs/TableHtmlSubBlock"}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["table"]},"data":{"type":["object","null"],"properties":{"properties":{"oneOf":[{"type":"object","properties":{"dynamic":{"type":["boolean","null"],"enum":[false,null]},"num_columns":{"type":["integer","null"]},"show_headers":{"type":["boolean","null"]}},"required":["dynamic"]},{"type":"object","properties":{"dynamic":{"type":"boolean","enum":[true]},"num_columns":{"type":["integer","null"]},"row_content_repeat":{"oneOf":[{"$ref":"#/$defs/ContentRepeatV1"},{"type":"null"}]},"show_headers":{"type":["boolean","null"]},"show_fallback_content":{"type":["boolean","null"]},"show_static_row":{"type":["boolean","null"]}},"required":["dynamic"]}]},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"block_background_color":{"type":["string","null"]},"block_border_color":{"type":["string","null"]},"block_border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"block_border_width":{"type":["integer","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"cell_horizontal_border_color":{"type":["string","null"]},"cell_horizontal_border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"cell_horizontal_border_width":{"type":["integer","null"]},"cell_padding_bottom":{"type":["integer","null"]},"cell_padding_left":{"type":["integer","null"]},"cell_padding_right":{"type":["integer","null"]},"cell_padding_top":{"type":["integer","null"]},"cell_vertical_align":{"type":["string","null"],"enum":["baseline","bottom","middle","top",null]},"cell_vertical_border_color":{"type":["string","null"]},"cell_vertical_border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"cell_vertical_border_width":{"type":["integer","null"]},"header_background_color":{"type":["string","null"]},"header_font_color":{"type":["string","null"]},"header_font_family":{"type":["string","null"]},"header_font_size":{"type":["integer","null"]},"header_font_style":{"type":["string","null"],"enum":["italic","normal",null]},"header_font_weight":{"type":["string","null"]},"header_letter_spacing":{"type":["integer","null"]},"header_line_height":{"type":["number","null"]},"header_padding_bottom":{"type":["integer","null"]},"header_padding_left":{"type":["integer","null"]},"header_padding_right":{"type":["integer","null"]},"header_padding_top":{"type":["integer","null"]},"header_text_decoration":{"type":["string","null"]},"table_background_color":{"type":["string","null"]},"table_font_color":{"type":["string","null"]},"table_font_family":{"type":["string","null"]},"table_font_size":{"type":["integer","null"]},"table_text_align":{"type":["string","null"],"enum":["center","left","right",null]},"use_legacy_mobile_padding":{"type":["boolean","null"]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]},"subblocks":{"type":["array","null"],"items":{"oneOf":[{"type":"object","properties":{"type":{"type":"string","enum":["table_header"]},"content":{"type":["string","null"]},"cell_text_align":{"type":["string","null"],"enum":["center","left","right",null]},"color":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"letter_spacing":{"type":["integer","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"]},"text_decoration":{"type":["string","null"]},"id":{"type":["string","null"]}},"required":["type"]},{"$ref":"#/$defs/TableHtmlSubBlock"},{"$ref":"#/$defs/TableImageSubBlock"},{"$ref":"#/$defs/TableTextSubBlock"},{"type":"object","properties":{"type":{"type":"string","enum":["table_fallback_html"]},"content":{"type":["string","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"id":{"type":["string","null"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","enum":["table_fallback_image"]},"dynamic":{"type":["boolean","null"]},"alt_text":{"type":["string","null"]},"asset_id":{"type":["string","null"]},"href":{"type":["string","null"]},"src":{"type":["string","null"]},"width":{"type":["integer","null"]},"height":{"type":["integer","null"]},"image_width":{"type":["integer","null"]},"image_align":{"type":["string","null"],"enum":["center","left","right",null]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"]},"cell_text_align":{"type":["string","null"],"enum":["center","left","right",null]},"cropped_asset_id":{"type":["string","null"]},"cropped_src":{"type":["string","null"]},"cropping_aspect_ratio":{"type":["string","null"]},"cropping_height":{"type":["integer","null"]},"cropping_width":{"type":["integer","null"]},"cropping_x":{"type":["integer","null"]},"cropping_y":{"type":["integer","null"]},"id":{"type":["string","null"]}},"required":["type"]},{"type":"object","properties":{"type":{"type":"string","enum":["table_fallback_text"]},"content":{"type":["string","null"]},"cell_text_align":{"type":["string","null"],"enum":["center","left","right",null]},"color":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"letter_spacing":{"type":["integer","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"]},"text_decoration":{"type":["string","null"]},"id":{"type":["string","null"]}},"required":["type"]}]}}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["text"]},"data":{"type":"object","properties":{"content":{"type":"string"},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"background_color":{"type":["string","null"]},"block_background_color":{"type":["string","null"]},"block_border_color":{"type":["string","null"]},"block_border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"block_border_width":{"type":["integer","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"color":{"type":["string","null"]},"extra_css_class":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"letter_spacing":{"type":["integer","null"]},"line_height":{"type":["number","null"]},"mobile_stretch_content":{"type":["boolean","null"]},"text_align":{"type":["string","null"],"enum":["center","left","right",null]},"text_decoration":{"type":["string","null"]},"text_table_layout":{"type":["string","null"],"enum":["auto","fixed","inherit","initial",null]}}}},"required":["content","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]},{"type":"object","properties":{"content_type":{"type":"string","enum":["block"]},"type":{"type":"string","enum":["video"]},"data":{"type":["object","null"],"properties":{"properties":{"type":"object","properties":{"raw_asset_id":{"type":["string","null"]},"src_asset_id":{"type":["string","null"]},"alt_text":{"type":["string","null"]},"href":{"type":["string","null"]},"overlay_toggle":{"type":["boolean","null"]},"raw_src":{"type":["string","null"]},"src":{"type":["string","null"]}}},"display_options":{"$ref":"#/$defs/DisplayOptions"},"styles":{"type":"object","properties":{"align":{"type":["string","null"],"enum":["center","left","right",null]},"background_color":{"type":["string","null"]},"block_background_color":{"type":["string","null"]},"block_padding_bottom":{"type":["integer","null"]},"block_padding_left":{"type":["integer","null"]},"block_padding_right":{"type":["integer","null"]},"block_padding_top":{"type":["integer","null"]},"border_color":{"type":["string","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"full_width_mobile":{"type":["boolean","null"]},"height":{"type":["integer","null"]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"max_width":{"type":["integer","null"]},"mobile_stretch_content":{"type":["boolean","null"]},"width":{"type":["integer","null"]}}}},"required":["properties","display_options","styles"]},"id":{"type":["string","null"]},"data_id":{"type":["string","null"]},"universal_id":{"type":["string","null"]}},"required":["content_type","type","data"]}]}}}}}},"required":["data"]}}},"required":["content_type","type","data"]}}},"required":["properties","styles"]},"styles":{"type":"array","items":{"oneOf":[{"type":"object","properties":{"style_type":{"type":"string","enum":["base-styles"]},"properties":{"type":"object","properties":{"currency":{"type":["string","null"]},"currency_set_on_template":{"type":["boolean","null"]},"disable_websafe_fonts":{"type":["boolean","null"]},"is_user_draggable":{"type":["boolean","null"]},"mobile_optimizations":{"type":["boolean","null"]},"tip_tap_enabled":{"type":["boolean","null"]}}},"styles":{"type":"object","properties":{"background_asset_id":{"type":["string","null"]},"background_format":{"type":["string","null"],"enum":["auto","contain","cover","initial","repeat",null]},"background_position":{"type":["string","null"],"enum":["center-bottom","center-center","center-top","left-bottom","left-center","left-top","right-bottom","right-center","right-top",null]},"background_repeat":{"type":["boolean","null"]},"background_url":{"type":["string","null"]},"border_color":{"type":["string","null"]},"border_radius":{"type":["integer","null"]},"border_style":{"type":["string","null"],"enum":["dashed","dotted","groove","inset","none","outset","ridge","solid",null]},"border_width":{"type":["integer","null"]},"content_background_color":{"type":["string","null"]},"inner_padding_bottom":{"type":["integer","null"]},"inner_padding_left":{"type":["integer","null"]},"inner_padding_right":{"type":["integer","null"]},"inner_padding_top":{"type":["integer","null"]},"margin_top":{"type":["integer","null"]}}},"id":{"type":["string","null"]}},"required":["style_type","properties","styles"]},{"type":"object","properties":{"style_type":{"type":"string","enum":["text-styles"]},"styles":{"type":"object","properties":{"color":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"letter_spacing":{"type":["integer","null"]},"line_height":{"type":["number","null"]},"mobile_font_size":{"type":["integer","null"]},"mobile_line_height":{"type":["number","null"]},"text_align":{"type":["string","null"],"enum":["center","left","right",null]},"text_decoration":{"type":["string","null"]}}},"id":{"type":["string","null"]}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","enum":["heading-1-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles"},"id":{"type":["string","null"]}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","enum":["heading-2-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles"},"id":{"type":["string","null"]}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","enum":["heading-3-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles"},"id":{"type":["string","null"]}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","enum":["heading-4-styles"]},"styles":{"$ref":"#/$defs/HeadingStyleStyles"},"id":{"type":["string","null"]}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","enum":["link-styles"]},"styles":{"type":"object","properties":{"color":{"type":["string","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"text_decoration":{"type":["string","null"]}}},"id":{"type":["string","null"]}},"required":["style_type","styles"]},{"type":"object","properties":{"style_type":{"type":"string","enum":["mobile-styles"]},"properties":{"type":"object","properties":{"mobile_padding_override":{"type":["boolean","null"]}}},"styles":{"type":"object","properties":{"mobile_block_padding_left":{"type":["integer","null"]},"mobile_block_padding_right":{"type":["integer","null"]},"mobile_margin":{"type":["integer","null"]},"mobile_padding_bottom":{"type":["integer","null"]},"mobile_padding_left":{"type":["integer","null"]},"mobile_padding_right":{"type":["integer","null"]},"mobile_padding_top":{"type":["integer","null"]}}},"id":{"type":["string","null"]}},"required":["style_type","properties","styles"]}]}},"id":{"type":["string","null"]},"template_id":{"type":["string","null"]}},"required":["body","styles"]},"text":{"type":["string","null"]},"amp":{"type":["string","null"]}}}},"required":["type","id","attributes"]}},"required":["data"]},"additional_fields_template":{"type":"array","description":"Fields of each template that are returned only when they are named here.","items":{"type":"string","enum":["definition"]}},"fields_template":{"type":"array","description":"Which fields of each template to return. Left out, all but the additional ones.","items":{"type":"string","enum":["amp","created","definition","definition.body","definition.body.id","definition.body.properties","definition.body.properties.css_class","definition.body.properties.id","definition.body.sections","definition.body.styles","definition.body.styles.background_color","definition.body.styles.width","definition.id","definition.styles","definition.template_id","editor_type","html","id","name","text","updated","screenshot_url"]}}},"required":["revision","id","body"],"examples":[{"revision":"2026-10-15","id":"01JA6W3N8ZP4QK7XV2T5RB9YDM","body":{"data":{"type":"template","id":"01JA6W3N8ZP4QK7XV2T5RB9YDM","attributes":{"name":"Spring sale","html":"html-1"}}}}],"$defs":{"ContentRepeatV1":{"type":"object","properties":{"repeat_for":{"type":"string"},"item_alias":{"type":"string"}},"required":["repeat_for","item_alias"]},"DisplayOptions":{"type":"object","properties":{"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"content_repeat":{"oneOf":[{"$ref":"#/$defs/ContentRepeatV1"},{"type":"null"}]},"visibility":{"type":["object","null"],"properties":{"check":{"type":["string","null"]},"definition":{"type":["string","null"]},"is_code_only":{"type":["boolean","null"]}}},"layout_type":{"type":["string","null"]},"layout_config":{"type":["object","null"]}}},"HeadingStyleStyles":{"type":"object","properties":{"color":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"letter_spacing":{"type":["integer","null"]},"line_height":{"type":["number","null"]},"margin_bottom":{"type":["integer","null"]},"mobile_font_size":{"type":["integer","null"]},"mobile_line_height":{"type":["number","null"]},"text_align":{"type":["string","null"],"enum":["center","left","right",null]},"text_decoration":{"type":["string","null"]}}},"TableHtmlSubBlock":{"type":"object","properties":{"type":{"type":"string","enum":["table_html"]},"content":{"type":["string","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"id":{"type":["string","null"]}},"required":["type"]},"TableImageSubBlock":{"type":"object","properties":{"type":{"type":"string","enum":["table_image"]},"dynamic":{"type":["boolean","null"]},"alt_text":{"type":["string","null"]},"asset_id":{"type":["string","null"]},"href":{"type":["string","null"]},"src":{"type":["string","null"]},"width":{"type":["integer","null"]},"height":{"type":["integer","null"]},"image_width":{"type":["integer","null"]},"image_align":{"type":["string","null"],"enum":["center","left","right",null]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"]},"cell_text_align":{"type":["string","null"],"enum":["center","left","right",null]},"cropped_asset_id":{"type":["string","null"]},"cropped_src":{"type":["string","null"]},"cropping_aspect_ratio":{"type":["string","null"]},"cropping_height":{"type":["integer","null"]},"cropping_width":{"type":["integer","null"]},"cropping_x":{"type":["integer","null"]},"cropping_y":{"type":["integer","null"]},"id":{"type":["string","null"]}},"required":["type"]},"TableTextSubBlock":{"type":"object","properties":{"type":{"type":"string","enum":["table_text"]},"content":{"type":["string","null"]},"cell_text_align":{"type":["string","null"],"enum":["center","left","right",null]},"color":{"type":["string","null"]},"font_family":{"type":["string","null"]},"font_size":{"type":["integer","null"]},"font_style":{"type":["string","null"],"enum":["italic","normal",null]},"font_weight":{"type":["string","null"]},"letter_spacing":{"type":["integer","null"]},"show_on":{"type":["string","null"],"enum":["all","desktop","mobile",null]},"table_column_width":{"type":["string","null"]},"text_decoration":{"type":["string","null"]},"id":{"type":["string","null"]}},"required":["type"]}}}"""
)
VALIDATOR = Draft202012Validator(SCHEMA)


if __name__ == "__main__":
    try:
        print(json.dumps(main(**json.load(sys.stdin.buffer)), indent=2))
    except (ValueError, TypeError, RecursionError, KlaviyoError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
