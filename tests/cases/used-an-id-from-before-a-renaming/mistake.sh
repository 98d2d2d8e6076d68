rm facts/entities/north-pier.yml
