"""How a slip reaches paper: an office printer through CUPS, a receipt printer, or a file in a folder."""
