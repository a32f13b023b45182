"""The declaration of the plugin `applications`: read this first."""

from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _

from cms.plugins import Audience, Plugin


class Applications(Plugin):
    name = "forms.applications"
    label = "applications"
    verbose_name = _("Volunteer applications")
    summary = _("Let people apply to be an Independent Visitor.")
    host = ">=1,<2"
    audience = Audience.LOCAL
    new_sites = True
    viewsets = [
        "admin.ApplicationInbox",
        "admin.ApplicationQuestions",
        "admin.CampaignViewSet",
    ]
    panels = ["admin.NewApplicationsPanel"]
    this_week = ["todo.overdue"]
    mails = [
        *("received", "received_second", "received_missing"),
        *("interview", "interview_off", "interview_for_staff"),
    ]
    mail_words = [
        "mails.RECEIVED",
        "mails.RECEIVED_SECOND",
        "interviews.mails.INVITATION",
        "interviews.mails.CHANGED",
        "interviews.mails.OFF",
        "interviews.mails.ENDED",
        "letters.FORM",
        "letters.REST",
        "letters.GAPS",
        "letters.RING",
        "letters.MEET",
        "letters.MORE",
        "letters.NOT_NOW",
        "letters.NEXT",
    ]
    keeps = ["keeping.CAME_TO_NOTHING", "keeping.VISITORS_FILES"]
    personal_data = ["personal.EVERYTHING"]
    pairs = ["pairs.own_words"]
    starter = "starter.pages"
    demo = "demo.load"

    def ready(self) -> None:
        from forms.applications.interviews.closing import call_off_when_closed
        from forms.applications.interviews.leaving import InterviewsInHand
        from forms.casework.models import StageMove
        from sites.staff.work import register_work

        register_work(InterviewsInHand())
        post_save.connect(call_off_when_closed, sender=StageMove)
