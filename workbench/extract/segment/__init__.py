"""A text cut into lines and sentences, with exact offsets."""
