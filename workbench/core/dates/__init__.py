"""Days, time codes and fiscal years as tables and datelines write them."""
