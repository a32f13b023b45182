"""The search puts first what editors chose for these words; one query."""

from wagtail.models import Site

from cms.addresses import absolute
from cms.search import Query, Result, agrees, register_best_bets
from cms.visibility import visible_pages
from sites.finding.models import BestBet

MOST = 3


@register_best_bets
def chosen_by_editors(site: Site, query: Query, language: str) -> list[Result]:
    """Pages that can be read now, of which all words of a phrase were typed."""
    pages = visible_pages(site, language)
    bets = BestBet.objects.filter(site=site, page__in=pages).select_related("page")
    found = {bet.page_id: bet for bet in bets if _is_meant(bet, query, language)}
    return [_shown(bet, site) for bet in list(found.values())[:MOST]]


def _is_meant(bet: BestBet, query: Query, language: str) -> bool:
    return any(
        all(any(agrees(word, typed, language) for typed in query.words) for word in one)
        for one in bet.phrases
    )


def _shown(bet: BestBet, site: Site) -> Result:
    parts = bet.page.get_url_parts()
    return Result(
        title=bet.page.title,
        url=absolute(site.pk, parts[2]) if parts else "",
        summary=bet.page.search_description,
    )
