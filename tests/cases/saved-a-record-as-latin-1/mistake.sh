printf 'name: Caf\351 am Pier\ntype: Organization\n' > facts/entities/pier-cafe.yml
