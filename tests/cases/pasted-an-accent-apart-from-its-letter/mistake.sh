printf 'name: Cafe\314\201 North Pier\ntype: Place\n' > facts/entities/north-pier.yml
