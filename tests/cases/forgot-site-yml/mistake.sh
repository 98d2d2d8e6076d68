rm facts/site.yml
