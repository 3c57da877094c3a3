"""SDMX in CSV, JSON and XML, as central banks and international offices answer."""
