"""What an export is made of."""
