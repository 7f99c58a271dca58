"""The site that `banggiao serve` shows to people: the network, a query page, and a page for each thing."""
