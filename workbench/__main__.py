"""``python -m workbench`` is the same program as ``workbench``."""

from workbench.cli import main

if __name__ == "__main__":
    main()
