"""What no log, error or report may show: local paths and passwords."""
