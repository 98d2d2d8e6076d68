printf 'name: North Pier\r\ntype: Place\r\n' > facts/entities/north-pier.yml
