"""The exercise: which small activities are offered to whom, where a visitor stands in it, and what they type there. No Rasa."""
