"""Every setting of a deployment, read from the environment (and `.env`), with its default and one line of meaning."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Optional
from urllib.parse import urlsplit

from pydantic import AnyHttpUrl, BaseSettings, Field, ValidationError, validator

ROOT = Path(__file__).resolve().parent.parent


def _as_browsers_send(origin: str) -> str:
    """An origin in lower case, without its scheme's own port."""
    scheme, _, host = origin.lower().rstrip("/").partition("://")
    return f"{scheme}://{host.removesuffix({'http': ':80', 'https': ':443'}[scheme])}"


_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class SettingsError(Exception):
    """A setting is missing or broken; the message names it and says what to do."""


class Settings(BaseSettings):
    """The deployment's settings. The name in the environment is the field's name with `THAW_` before it."""

    host: str = Field("127.0.0.1", description="Address the server listens on.")
    port: int = Field(5005, ge=1, le=65535, description="Port the server listens on.")
    public_url: Optional[AnyHttpUrl] = Field(
        None, description="Where visitors reach Thaw, if not at http://localhost:<port>. Its origin is always allowed."
    )
    allowed_origins: str = Field("", description="Origins of the sites that embed the widget, separated by commas: https://www.example.org")
    site_url: Optional[AnyHttpUrl] = Field(
        None, description="The site's address, before the paths of its related topics. Unset: Thaw's own demo site."
    )
    matching_name: str = Field("this site's matching service", description="Who receives a hand-off, as a visitor reads it before consent.")
    matching_secret: Optional[str] = Field(
        None,
        min_length=16,
        description="Secret that the matching flow redeems hand-offs with. Unset: the plain link only, but for the demo on a laptop.",
    )
    matching_secret_previous: Optional[str] = Field(
        None, min_length=16, description="The secret before, still good while the matching flow changes to the new one."
    )
    matching_url: Optional[AnyHttpUrl] = Field(
        None, description="Where the site's matching flow starts. Needed beside THAW_MATCHING_SECRET. Unset: the demo site's page."
    )
    matching_withdrawal_url: Optional[AnyHttpUrl] = Field(
        None, description="Where the matching flow hears that a redeemed hand-off is withdrawn. Needed beside THAW_MATCHING_SECRET."
    )
    handoff_minutes: int = Field(60, ge=1, le=1440, description="Minutes in which the link with a summary can be used, once.")
    country: Optional[str] = Field(
        None, description="The site's country (ISO 3166-1 alpha-2): decides the crisis services. Unset: the visitor is asked in a crisis."
    )
    place: Optional[str] = Field(
        None,
        description="Where the site is by law: US-CA, GB, EU (docs/places.md). Unset: THAW_COUNTRY, and without it the strictest.",
    )
    human_contact: Optional[str] = Field(
        None, description="How a visitor reaches a person of this site, as shown to them: 'Write to hello@example.org'."
    )
    database_url: str = Field("sqlite:///var/thaw.db", description="SQLite or PostgreSQL address of the one database.")
    redis_url: Optional[str] = Field(None, description="Redis in which several processes count their limits together.")
    retention_days: int = Field(30, ge=1, le=3650, description="Days a conversation is kept after its last message.")
    secret: Optional[str] = Field(
        None, min_length=32, description="Key that signs session tokens. Unset: made at the first start, kept in var/."
    )
    telegram_token: Optional[str] = Field(None, description="Telegram: the bot's token, from @BotFather. Unset: no Telegram.")
    telegram_secret: Optional[str] = Field(
        None,
        regex=r"^[A-Za-z0-9_-]{16,256}$",
        description="Telegram: the secret that its webhook is set with and shows. Needed beside THAW_TELEGRAM_TOKEN.",
    )
    telegram_api: AnyHttpUrl = Field("https://api.telegram.org", description="Telegram: where its Bot API is, if you run your own.")
    twilio_account_sid: Optional[str] = Field(
        None, regex=r"^AC[0-9a-fA-F]{32}$", description="Twilio: the account's SID. Unset: no WhatsApp and no SMS."
    )
    twilio_auth_token: Optional[str] = Field(
        None, min_length=16, description="Twilio: the account's auth token, which also signs its requests. Needed beside the SID."
    )
    twilio_whatsapp: Optional[str] = Field(
        None, regex=r"^\+[1-9]\d{6,14}$", description="Twilio: your WhatsApp number, as +15551234567. Unset: no WhatsApp."
    )
    twilio_sms: Optional[str] = Field(None, regex=r"^\+?\d{5,15}$", description="Twilio: your SMS number. Unset: no SMS.")
    twilio_buttons: Optional[str] = Field(
        None,
        regex=r"^HX[0-9a-fA-F]{32}(, *HX[0-9a-fA-F]{32}){2}$",
        description="Twilio: WhatsApp's templates of 1, 2, 3 buttons; 'make whatsapp-buttons' makes them. Unset: numbered choices only.",
    )
    twilio_api: AnyHttpUrl = Field("https://api.twilio.com", description="Twilio: where its API is, for another region.")
    twilio_content_api: AnyHttpUrl = Field("https://content.twilio.com", description="Twilio: where its Content API is.")
    slack_token: Optional[str] = Field(None, description="Slack: the bot's token (xoxb-…). Unset: no Slack.")
    slack_signing_secret: Optional[str] = Field(
        None, min_length=16, description="Slack: the app's signing secret. Needed beside THAW_SLACK_TOKEN."
    )
    slack_api: AnyHttpUrl = Field("https://slack.com/api", description="Slack: where its Web API is.")
    exercise_seconds: int = Field(300, ge=1, le=3600, description="Length of the exercise, in seconds.")
    engine_timeout: float = Field(8.0, gt=0, le=60, description="Seconds the dialogue engine has for one message.")
    trusted_proxies: int = Field(0, ge=0, le=10, description="How many proxies of your own stand before Thaw.")
    limit_sessions: int = Field(120, ge=1, description="New sessions an address may open in a minute.")
    limit_messages: int = Field(600, ge=1, description="Messages an address may send in a minute.")
    limit_session_messages: int = Field(60, ge=1, description="Messages a session may send in a minute.")
    limit_burst: int = Field(20, ge=1, description="Messages a session may send at once.")
    model: Optional[Path] = Field(None, description="A trained model's file. Unset: the one that fits the data.")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR. No level logs a visitor's words.")

    class Config:
        env_prefix = "THAW_"
        env_file = ROOT / ".env"
        env_file_encoding = "utf-8"

    @validator("country")
    def _country_is_a_code(cls, value: Optional[str]) -> Optional[str]:
        from thaw.safety.services import is_country

        if value is not None and not is_country(value):
            raise ValueError("must be an ISO 3166-1 alpha-2 code such as US or GB")
        return value.upper() if value else None

    @validator("place")
    def _place_is_one_we_know(cls, value: Optional[str], values: dict[str, Any]) -> Optional[str]:
        from thaw.places import code_of, is_in, places

        if not value:
            return None
        place, country = value.strip().upper(), values.get("country")
        if code_of(place) is None:
            raise ValueError(f"must be a place of data/places.yml ({', '.join(places().places)}) or lie in one; leave it unset elsewhere")
        if country and not is_in(place, country):
            raise ValueError(f"is {place}, and THAW_COUNTRY is {country}: set the two to the same country")
        return place

    @validator("database_url")
    def _database_is_one_we_speak(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg2://")):
            raise ValueError("must start with sqlite:/// or postgresql://")
        return value

    @validator("redis_url")
    def _redis_is_one_we_speak(cls, value: Optional[str]) -> Optional[str]:
        if value and not value.startswith(("redis://", "rediss://")):
            raise ValueError("must start with redis:// or rediss://")
        return value or None

    @validator("allowed_origins")
    def _origins_are_origins(cls, value: str) -> str:
        for origin in filter(None, (part.strip() for part in value.split(","))):
            scheme, _, rest = origin.partition("://")
            if scheme not in ("http", "https") or not rest or "/" in rest:
                raise ValueError(f"'{origin}' is not an origin; write it as https://www.example.org, without a path")
        return value

    @validator("matching_url", always=True)
    def _links_lead_to_the_flow(cls, value: Optional[str], values: dict[str, Any]) -> Optional[str]:
        if values.get("matching_secret") and not value:
            raise ValueError("must be set beside THAW_MATCHING_SECRET: without it the link leads to the demo's page, which redeems nothing")
        return value

    @validator("matching_withdrawal_url", always=True)
    def _withdrawals_arrive(cls, value: Optional[str], values: dict[str, Any]) -> Optional[str]:
        if values.get("matching_secret") and not value:
            raise ValueError("must be set beside THAW_MATCHING_SECRET: visitors are told that a summary they take back is deleted there")
        return value

    @validator("telegram_secret", always=True)
    def _telegram_is_recognised(cls, value: Optional[str], values: dict[str, Any]) -> Optional[str]:
        if values.get("telegram_token") and not value:
            raise ValueError("must be set beside THAW_TELEGRAM_TOKEN: without it anyone could write in a visitor's name")
        return value

    @validator("twilio_auth_token", always=True)
    def _twilio_is_recognised(cls, value: Optional[str], values: dict[str, Any]) -> Optional[str]:
        if not values.get("twilio_account_sid"):
            return value
        if not value:
            raise ValueError("must be set beside THAW_TWILIO_ACCOUNT_SID: without it anyone could write in a visitor's name")
        public = values.get("public_url")
        if not public or public.scheme != "https":
            raise ValueError("needs THAW_PUBLIC_URL, with https: Twilio signs the address that it calls")
        return value

    @validator("twilio_sms", always=True)
    def _twilio_has_a_number(cls, value: Optional[str], values: dict[str, Any]) -> Optional[str]:
        if values.get("twilio_account_sid") and not value and not values.get("twilio_whatsapp"):
            raise ValueError("or THAW_TWILIO_WHATSAPP must be set beside THAW_TWILIO_ACCOUNT_SID: the number that visitors write to")
        return value

    @validator("slack_signing_secret", always=True)
    def _slack_is_recognised(cls, value: Optional[str], values: dict[str, Any]) -> Optional[str]:
        if values.get("slack_token") and not value:
            raise ValueError("must be set beside THAW_SLACK_TOKEN: without it anyone could write in a visitor's name")
        return value

    @validator("log_level")
    def _level_is_known(cls, value: str) -> str:
        if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
        return value.upper()

    @property
    def origins(self) -> frozenset[str]:
        """The allowed origins of other sites, without the server's own."""
        listed = {_as_browsers_send(part.strip()) for part in self.allowed_origins.split(",") if part.strip()}
        if self.public_url:
            port = f":{self.public_url.port}" if self.public_url.port else ""
            listed.add(_as_browsers_send(f"{self.public_url.scheme}://{self.public_url.host}{port}"))
        return frozenset(listed)

    @property
    def base_url(self) -> str:
        """The server's own address as visitors see it, without a trailing slash."""
        return str(self.public_url or f"http://localhost:{self.port}").rstrip("/")

    @property
    def placeholders(self) -> dict[str, str]:
        """What a response may name of the settings."""
        return {
            "retention_days": str(self.retention_days),
            "matching_name": self.matching_name,
            "handoff_minutes": str(self.handoff_minutes),
        }

    @property
    def is_demo(self) -> bool:
        """Whether the demo site's matching page may be the flow: nothing says that anybody but this machine is served.

        It also takes a request from this machine: `thaw.handoff.demo`.
        """
        configured = self.matching_secret or self.matching_url or self.public_url or self.trusted_proxies
        embedded = any(urlsplit(origin).hostname not in _LOOPBACK for origin in self.origins)
        return not configured and not embedded and self.host in _LOOPBACK

    @property
    def matching_link(self) -> str:
        """The plain link into the matching flow."""
        return str(self.matching_url or f"{self.base_url}/matching/")

    def topic_link(self, path: str) -> str:
        """The address of one of the site's related topics, given its path."""
        return str(self.site_url or self.base_url).rstrip("/") + path


def load_settings(**overrides: Any) -> Settings:
    """Read the settings.

    Raises:
        SettingsError: naming each setting that is missing or broken.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        problems = [f"THAW_{str(e['loc'][0]).upper()} {e['msg']}" for e in error.errors()]
        raise SettingsError("Thaw can't start with these settings. " + "; ".join(problems) + ".") from None


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return load_settings()
