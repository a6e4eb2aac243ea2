"""Helping a person who walked in: what of the services found suits them, and what was often given today."""
