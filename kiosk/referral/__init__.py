"""What a person takes away: the code, the signed token, the QR, the slip, the printers."""
