"""Addresses of the screens; nothing in them says whose request it is."""

from typing import Any

from django.urls import path

from sites.rights.screens import bundle, changing, requests


def _of_one(name: str, view: Any) -> Any:
    end = f"{name}/" if name else ""
    return path(
        f"rights/<int:asked>/{end}",
        view.as_view(),
        name=f"rights_{name or 'request'}",
    )


urlpatterns = [
    path("rights/", requests.IndexView.as_view(), name="rights"),
    path("rights/new/", requests.NewView.as_view(), name="rights_new"),
    _of_one("", requests.RequestView),
    _of_one("change", requests.ChangeView),
    _of_one("extend", requests.ExtendView),
    _of_one("end", requests.EndView),
    _of_one("find", bundle.FindView),
    _of_one("review", bundle.ReviewView),
    _of_one("bundle", bundle.BundleView),
    _of_one("release", bundle.ReleaseView),
    _of_one("correct", changing.CorrectView),
    _of_one("erase", changing.EraseView),
    _of_one("certificate", changing.CertificateView),
    _of_one("answer", changing.AnsweredView),
]
