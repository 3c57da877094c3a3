"""Read written numbers: digits in every form, number words, fractions, scales; and how a document writes them."""
