"""Everything on disk: the cases, the question bank, the settings and the papers written; the only disk I/O."""
