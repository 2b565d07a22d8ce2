"""What each paper says, as a small document model; how it looks is the rendering floor's matter. Pure."""
