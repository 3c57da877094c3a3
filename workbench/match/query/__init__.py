"""What is looked for, and how far its words and a title overlap."""
