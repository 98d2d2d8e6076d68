printf 'name: x\n' > 'facts/entities/x.yml:1:1: ok.yml'
