"""The screens by which staff shape a form: questions, words, preview, publishing."""

from forms.journeys.questions.admin.viewset import QuestionsViewSet

__all__ = ["QuestionsViewSet"]
