"""Everyday words that stand for one another: who tells of a sister's death needs what is said of a father's."""

from types import MappingProxyType

_GROUPS = (
    "father mother dad daddy papa mom mum mommy mama maman pere mere husband wife hubby mari epoux epouse femme "
    "conjoint conjointe brother sister frere soeur grandfather grandmother grandpa grandma granny nana pepere memere "
    "grandpere grandmere uncle aunt oncle tante cousin cousine spouse partner",
    "died dies dying dead death deceased passed mort morte morts mourut decede decedee deces",
    "job jobs emploi travail boulot ouvrage",
    "money cash argent sous piasses",
    "doctor doctors physician gp docteur medecin",
    "car auto char voiture",
    "apartment apartments flat appartement appart apt logement",
    "cheque check",
    "mikmaq mikmaw migmaq migmaw mikmaki migmagi micmac mikmak",
)

GROUP_OF = MappingProxyType({word: number for number, group in enumerate(_GROUPS) for word in group.split()})
"""The group of each word that has one; folded."""
