"""Visit every route with what is another's in each place, as one person."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.crawl.arguments import (
    UNTOUCHED,
    WORDED,
    UnknownParameter,
    address,
    fillings,
    number_or_word,
    own_filling,
)
from tests.crawl.page_forms import Form, forms_in
from tests.crawl.routes import Route
from tests.crawl.visiting import SIGN_IN, Visitor

SHUT = {404, 405, 410}
FEW = 3
ITS_OWN = ("bulk", "multiple", "copy", "submit")
"""Addresses whose views read themselves what middleware reads of every request."""


@dataclass
class Crawl:
    """What one person saw: which routes, and what could not be filled.

    `most` says how many of the first and of the last ways of filling a route are
    tried; 0 for all of them. Where it is said, the numbers that a view reads from its
    query are sent together, else one by one.
    """

    visitor: Visitor
    mine: Any
    theirs: Any
    visited: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    turned_away: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    most: int = 0
    tried: set[tuple[str, str]] = field(default_factory=set)
    always: set[str] = field(default_factory=set)

    def run(self, routes: list[Route]) -> None:
        """Every route, one after the other."""
        nowhere = self.visitor.get("/admin/nothing-here/")
        self.always = nowhere.read | self.visitor.post("/admin/nothing-here/").read
        for route in routes:
            try:
                ways = list(fillings(route, self.mine, self.theirs))
            except UnknownParameter as unknown:
                self.unknown.append(str(unknown))
                continue
            if self.most and len(ways) > 2 * self.most:
                ways = [*ways[: self.most], *ways[-self.most :]]
            own = [own_filling(route, self.mine, values) for values in ways]
            foreign = [values for values in ways if values not in own]
            opened = [self._own(route, values) for values in _each_once(own)]
            # Shut to one's own rows, a view is shut before it looks at any.
            for values in foreign if any(opened) else foreign[:FEW]:
                self._foreign(route, values)

    def _foreign(self, route: Route, values: dict[str, str]) -> None:
        """Their row in the address: look, then send what its form would send."""
        url = address(route, values)
        seen = self._look(route, url)
        self._search(route, url, seen.read)
        empty = self.visitor.post(url)
        if empty.code in SHUT:
            return
        self._fill(route, url, empty.read)
        twin = address(route, own_filling(route, self.mine, values))
        for form in forms_in(self.visitor.get(twin).answer):
            self.visitor.post(url, form.data)

    def _own(self, route: Route, values: dict[str, str]) -> bool:
        """My own row in the address, theirs in the query and in the form.

        False where the view is shut.
        """
        url = address(route, values)
        seen = self._look(route, url)
        if seen.code not in SHUT:
            self._search(route, url, seen.read)
        posted = self.visitor.post(url)
        if posted.code not in SHUT:
            self._fill(route, url, posted.read)
        for form in forms_in(seen.answer):
            self._choose(route, url, form)
        return not {seen.code, posted.code} <= SHUT

    def _look(self, route: Route, url: str) -> Any:
        seen = self.visitor.get(url)
        if seen.is_sent_to_sign_in and route.template not in SIGN_IN:
            self.turned_away.add(str(route))
        else:
            self.visited.add(str(route))
        if seen.code == 200:
            self.opened.add(str(route))
        return seen

    def _search(self, route: Route, url: str, names: set[str]) -> None:
        """Each name that the view reads from its query, with what is theirs."""
        names = names - UNTOUCHED - self._of_every_view(route)
        new = [n for n in sorted(names) if self._is_new(f"?{n}", _view(route))]
        together = [n for n in new if self.most and n not in WORDED]
        if together:
            every = {n: number_or_word(n, self.theirs)[0] for n in together}
            self.visitor.get(url, every)
        for name in sorted(set(new) - set(together)):
            for value in number_or_word(name, self.theirs):
                self.visitor.get(url, {name: value})

    def _fill(self, route: Route, url: str, names: set[str]) -> None:
        """What the view reads from a form, all of it theirs at once."""
        names = names - {"csrfmiddlewaretoken"} - self._of_every_view(route)
        if names and self._is_new(f"all {sorted(names)}", _view(route)):
            data = {n: number_or_word(n, self.theirs)[0] for n in names}
            self.visitor.post(f"{url}?{urlencode(data, True)}", data)

    def _choose(self, route: Route, url: str, form: Form) -> None:
        """Each field that chooses a row, with theirs; then all of them together."""
        changed = dict(form.data)
        for name in form.choosing:
            kind = "".join("#" if c.isdigit() else c for c in name)
            for value in number_or_word(name.rpartition("-")[2], self.theirs):
                changed[name] = value
                # The screens of one namespace share their forms.
                if self._is_new(f"{kind}={value}", route.namespace or route.view_name):
                    self.visitor.post(url, {**form.data, name: value})
        if form.choosing and self._is_new(
            f"every {sorted(form.choosing)}", _view(route)
        ):
            self.visitor.post(url, changed)

    def _forms(self, url: str) -> list[Form]:
        return forms_in(self.visitor.get(url).answer)

    def _of_every_view(self, route: Route) -> set[str]:
        """What middleware reads: of use only where it is there for the view."""
        theirs = any(word in route.template for word in ITS_OWN)
        return set() if theirs else self.always

    def _is_new(self, what: str, where: str) -> bool:
        """Whether this was not tried there yet, by any address."""
        key = (where, what)
        if key in self.tried:
            return False
        self.tried.add(key)
        return True


def _view(route: Route) -> str:
    return route.view_name or route.template


def _each_once(ways: Any) -> list[dict[str, str]]:
    return list({tuple(way.items()): way for way in ways}.values())
