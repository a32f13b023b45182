"""The demo's own addresses, under /<language>/demo/."""

from django.urls import path

from sites.demo import views

app_name = "demo"
urlpatterns = [
    path("sign-in/<slug:key>/", views.sign_in_as, name="sign_in_as"),
    path("mailbox/", views.mailbox, name="mailbox"),
    path("mailbox/<slug:name>/", views.one_mail, name="mail"),
    path("mailbox/<slug:name>/html/", views.mail_html, name="mail_html"),
    path(
        "mailbox/<slug:name>/attached/<int:number>/",
        views.mail_attached,
        name="mail_attached",
    ),
    path("production/", views.production, name="production"),
]
