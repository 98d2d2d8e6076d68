sed 's/\"read_at\": \"2021-06-03\"/\"read_at\": \"someday\"/' facts/receipts/gazette-2021-05-30.json > r && mv r facts/receipts/gazette-2021-05-30.json
