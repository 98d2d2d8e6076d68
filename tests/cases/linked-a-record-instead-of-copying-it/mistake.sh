ln -s north-pier.yml facts/entities/south-pier.yml
