"""The forms a paper can take: terminal, plain text, Markdown. Rich lives in ``terminal`` alone."""
