: > facts/entities/north-pier.yml
