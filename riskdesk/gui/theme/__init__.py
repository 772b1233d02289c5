"""How the program looks: one table of colours, one family of type, one set of icons, one stylesheet."""
