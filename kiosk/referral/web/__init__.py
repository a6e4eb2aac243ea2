"""The page that a referral's QR opens on a phone: its files, and what of the catalogue it is given."""
