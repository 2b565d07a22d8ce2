"""What the papers say."""
