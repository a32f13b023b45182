"""The certificate of a removal, as an operator prints and files it."""

from django.utils import timezone

from sites.models import RemovalCertificate


def certificate_text(certificate: RemovalCertificate) -> str:
    """The whole certificate in plain words, and what it could not say yes to."""
    rows = sum(certificate.counts.values())
    lines = [
        f"Certificate of removal {certificate.pk}",
        f"{certificate.name_en} / {certificate.name_cy}",
        f"Addresses: {', '.join(certificate.hostnames)}",
        f"Removed: {_at(certificate.removed_at)}, by {certificate.by}",
        f"Archive: made {_at(certificate.archive_made_at)},"
        f" SHA-256 of its manifest {certificate.archive_digest}",
        f"People's records: {certificate.why or 'there were none'}",
        f"Rows removed: {rows} in {len(certificate.counts)} tables. None is left, and"
        " no other row was touched: both were counted before it was done.",
        *[f"{count:>8}  {table}" for table, count in certificate.counts.items()],
    ]
    if certificate.files_left:
        lines.append(f"FILES ARE LEFT: {', '.join(certificate.files_left)}")
        lines.append("Run delete_service --finish.")
    else:
        lines.append("Files: none is left.")
    for table, count in certificate.mentions.items():
        lines.append(f"Still mentioned by others: {count} rows of {table}.")
    return "\n".join(lines)


def _at(moment: object) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")  # type: ignore[arg-type]  # a datetime
