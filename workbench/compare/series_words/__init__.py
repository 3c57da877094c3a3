"""Words of series: titles, units, descriptions and notes. No word of a claim is read here."""
