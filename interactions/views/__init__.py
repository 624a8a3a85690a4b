"""Pages on which things are written down: logging, editing, promises."""
