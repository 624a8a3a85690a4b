"""What people are told once: on the pages they land on, at /notices/ for ever, and by mail if they want it."""
