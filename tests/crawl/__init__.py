"""Sign in as each role of A and try every address the project has with what is B's.

`furnishing` gives A and B a row of every model, each with a marker of its own;
`routes` finds the addresses, `arguments` fills them, `asking` finds the names that a
view reads, `pages_forms` fills its form, `belongings` compares all that is B's before
and after, `reading` looks for the markers in answers.
"""
