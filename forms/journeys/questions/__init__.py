"""A service's own questions and words in a form: editors shape it, by versions.

- `declared`: what a journey lets services add and change, and why the rest is locked
- `content`: questions and texts as they are kept, read strictly
- `asking`: the journey as a version shapes it
- `conditions`: when a question is shown
- `judging`: what contradicts itself, or stands in one language alone
- `services`: change what is in work, publish it; `models`: versions, never changed
- `admin/`: the screens; `pairs`: what the list of uneven texts is told
"""
