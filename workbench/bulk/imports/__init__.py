"""What the three imports share."""
