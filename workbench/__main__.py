"""``python -m workbench`` is the same program as ``workbench``."""

if __name__ == "__main__":
    try:
        from workbench.cli import main

        main()
    except KeyboardInterrupt:  # in the first hundredths of a second, while this is still being loaded
        raise SystemExit(130) from None
    except RuntimeError as error:  # Python 3.11 makes one of a Ctrl-C that comes while a class is being made
        if isinstance(error.__cause__, KeyboardInterrupt):
            raise SystemExit(130) from None
        raise
