"""The formats of British English for `en`.

Stock `en` is American: it reads 05/06/2000 as 6 May, while `cy` reads 5 June.
"""

from django.conf.locale.en_GB import formats as british

DATE_FORMAT = "j F Y"
TIME_FORMAT = "g:i a"
DATETIME_FORMAT = "j F Y, g:i a"
YEAR_MONTH_FORMAT = british.YEAR_MONTH_FORMAT
MONTH_DAY_FORMAT = british.MONTH_DAY_FORMAT
SHORT_DATE_FORMAT = british.SHORT_DATE_FORMAT
SHORT_DATETIME_FORMAT = "d/m/Y g:i a"
FIRST_DAY_OF_WEEK = british.FIRST_DAY_OF_WEEK
DATE_INPUT_FORMATS = [*british.DATE_INPUT_FORMATS, "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y"]
DATETIME_INPUT_FORMATS = british.DATETIME_INPUT_FORMATS
DECIMAL_SEPARATOR = british.DECIMAL_SEPARATOR
THOUSAND_SEPARATOR = british.THOUSAND_SEPARATOR
NUMBER_GROUPING = british.NUMBER_GROUPING
