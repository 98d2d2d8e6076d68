printf 'name: North P\321\226er\ntype: Place\n' > facts/entities/north-pier.yml
