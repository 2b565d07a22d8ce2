"""The simulated deltagare and the coach; pure. The floor is laid, its rooms are not built yet."""
