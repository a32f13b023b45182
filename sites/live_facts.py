"""What texts may leave to the settings: {minimum_age}, {child_ages}…"""

from django.utils.translation import gettext, override, pgettext
from wagtail.models import Site

from cms.live_facts import register_live_facts
from sites.models import Service

Often = Service.Often


@register_live_facts
def facts_of_settings(site: Site, language: str) -> dict[str, str]:
    """What is asked of a volunteer, as it stands in a sentence."""
    service = Service.of(site)
    if service is None:
        return {}
    with override(language):
        return {
            "minimum_age": str(service.minimum_age),
            "commitment": commitment(service),
            "visits": visits(service),
            "child_ages": child_ages(service),
        }


def commitment(service: Service) -> str:
    """For how long: after "for" («am»)."""
    if service.commitment_months >= 24:
        return pgettext("after “for”", "at least two years")
    return pgettext("after “for”", "at least a year")


def child_ages(service: Service) -> str:
    """Whom visitors visit, within a sentence."""
    if service.youngest is None or service.oldest is None:
        return gettext("children and young people")
    ages = {"youngest": service.youngest, "oldest": service.oldest}
    return gettext("children and young people aged %(youngest)d to %(oldest)d") % ages


def visits(service: Service) -> str:
    """How often, within a sentence."""
    return {
        Often.MONTHLY: gettext("about once a month"),
        Often.FORTNIGHTLY: gettext("about once a fortnight"),
        Often.AGREED: gettext("as often as you and the young person agree"),
    }[Often(service.visits)]
