"""Map two folders that are no Python packages into the wheel; the rest is pyproject.

`locale` may never hold an `__init__.py` (it would shadow the standard library), and the
compiled theme is made at build: both travel as data packages below `cms`.
"""

from pathlib import Path

from setuptools import find_packages, setup

MAPPED = {"cms.catalogues": "locale", "cms.built_theme": "build/theme"}
PRESENT = {name: path for name, path in MAPPED.items() if Path(path).is_dir()}

setup(
    packages=[
        *find_packages(include=["cms*", "sites*", "pages*", "forms*"]),
        *PRESENT,
    ],
    package_dir=PRESENT,
    package_data={"": ["**/*"]},
    exclude_package_data={"": ["*.pyc", "**/__pycache__/*"]},
)
