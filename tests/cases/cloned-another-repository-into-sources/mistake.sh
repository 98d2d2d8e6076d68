mkdir -p facts/sources/shared/.git
