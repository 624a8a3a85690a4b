"""Signals: small detectors, each from a text to the spans of words that show one thing. One idea a file.

Practices are built from them. A signal says only that something is there, never whether that is good.
"""
