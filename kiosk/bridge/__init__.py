"""The only package that knows Qt: it turns values into properties, and touches into requests."""
