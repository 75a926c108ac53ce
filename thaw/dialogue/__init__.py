"""What of the dialogue is ours and needs Rasa: safety policy, tracker store, NLG, pausing, in-process actions."""
