"""Ways in and out: the site channel, one renderer of message kinds for all channels, one way through a turn."""
