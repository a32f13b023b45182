"""Write to the social worker of whom a carer told: one click, and nothing of the child.

The safeguarding rules: a mail to a social worker carries a link and no detail.
"""
