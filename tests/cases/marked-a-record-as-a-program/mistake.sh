chmod +x facts/entities/north-pier.yml
