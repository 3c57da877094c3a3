"""The Office for National Statistics: its units and answers."""
