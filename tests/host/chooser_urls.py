"""A chooser of enquiries, mounted for a test."""

from acme_fostering.models import Enquiry
from django.urls import include, path

from cms.admin import SiteOwnedChooserViewSet
from cms.urls import urlpatterns as ours


class EnquiryChooser(SiteOwnedChooserViewSet):
    model = Enquiry
    icon = "mail"
    form_fields = ["name", "email"]
    register_widget = False


chooser = EnquiryChooser("enquiry_chooser")
urlpatterns = [
    path(
        "admin/enquiry-chooser/",
        include((chooser.get_urlpatterns(), "enquiry_chooser")),
    ),
    *ours,
]
