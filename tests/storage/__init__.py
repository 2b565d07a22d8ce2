"""Tests of the disk floor."""
