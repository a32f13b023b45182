"""The public's side of a form: a journey is declared once and everything follows.

An always-on host app, not a plugin. What plugins use, each from its own module:

- `forms.journeys.declaring`: Journey, Section, Step, Exit, Situation
- `forms.journeys.forms`: StepForm, the base of a step's form, and YoungForm
- `forms.journeys.collecting`: Collecting, Collects, Use: what its privacy notices say
- `forms.journeys.reaching`: how to reach an adult, asked alike everywhere
- `forms.journeys.pages`: JourneyPage, the page under which the steps stand
- `forms.journeys.starter`: load_journey_page, its page on a new service
- `forms.journeys.submission`: Submission, what a plugin is given to keep
"""
