"""Which observations answer a claim: one figure a period at one place, groups, resampling."""
