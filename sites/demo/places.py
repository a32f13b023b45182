"""The three sites of the demo."""

from dataclasses import dataclass

from cms.models import SiteProfile


@dataclass(frozen=True, kw_only=True)
class DemoSite:
    """What the demo knows of one of its sites."""

    key: str
    name_en: str
    name_cy: str
    reference_prefix: str
    default_language: str
    kind: str = SiteProfile.Kind.LOCAL
    gss_code: str = ""
    domain: str = ""
    phone_block: str = ""
    address_en: str = ""
    address_cy: str = ""
    brand: str = ""
    accent: str = ""

    @property
    def hostname(self) -> str:
        """Browsers resolve every name under .localhost to this machine."""
        return f"{self.key}.localhost"

    @property
    def colours(self) -> dict[str, str]:
        """What tells the three sites apart at a glance, as their pictures do."""
        return {
            "brand_colour": self.brand,
            "link_colour": self.brand,
            "button_colour": self.brand,
            "accent_colour": self.accent,
        }

    @property
    def settings(self) -> dict[str, str]:
        """The service's details, with numbers and addresses reserved for drama."""
        block = self.phone_block
        return {
            "email": f"iv@{self.domain}",
            "phone": f"01632 960{block}1",
            "day_phone": f"01632 960{block}2",
            "night_phone": f"01632 960{block}3",
            "staff_concern_contact": f"01632 960{block}4",
            "hours_en": "Monday to Friday, 9am to 5pm",
            "hours_cy": "Dydd Llun i ddydd Gwener, 9:00 i 17:00",
            "address_en": self.address_en,
            "address_cy": self.address_cy,
            "dpo_contact": f"dpo@{self.domain}",
            "ico_registration": "Z0000000",
            **({} if self.gss_code else {"controller": self.name_en}),
        }


HUB = DemoSite(
    key="hub",
    kind=SiteProfile.Kind.HUB,
    name_en="Independent Visitors",
    name_cy="Ymwelwyr Annibynnol",
    reference_prefix="HUB",
    default_language="en",
    domain="hub.example",
    phone_block="30",
    brand="#46318c",
    accent="#c9962f",
)
GWYNEDD = DemoSite(
    key="gwynedd",
    name_en="Gwynedd Independent Visitors",
    name_cy="Ymwelwyr Annibynnol Gwynedd",
    reference_prefix="GWN",
    default_language="cy",
    gss_code="W06000002",
    domain="gwynedd.example",
    phone_block="10",
    address_en=(
        "Independent Visitors (demo)\nThe Old Harbour Office\nCaernarfon LL55 1SH"
    ),
    address_cy="Ymwelwyr Annibynnol (demo)\nHen Swyddfa’r Harbwr\nCaernarfon LL55 1SH",
    brand="#1d5346",
    accent="#e3a73f",
)
DEVON = DemoSite(
    key="devon",
    name_en="Devon Independent Visitors",
    name_cy="Ymwelwyr Annibynnol Dyfnaint",
    reference_prefix="DEV",
    default_language="en",
    gss_code="E10000008",
    domain="devon.example",
    phone_block="20",
    address_en="Independent Visitors (demo)\nThe Old Station House\nExeter EX2 4QD",
    address_cy="Ymwelwyr Annibynnol (demo)\nThe Old Station House\nExeter EX2 4QD",
    brand="#1d4f66",
    accent="#c4623a",
)
DEMO_SITES = (HUB, GWYNEDD, DEVON)
