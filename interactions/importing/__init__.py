"""Conversations that somebody else recorded, made into encounters."""
