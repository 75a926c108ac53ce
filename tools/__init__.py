"""What maintainers run beside the program."""
