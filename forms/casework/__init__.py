"""The staff's side of a form: cases, their stages, notes and mails.

An always-on host app, not a plugin. What plugins use: `forms.casework.services`
(open_case and what staff do), `.models` (Case), `.notices` (acknowledge), `.admin`
(InboxViewSet, NewCasesPanel), `.flags` (Flag), `.machine` and `.stages` (the stages of
cases), `.queries` (which are open, new or due).
"""
