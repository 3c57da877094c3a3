"""Statistics offices: one small file each."""
