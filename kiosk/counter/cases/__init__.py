"""What staff keep of a person's plan once the person is gone: cases, outcomes, consent, and how all of it is erased."""
