"""The safety screen, the risk state machine and the crisis services. No Rasa, no network, no database."""
