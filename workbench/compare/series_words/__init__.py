"""What series say of themselves in their titles, units, descriptions and notes; no word of a claim is read here."""
