printf '\357\273\277name: North Pier\ntype: Place\n' > facts/entities/north-pier.yml
