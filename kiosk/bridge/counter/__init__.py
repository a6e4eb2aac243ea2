"""The counter's window: one view-model for each page that staff use, and what the pages stand on."""
