"""Podcast feeds over HTTP."""
