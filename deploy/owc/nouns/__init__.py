"""One module per noun: `owc <noun> <verb>`."""
