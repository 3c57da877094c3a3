"""The workplaces: the library of what there is to do, the bench where one claim is decided, and two pages to read."""
