"""The screens, by keys."""
