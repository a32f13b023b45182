"""What must be known to make a service."""

from dataclasses import dataclass

from cms.models import SiteProfile
from sites.models import Authority

LANGUAGES = ("en", "cy")


@dataclass(frozen=True, kw_only=True)
class NewService:
    """What must be known to make a service's site."""

    hostname: str
    port: int = 443
    name_en: str
    name_cy: str
    reference_prefix: str
    default_language: str = "en"
    kind: str = SiteProfile.Kind.LOCAL
    authority: Authority | None = None
    welsh_host: str = ""
    english_host: str = ""

    @property
    def aliases(self) -> dict[str, str]:
        """Its other host names, and the language of each."""
        asked = {self.english_host: "en", self.welsh_host: "cy"}
        return {name: language for name, language in asked.items() if name}

    @property
    def hosts(self) -> list[str]:
        """Every host name under which it can be found, the canonical one first."""
        return [self.hostname, *self.aliases]

    @property
    def tree_slug(self) -> str:
        """The name of its root in the page tree."""
        if self.authority:
            return self.authority.slug
        if self.kind == SiteProfile.Kind.HUB:
            return "hub"
        return self.hostname.split(".")[0]
