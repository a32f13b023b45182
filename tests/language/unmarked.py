"""English that Wagtail shows and marked nowhere: no catalogue can mend it.

Read by a person, each with the reason why it stands.
"""

UNMARKED: dict[str, str] = {
    "English": "the name of the language, in the list of languages",
    "Golygyddion · Editors": "a name that is kept in both languages",
    "Search": "the button of a search that goes by itself; seen by no eye",
    "Include descendants": "the label of a form's field that is shown with its errors",
    "Must upload a file": "said to a script that always sends one",
    "Is commenting action": "a filter of the history of pages",
    "Type": "a filter of redirects",
    "Root": "the title of the page above all services",
    "Quick actions": "a group of buttons for screen readers",
}
