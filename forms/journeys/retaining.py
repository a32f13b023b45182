"""Make the months that a journey promises come true for the cases it has led to."""

from wagtail.models import Site

from cms.retention import Rule
from forms.casework.models import Case
from forms.casework.retaining import Which, register_forgetting, rule_of_cases
from forms.journeys.deleting import delete_draft, forget_draft
from forms.journeys.models import Draft
from forms.journeys.terms import Keeping, months_kept
from sites.models import Service


def keeps_cases(
    *, kind: str, keeping: Keeping, which: Which, needs_filing: bool = False
) -> Rule:
    """The rule of one `Keeping`: its words, and the months that each service has set.

    Where it `needs_filing`, nothing goes before somebody has filed it elsewhere.
    """

    def months(site: Site) -> int:
        service = Service.of(site)
        return months_kept(service, kind, keeping) if service else keeping.months

    return rule_of_cases(
        kind=kind,
        name=keeping.key,
        label=keeping.label,
        months=months,
        which=which,
        needs_filing=needs_filing,
    )


@register_forgetting
def forget_drafts(case: Case) -> None:
    """Delete what it was sent from, and what its person has begun to add to it."""
    drafts = Draft.objects.filter(site=case.site_id, kind=case.kind)
    for draft in drafts.filter(receipt__reference=case.reference):
        forget_draft(draft)
    for draft in drafts.filter(adds_to=case.reference):
        delete_draft(draft)
