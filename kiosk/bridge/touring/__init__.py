"""The guided tour: walks through the real window by itself, as a person would, and keeps pictures of it."""
