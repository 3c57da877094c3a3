"""Does a database have the tables, columns, indexes, guards and row policies that the program makes, and nothing else?

What should be there is told once, by the tables of the rows and the statements of the migrations; what is there, by the database's
own catalogue. Both are said in the same words, part by part, and compared.
"""
