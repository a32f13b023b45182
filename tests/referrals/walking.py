"""Somebody who asks for a visitor, page by page, as a browser would."""

import re

from forms.referrals.models import ReferralPage

GWYNEDD, DEVON = "W06000002", "E10000008"
CHILD = "Macsen"
HIDDEN = re.compile(r'<input type="hidden" name="(seen|shown)" value="([^"]*)"')
ADULT = {
    "who": {"role": "carer"},
    "reach": {
        "name": "Jan",
        "phone": "01632 960312",
        "email": "jan@post.example",
        "write_language": "cy",
        "speak_language": "en",
    },
    "council": {"council": GWYNEDD},
    "child": {"child_name": CHILD, "age_band": "8-10"},
    "says": {"child_knows": "not_yet", "child_says": "not_asked", "heard": ""},
    "ring": {"when_to_ring": ["morning"], "when_note": ""},
}
YOUNG = {
    "who": {"role": "young_person"},
    "me": {"call_me": CHILD, "my_age": "under_13"},
    "my_council": {"my_council": "not_sure"},
    "reach_me": {"reach_me": "me", "my_phone": "07700 900555"},
    "worry": {"worry": "yes", "worry_phone": ""},
    "my_talk": {
        "my_times": ["lunch", "after_school"],
        "my_language": "cy",
        "my_write_language": "cy",
    },
}


def page_of(site, language):
    return ReferralPage.objects.get(
        path__startswith=site.root_page.path[:8], locale__language_code=language
    )


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
