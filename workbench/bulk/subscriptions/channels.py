"""Channels of consents"""

import re
from typing import Any, NamedTuple

from workbench.bulk.errors import BulkFailed
from workbench.bulk.imports.columns import PROFILE_HEADERS
from workbench.bulk.subscriptions.actions import SUPPRESSIONS


class Channel(NamedTuple):
    """Where a consent is in Klaviyo's `subscriptions` (in its answers under `answer`), and the field that it needs.

    `headers`: of columns of consents to it, as in PROFILE_HEADERS; `times`: of columns of their times.
    """

    name: str
    kind: str
    answer: str
    identifier: str
    headers: str
    times: str


CHANNELS = {
    "email": Channel(
        "email",
        "marketing",
        "email",
        "email",
        "emailconsent emailmarketingconsent emailmarketing acceptsemailmarketing emailoptin emailsubscription"
        " emailsubscriptionstatus emailsubscribed newsletter newsletterconsent newsletteroptin newslettersubscribed"
        " newslettersubscription akzeptiertemailmarketing emaileinwilligung newslettereinwilligung newsletteranmeldung"
        " accepteemailmarketing acceptelemarketingparemail consentementemail inscriptionnewsletter"
        " aceptaemailmarketing consentimientoemail aceptamarketingporcorreoelectronico suscripcionboletin"
        " consensoemail consensoemailmarketing accettaemailmarketing iscrizionenewsletter"
        " toestemmingemail emailtoestemming accepteertemailmarketing nieuwsbriefinschrijving"
        " consentimentoemail aceitaemailmarketing inscricaonewsletter zgodaemail zgodanaemailmarketing"
        " samtyckeepost samtyckeemail accepterarepostmarknadsforing samtykkeemail samtykketilemail"
        " acceptereremailmarketing",
        "emailconsentedat emailconsenttimestamp emailmarketingconsenttimestamp",
    ),
    "sms": Channel(
        "sms",
        "marketing",
        "sms",
        "phone_number",
        "smsconsent smsmarketingconsent smsmarketing acceptssmsmarketing smsoptin smssubscription smssubscriptionstatus"
        " smssubscribed akzeptiertsmsmarketing smseinwilligung acceptesmsmarketing acceptelemarketingparsms"
        " consentementsms aceptasmsmarketing aceptamarketingporsms consentimientosms consensosms accettasmsmarketing"
        " toestemmingsms smstoestemming accepteertsmsmarketing consentimentosms aceitasmsmarketing zgodasms"
        " zgodanasms samtyckesms accepterarsmsmarknadsforing samtykkesms samtykketilsms accepterersmsmarketing",
        "smsconsentedat smsconsenttimestamp smsmarketingconsenttimestamp",
    ),
    "sms_transactional": Channel(
        "sms", "transactional", "sms", "phone_number", "smstransactionalconsent", "smstransactionalconsenttimestamp"
    ),
    "whatsapp": Channel(
        "whatsapp",
        "marketing",
        "whatsapp",
        "phone_number",
        "whatsappconsent whatsappmarketingconsent whatsappmarketing acceptswhatsappmarketing whatsappoptin"
        " whatsappeinwilligung consentementwhatsapp consentimientowhatsapp consensowhatsapp toestemmingwhatsapp"
        " consentimentowhatsapp zgodawhatsapp samtyckewhatsapp samtykkewhatsapp",
        "whatsappconsentedat whatsappconsenttimestamp whatsappmarketingconsenttimestamp",
    ),
    "whatsapp_transactional": Channel(
        "whatsapp",
        "transactional",
        "whatsapp",
        "phone_number",
        "whatsapptransactionalconsent",
        "whatsapptransactionalconsenttimestamp",
    ),
    "push": Channel(
        "push",
        "marketing",
        "mobile_push",
        "push_token",
        "pushconsent pushmarketingconsent pushoptin mobilepushmarketingconsent",
        "pushconsentedat pushconsenttimestamp pushmarketingconsenttimestamp",
    ),
}
TIMES = (
    "consentedat consenttimestamp consenttime consentdate confirmtime optintime optindate optedinat subscribedat"
    " subscribedon datesubscribed subscriptiondate signedupat signuptime signupdate einwilligungam einwilligungsdatum"
    " anmeldedatum datedeconsentement datedinscription fechadeconsentimiento fechadesuscripcion dataconsenso"
    " datadelconsenso dataiscrizione datadiiscrizione toestemmingop datumtoestemming inschrijfdatum"
    " timestampopt timestampsignup datadoconsentimento datadeinscricao datazgody datazapisu"
    " samtyckesdatum samtykkedato tilmeldingsdato"
)
PUSH_HEADERS = {"push_token": "pushtoken devicetoken", "push_platform": "pushplatform", "push_vendor": "pushvendor"}


def check_channels(channels: Any) -> list[str]:
    """The channels in their order; a form or a flow may send them as text. BulkFailed if one does not exist."""
    names = re.split("[, ]+", channels.strip()) if isinstance(channels, str) else channels or []
    if not isinstance(names, list) or not all(name in ("", *CHANNELS) for name in names):
        raise BulkFailed(f"channels must be of {', '.join(CHANNELS)}, not {channels!s:.100}")
    return [name for name in CHANNELS if name in names]


def headers_of(action: str) -> dict[str, str]:
    """The headers by which a column is known, of each field of an action."""
    headers = {"email": PROFILE_HEADERS["email"]}
    if action not in SUPPRESSIONS:
        headers |= {name: PROFILE_HEADERS[name] for name in ("phone_number", "anonymous_id")} | PUSH_HEADERS
    for name, channel in CHANNELS.items():
        if action in SUPPRESSIONS and name != "email":
            continue
        dotted = f"subscriptions{channel.answer.replace('_', '')}{channel.kind}consent"  # as in exports
        headers[f"{name}_consent"] = f"{channel.headers} {dotted}"
        if action == "subscribe":
            headers[f"{name}_consented_at"] = f"{channel.times} {dotted}timestamp"
    if action == "subscribe":
        headers["consented_at"] = TIMES
    return headers
