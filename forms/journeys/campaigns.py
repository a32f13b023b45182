"""Through which poster or talk somebody came: a code in the link they followed."""

import re

from django.http import HttpRequest

_CODE = re.compile(r"[A-Za-z0-9-]{1,40}")


def campaign_of(request: HttpRequest) -> str:
    """The campaign code of the address; empty where it is no code of ours."""
    code = request.GET.get("campaign", "")
    return code if _CODE.fullmatch(code) else ""
