"""``python -m workbench`` is the same program as ``workbench``."""

if __name__ == "__main__":
    try:
        from workbench.cli import main

        main()
    except KeyboardInterrupt:  # Ctrl-C in the first hundredths of a second, while modules are still loading
        raise SystemExit(130) from None
    except RuntimeError as error:  # Python 3.11 wraps a Ctrl-C in this error while a class is being created
        if isinstance(error.__cause__, KeyboardInterrupt):
            raise SystemExit(130) from None
        raise
