"""Models whose rows are nobody's in particular: each with the reason."""

NOBODYS = {
    "admin.LogEntry": "Django's own admin is not installed for anyone",
    "auth.Permission": "made by migrations, the same for all",
    "authorities.Authority": "the public register",
    "casework.Passage": "declared moves, the same for all",
    "casework.Standing": "declared stages, the same for all",
    "cms.JobRun": "when a declared job last ran; names nobody",
    "cms.NationalText": "the hub's own texts, the same for all",
    "cms.Rollout": "of the network; its rows a site are RolloutSite",
    "contenttypes.ContentType": "made by migrations, the same for all",
    "django_tasks_database.DBTaskResult": "the queue's own, shown on no screen",
    "sessions.Session": "of the person who signs in",
    "wagtailcore.Locale": "English and Welsh, the same for all",
    "wagtailembeds.Embed": "what a public address on the web looks like",
    "wagtail_localize.Template": "the frame of a text without its words",
    "wagtail_localize.LocaleSynchronization": "never used: no synchronisation here",
    "wagtail_localize.RelatedObjectSegment": "part of a text that stands with it",
    "wagtail_localize.TemplateSegment": "part of a text that stands with it",
    "wagtailcore.WorkflowContentType": "workflows of snippets: we have none",
    "wagtailcore.ModelLogEntry": "made beside other rows",
}
