printf 'name: North \342\200\256reiP\ntype: Place\n' > facts/entities/north-pier.yml
