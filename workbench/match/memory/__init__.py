"""The effect of reviewers' earlier choices on the next claim: series picked and excluded, claims taken up and deferred."""
