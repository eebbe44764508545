"""Reading what was exported, or what somebody made to look so: nothing in it is believed."""
