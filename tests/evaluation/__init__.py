"""Tests of the evaluation scripts."""
