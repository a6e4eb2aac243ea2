"""What exists: services, organizations, places, hours and bundles, under the names of HSDS 3.1."""
