rm facts/claims/opening/pier-opened.yml
