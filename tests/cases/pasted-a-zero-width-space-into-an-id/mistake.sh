printf 'type: article-newspaper\ntitle: Pier opens\nissued: 2021-05-30\nroot: harbour\342\200\213-gazette\n' > facts/sources/gazette-2021-05-30.yml
