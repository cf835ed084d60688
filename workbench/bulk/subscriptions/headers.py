"""What the names of columns say about consent"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple


class Meaning(NamedTuple):
    """What a column is about, by its name.

    `kind`: "consent", where yes is a consent; "status" of a person, such as Status: active; "withdrawal", where yes is
    a withdrawal; "time" of a consent; "channel", such as SMS, and "state", as beside a city, which are a consent and a
    status only if their values are; "unspecific", a consent to what is not clear, as a subscription may be paid for;
    "unclear", which may be a withdrawal of something else; or empty for what has nothing to do with it. `channels`:
    those that it names, of CHANNEL_WORDS.
    """

    kind: str
    channels: tuple[str, ...] = ()


# Letters that have no accent that could be removed.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "ð": "d", "þ": "th"})
# What is one word in some headers and several in others.
JOINED = {
    r"\be mails?\b|\bemails\b": "email",
    r"\be post\b": "epost",
    r"\bwhats app\b": "whatsapp",
    r"\bnews letters?\b": "newsletter",
    r"\bmailing lists?\b": "mailinglist",
    r"\bopt(s|ed|ing)? in\b": "optin",
    r"\bopt(s|ed|ing)? out\b": "optout",
    r"\bun subscri": "unsubscri",
    r"\bsign(s|ed)? up\b": "signup",
    r"\b(direct|postal) mail(ing)?\b": "post",
    r"\btext messag(e|es|ing)\b|\btexting\b|\btext(?= (marketing|consent|optin|optout|subscri))": "sms",
}

# Parts of words in any place of a name, and whole words, by what they mean. English, German, French, Spanish, Italian,
# Dutch, Portuguese, Polish, Swedish, Danish and Norwegian; some of Czech, Finnish, Russian and Japanese. The list
# cannot be complete: a column that it misses is found by its values if they speak for themselves (see `answers`).
CONSENT = """
    consent consens subscri optin optedin optingin accept agree permission permit newsletter marketing mailinglist
    emailing gdpr rgpd dsgvo lgpd lopd ccpa signup signedup promotional contactable
    emailable mailable advertis
    einwillig zustimm zugestimm erlaubnis akzept einverstand werbung werbe rundbrief abonn angemeldet anmeld datenschutz
    autoris souscri inscri infolettre publicit acept suscri permiso autoriz boletin novedades
    accett iscri permess promozion adesione toestemming akkoord ingeschreven inschrijv aangemeld aanmeld nieuwsbrief
    goedkeuring instemming reclame aceit assinant assinatura permiss boletim
    zgod subskry zapisan zezwol akceptac pozwol samtyck prenumer godkan tillat nyhetsbrev samtykke tilmeld
    tillad nyhedsbrev godkend pameld markedsf souhlas odber suostumu uutiskirje markkinoin
    согласи подпис рассыл 同意 購読 メルマガ 許可 配信
"""
CONSENT_WORDS = "privacy doi rodo abo accord news newsmail offers updates promo promotions preferences reklam reklame"
WITHDRAWAL = """
    unsub optout optedout optingout bounc complain cleantime cleandate spam suppress blocklist blacklist denylist
    blocked donot withdr revoke revoca emaildisabled disabled deleted undeliverable
    abmeld abgemeld abbestell ausgetragen widerruf widerspr gesperrt sperrliste werbesperre gelosch geloesch deaktiviert
    unzustellbar desabonn desinscri resili supprim listenoire plainte desuscri dadodebaja bloquead eliminad rebot
    listanegra suprimid disiscri disdett bloccat eliminat rimbalz listanera soppress disattivat afgemeld afmeld
    uitgeschreven uitschrijv opgezegd geblokkeerd verwijderd ingetrokken descadastr bloquead excluid removid devolvid
    wypis rezygnac zrezygn odsubskryb zablokow usunie cofnie sprzeciw wycofa
    avregistr avprenumer avanmal sparrad borttag raderad studs frameld afregistr blokeret slettet tilbagekald avmeld
    odhlas отпис отказ 配信停止 退会 解除
"""
WITHDRAWAL_WORDS = "clean cleaned cleaning junk dnc dnm dne stop baja robinson stoplist optouts donotemail donotcall"
# What may also be about an order or an account: asked about.
WEAK_WITHDRAWAL = """
    cancel archiv reject declin refus invalid inacti deactivat expired removed exclude banned quarantin objection
    objected storniert gekundigt abgelehnt opposi oppos refus resiliat rechaz queja revoc rifiut reclam annull geweigerd
    klacht rejeitad odrzuc klagom avsagt klage
"""
STATUS = "status statut estatus zustand toestand situacao"
STATUS_WORDS = """
    state stato estado active aktiv actif active activo activa attivo attiva actief ativo aktywny enabled tila
"""
NEGATIONS = """
    no not non never without none kein keine keinen keiner nicht nie ohne pas sans jamais sin nunca senza niet geen
    nooit nao sem bez ej inte ikke ingen inga aldrig
"""
# Who is not, does not get or does not want any of these has said no.
NEGATED = """
    email mail sms whatsapp push newsletter news contact kontakt werbung post message messages correo courriel posta
    mailing mailings communication communications reklame reklam
"""
CHANNEL_WORDS = {
    "email": "email mail newsletter newsmail correo courriel infolettre epost nieuwsbrief nyhetsbrev nyhedsbrev boletin"
    " boletim メルマガ",
    "sms": "sms mms",
    "whatsapp": "whatsapp",
    "push": "push",
}
OTHER_CHANNELS = "call calls calling phone telephone telefon telefono telefone post postal fax print letter brief voice"
# A subscription may be paid for.
PAID = "subscription subscriptions abonnement abonnements suscripcion abbonamento assinatura prenumeration abo"
# Of what else a status, a permission or a deletion can be.
SUBJECTS = """
    order orders payment payments financial fulfillment fulfilment shipping shipment delivery billing invoice refund
    return returns transaction cart checkout product item items lineitem price tax vat gift card discount coupon voucher
    inventory stock booking ticket deal loan credit kyc marital civil employment job visa residence relationship charge
    loyalty reward rewards
    bestellung bestell auftrag zahlung zahlungs rechnung rechnungs lieferung liefer versand familienstand
    commande paiement facture facturation livraison matrimonial matrimoniale pedido pago pagos factura envio entrega
    ordine ordini pagamento fattura spedizione consegna civile bestelling betaling factuur verzending levering
    burgerlijke fatura zamowienia zamowienie platnosci platnosc faktury wysylki cywilny betalning
    faktura leverans levering frakt
"""
SUBJECT_PARTS = """
    orderstat auftrag rechnung zahlung liefer versand bestell zamowien platnosc wysylk betaal betaling betalning
    leverans verzend
"""
ADDRESS = """
    city town zip zipcode postal postcode street address address1 address2 country province provincia region county
    billing shipping mailing home code us plz ort stadt strasse bundesland land ville adresse rue pays ciudad direccion
    calle pais citta indirizzo via paese cap cidade endereco rua cep stad straat plaats miasto ulica kraj gata adress
"""
# Of a consent, something else than yes or no.
DETAILS = """
    id ids ip url uri link agent browser hash token language lang locale rate score rating revenue amount price opened
    opens clicked clicks delivered sent replied code codes
"""
TIME_WORDS = """
    at date time timestamp datetime since when ts datum zeit zeitpunkt seit am heure depuis fecha hora desde data ora
    dal sinds tijd czas od dato tid siden updated
"""
TIME_PARTS = "date time timestamp datum zeitpunkt fecha"
REASONS = "reason campaign comment feedback grund kommentar motif raison motivo motivazione reden powod orsak arsag"


def fold(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return letters.casefold().translate(LETTERS)


def parts_of(text: str) -> re.Pattern[str]:
    """Match any of these, wherever it is in a word."""
    return re.compile("|".join(fold(text).split()))


def words_of(text: str) -> re.Pattern[str]:
    """Match any of these as a word."""
    return re.compile(rf"\b({'|'.join(text.split())})\b")


WANTS = r"\b(can|may|allows?|allowed|wants?|receives?|gets?|ok) (to )?(email|sms|whatsapp|push|contact)\b"
IS_CONSENT = re.compile(f"{parts_of(CONSENT).pattern}|{words_of(CONSENT_WORDS).pattern}|{WANTS}")
IS_WITHDRAWAL = re.compile(f"{parts_of(WITHDRAWAL).pattern}|{words_of(WITHDRAWAL_WORDS).pattern}")
IS_WEAK_WITHDRAWAL = parts_of(WEAK_WITHDRAWAL)
IS_STATUS = re.compile(f"{parts_of(STATUS).pattern}|{words_of(STATUS_WORDS).pattern}")
IS_STATE = words_of("state stato estado")
IS_NEGATION = words_of(NEGATIONS)
IS_NEGATABLE = re.compile(f"{parts_of(NEGATED).pattern}|{IS_CONSENT.pattern}")
IS_REVERSED = re.compile(r"\b(un|re|non)(block|suppress|delet|bounc|clean|spam|activ|junk)")
IS_SUBJECT = re.compile(f"{words_of(SUBJECTS).pattern}|{parts_of(SUBJECT_PARTS).pattern}")
IS_ADDRESS = words_of(ADDRESS)
IS_DETAIL = re.compile(rf"{words_of(DETAILS).pattern}|\bsubscribers? (key|name|first|last|email|phone|number)\b")
IS_TIME = re.compile(rf"{words_of(TIME_WORDS).pattern}|({parts_of(TIME_PARTS).pattern})\b|\bon$")
IS_PAID = words_of(PAID)
IS_REASON = parts_of(REASONS)
IS_OTHER_CHANNEL = words_of(OTHER_CHANNELS)
IS_CHANNEL = dict(zip(CHANNEL_WORDS, map(parts_of, CHANNEL_WORDS.values()), strict=True))
CHANNEL_ALONE = words_of(" ".join([*CHANNEL_WORDS, "news", "messages"]))
# A permission or a deletion that an order can have as well.
IS_GENERAL = parts_of("accept agree akzept acept accett aceit akcept autori deleted disabled blocked")


def read_words(header: str) -> str:
    """Its words in lower case, without accents: `HasOptedOutOfE-Mail` is `has optout of email`."""
    parted = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", header)
    text = " ".join(re.findall(r"[^\W_]+", fold(parted)))
    text = re.sub(
        r"\b(do not|dont|don t|doesnt|doesn t|ne pas|no contactar|nao contat\w*|nie kontakt\w*)\b", "donot", text
    )
    for pattern, word in JOINED.items():
        text = re.sub(pattern, word, text)
    return text


def read_meaning(header: str, others: list[str]) -> Meaning:
    """What a column is about. `others`: the names of all columns; beside a city, `State` is one of an address."""
    words = read_words(header)
    channels = tuple(name for name, pattern in IS_CHANNEL.items() if pattern.search(words))
    return Meaning(kind_of(words, channels, others), channels)


def kind_of(words: str, channels: tuple[str, ...], others: list[str]) -> str:
    """The kind of Meaning that a column with these words has."""
    is_of_order = bool(IS_SUBJECT.search(words)) and not channels
    is_consent = bool(IS_CONSENT.search(words))
    is_withdrawal = bool(IS_WITHDRAWAL.search(words))
    if is_withdrawal or is_refusal(words):
        if is_of_order and not re.search("unsub|optout|donot|spam|marketing", words):
            return ""  # Invoice deleted
        is_doubled = is_withdrawal and bool(IS_NEGATION.search(words) or IS_REVERSED.search(words))
        is_of_other = not channels and bool(IS_OTHER_CHANNEL.search(words))
        return "unclear" if is_doubled or is_of_other else "withdrawal"
    if IS_REVERSED.search(words) or IS_WEAK_WITHDRAWAL.search(words):
        return "" if is_of_order else "unclear"
    if is_consent:
        return kind_of_consent(words, channels, is_of_order)
    if IS_STATUS.search(words):
        is_time = IS_TIME.search(words) or re.search(r"\blast\b", words)  # Last active
        if is_of_order or is_time:
            return ""
        return "state" if is_of_address(words, others) else "status"
    return "channel" if channels and not CHANNEL_ALONE.sub("", words).strip() else ""


def kind_of_consent(words: str, channels: tuple[str, ...], is_of_order: bool) -> str:
    """The kind of a column whose words speak of consent."""
    rest = IS_GENERAL.sub("", words)
    if is_of_order and not IS_CONSENT.search(rest):
        return ""  # Payment accepted
    if IS_DETAIL.search(words):
        return ""  # OPTIN_IP
    if IS_TIME.search(words):
        return "time"
    is_paid = IS_PAID.search(words) and not IS_CONSENT.search(IS_PAID.sub("", words))
    if not channels and (is_paid or IS_OTHER_CHANNEL.search(words)):
        return "unspecific"
    return "consent"


def is_refusal(words: str) -> bool:
    """Whether it is about who does not get or want something: `No emails`, but not `Email no`, which is a number."""
    without_number = re.sub(r" no$", "", words)
    return "donot" in words or bool(IS_NEGATION.search(without_number) and IS_NEGATABLE.search(without_number))


def is_of_address(words: str, others: list[str]) -> bool:
    """Whether a state is one of an address: `State` beside a city, `Province / State`."""
    if not IS_STATE.search(words):
        return False
    names = [words, *map(read_words, others)]
    return any(IS_ADDRESS.search(name) for name in names)


def is_transactional(header: str) -> bool:
    """Whether a consent is one to messages about orders alone."""
    return "transa" in read_words(header)


@cache
def is_reason(header: str) -> bool:
    """Whether a column of withdrawals says why in free text, such as UNSUB_REASON."""
    return bool(IS_REASON.search(read_words(header)))


def names_email(header: str) -> bool:
    """Whether a column is about email, such as Billing E-mail."""
    return bool(IS_CHANNEL["email"].search(read_words(header)))
