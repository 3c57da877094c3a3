"""Research of a claim: ranked candidates, their figures, and fact checks by others."""
