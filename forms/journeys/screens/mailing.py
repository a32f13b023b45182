"""What the screens share that mail somebody a link back to their answers."""

from cms.mail import site_url
from forms.journeys import spam
from forms.journeys.models import Draft
from forms.journeys.resuming import mail_link
from forms.journeys.screens.base import Screen


class MailingScreen(Screen):
    """A screen from which a link can be mailed, as long as not too many are."""

    def mails_too_much(self) -> bool:
        """Count one more mail and say whether it is one too many."""
        return spam.is_over_limit(self.request, site_id=self.site.pk, doing="mail")

    def mail_link(self, draft: Draft, *, to: str) -> None:
        """Mail a new link to the draft, in the words for whoever reads."""
        mail_link(
            draft=draft,
            to=to,
            language=self.language,
            address=self.link_address,
            young=self.is_young,
        )

    def link_address(self, where: str, token: str) -> str:
        """The absolute address to which a mailed link leads."""
        return site_url(self.site, self.page.address(self.request, where, token))
