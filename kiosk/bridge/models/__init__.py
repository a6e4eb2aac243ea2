"""List models for QML."""
