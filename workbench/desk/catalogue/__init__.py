"""The catalogue of series at a desk: searched, downloaded as a whole, encoded by the model of meanings."""
