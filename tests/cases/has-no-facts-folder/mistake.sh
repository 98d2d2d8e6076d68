rm -r facts
