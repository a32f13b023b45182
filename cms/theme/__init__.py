"""How the public site looks: forms, components, colours, and what frames a page.

`cms.theme.forms` has the forms of a journey, `cms.theme.furniture` what stands around
every page, `cms.theme.build` makes the stylesheet. Templates are in `cms/components/`.
"""
