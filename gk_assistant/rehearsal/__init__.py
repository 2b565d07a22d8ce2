"""Rehearsal: a fictive deltagare who answers from a file and opens and closes by stated rules, and a mirror; pure."""
