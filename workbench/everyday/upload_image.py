# /// script
# requires-python = ">=3.11"
# dependencies = ["jsonschema", "requests"]
# ///
"""Upload Image: put an image into the library

Uploads a file, or lets Klaviyo fetch an image from a URL, and returns the address under which emails can show it: JPEG,
PNG or GIF of at most 5 MB. A URL that begins with data: is taken, too.

Scopes: images:write.
"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from workbench.codegen.parts.request import send
from workbench.codegen.parts.upload import file_part, form_fields, to_base64
from workbench.everyday.arguments import ACCOUNT, check_arguments, invalid, report_by_argument
from workbench.everyday.command_line import run_by_hand
from workbench.everyday.operations import (
    API,
    ImageAttributes,
    UploadImageFromUrlBody,
    headers_of,
    klaviyo,
    upload_image_from_url,
)

MAX_FILE_BYTES = 5_000_000
IMAGE_URL = {
    "pattern": r"^(https?://|data:image/)\S+\Z",
    "expected": "an address that begins with https:// or data:image/",
}


def main(auth: klaviyo, file: bytes | None = None, url: str | None = None, name: str | None = None) -> UploadedImage:
    """Return the image. Either `file` or `url` is needed.

    Args:
        auth: Klaviyo resource with a private API key.
        file: Image file, as base64 in JSON.
        url: Where the image is.
        name: Name of the image in the library; that of the file if empty.
    Raises: InvalidInput before anything is sent, KlaviyoError if the request fails.
    """
    arguments = check_arguments({"auth": auth, "file": to_base64(file), "url": url, "name": name}, Arguments)
    if ("file" in arguments) == ("url" in arguments):
        raise invalid("file", "either a file or a URL", "both" if "file" in arguments else None)
    answer = upload_file(auth, arguments) if "file" in arguments else upload_from_url(auth, arguments)
    image = answer["data"]["attributes"]
    return UploadedImage(
        id=answer["data"]["id"],
        url=image["image_url"],
        name=image["name"],
        size=image.get("size"),
        format=image.get("format"),
    )


def upload_file(auth: klaviyo, arguments: dict[str, Any]) -> Any:
    """Send the file as multipart/form-data, as images/upload_image_from_file.py does."""
    name = arguments.get("name")
    part = file_part(arguments["file"], name, MAX_FILE_BYTES)
    url = f"{API}/api/image-upload"
    return send("POST", url, False, headers=headers_of(auth), files={"file": part}, data=form_fields({"name": name}))


def upload_from_url(auth: klaviyo, arguments: dict[str, Any]) -> Any:
    attributes: ImageAttributes = {"import_from_url": arguments["url"]}
    if "name" in arguments:
        attributes["name"] = arguments["name"]
    body: UploadImageFromUrlBody = {"data": {"type": "image", "attributes": attributes}}
    with report_by_argument({"/body/data/attributes": "", "/body/data/attributes/import_from_url": "/url"}):
        return upload_image_from_url(auth, body)


class Arguments(TypedDict):
    auth: Annotated[Any, ACCOUNT]
    file: NotRequired[Annotated[str, {"contentEncoding": "base64"}]]
    url: NotRequired[Annotated[str, IMAGE_URL]]
    name: NotRequired[str]


class UploadedImage(TypedDict):
    id: str
    url: str
    name: str
    size: int | None
    format: str | None


if __name__ == "__main__":
    run_by_hand(main)
