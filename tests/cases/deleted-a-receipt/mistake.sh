rm facts/receipts/authority-2021-05-29.json
