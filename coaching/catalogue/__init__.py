"""The catalogue of practices as people read it: on its page, and as a document."""
