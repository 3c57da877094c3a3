"""The screens: the library of documents and open claims, the bench where one claim is decided, and pages to read."""
