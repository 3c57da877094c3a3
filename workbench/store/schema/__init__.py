"""Check that a database has exactly the tables, columns, indexes, triggers and row policies that the program creates.

The expected parts are derived from the tables and the statements of the migrations, the present ones from the
database's catalogue. Both are described in the same form, part by part, and compared.
"""
