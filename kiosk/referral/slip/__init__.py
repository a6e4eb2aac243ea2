"""The slip: what a person carries away on paper, from chosen words to a page, a picture or dots."""
