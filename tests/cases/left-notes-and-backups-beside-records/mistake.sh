cp facts/entities/north-pier.yml facts/entities/north-pier.yml~; : > facts/.DS_Store
