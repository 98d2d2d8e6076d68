rm -r facts; mkdir facts
