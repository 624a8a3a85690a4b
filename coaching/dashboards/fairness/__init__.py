"""Consistent and fair: whether like cases are treated alike, here and in every team, as far as chance lets us say."""
