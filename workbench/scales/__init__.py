"""Rating scales: one TOML file each, in this folder or in the user's own."""
