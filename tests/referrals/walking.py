"""Somebody who asks for a visitor, page by page, as a browser would."""

import re

from forms.referrals.models import CarerPage, ReferralPage, YoungPage

GWYNEDD, DEVON = "W06000002", "E10000008"
CHILD = "Macsen"
HIDDEN = re.compile(r'<input type="hidden" name="(seen|shown)" value="([^"]*)"')
ADULT = {
    "who": {"role": "social_worker"},
    "reach": {
        "name": "Jan",
        "phone": "01632 960312",
        "email": "jan@post.example",
        "write_language": "cy",
        "speak_language": "en",
    },
    "child": {"council": GWYNEDD, "child_name": CHILD, "age_band": "8-10"},
    "explained": {"explained": "not_yet"},
    "says": {"child_says": "not_asked"},
    "likes": {"likes": ["animals"]},
    "ring": {"when_to_ring": ["morning"], "go_on": "send"},
}
DAY = {"day": "3", "month": "4", "year": "2026"}
HEARD = {
    "who": ADULT["who"],
    "reach": ADULT["reach"],
    "child": ADULT["child"],
    "explained": {"explained": "yes"},
    "who_explained": {
        "explained_by": "Advocate",
        **{f"explained_on-{box}": said for box, said in DAY.items()},
        "explained_in": "cy",
    },
    "says": {"child_says": "wants"},
    "heard": {
        "heard_by": "Advocate",
        **{f"heard_on-{box}": said for box, said in DAY.items()},
        "heard_in": "cy",
    },
    "likes": ADULT["likes"],
    "ring": ADULT["ring"],
}
"""What a professional says of a child who has been asked."""
CARER = {
    "you": {**ADULT["reach"], "role": "carer"},
    "child": {"child_name": CHILD, "council": "own", "child_knows": "not_yet"},
    "likes": {"likes": ["animals", "baking"]},
    "worker": {"worker_name": "Mari Huws", "worker_email": "mari@gwynedd.example"},
    "ring": {"when_to_ring": ["morning"]},
}
YOUNG = {
    "me": {"call_me": CHILD, "my_age": "under_13", "my_council": "not_sure"},
    "likes": {"my_likes": ["animals", "baking"]},
    "visitor": {"my_visitor": ["any"]},
    "reach_me": {
        "reach_me": "me",
        "my_phone": "07700 900555",
        "my_times": ["lunch", "after_school"],
        "my_language": "cy",
        "my_write_language": "cy",
    },
    "worry": {"worry": "yes", "worry_phone": ""},
}


def page_of(site, language, model=ReferralPage):
    return model.objects.get(
        path__startswith=site.root_page.path[:8], locale__language_code=language
    )


def carers_page_of(site, language):
    """The page of carers and family."""
    return page_of(site, language, CarerPage)


def own_page_of(site, language):
    """The page of the young person’s own form."""
    return page_of(site, language, YoungPage)


class Asker:
    """Somebody who goes through the journey in a browser."""

    def __init__(self, client, page):
        self.client, self.page = client, page
        self.start = page.get_url().replace("http://gwynedd.localhost", "")
        self.language = page.locale.language_code

    def address(self, where):
        return f"{self.start}{self.page.parts(where)[self.language]}/"

    def look(self, where):
        return self.client.get(self.address(where)).content.decode()

    def answer(self, step, **given):
        """Post a step as its page would, with the hidden fields it carries."""
        hidden = dict(HIDDEN.findall(self.look(step)))
        return self.client.post(self.address(step), {**hidden, **given})

    def go(self, answers):
        """Answer every step and send; the page at the end."""
        self.shown = {}
        for step, given in answers.items():
            self.shown[step] = self.look(step)
            response = self.answer(step, **given)
            assert response.status_code == 302, (step, response.content.decode())
        self.shown["check"] = self.look("check")
        self.client.post(self.address("check"))
        return self.look("sent")
