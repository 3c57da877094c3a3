"""The nouns of the workbench (its immutable value classes), exact numbers and periods.

Every other package passes these values around. A noun is a frozen dataclass that uses no file, database, network or clock. It is
checked when it is made, so a function that receives one need not check it again. Only the standard library is imported here.
"""
