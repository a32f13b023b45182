"""The theme: components, forms, colours, furniture."""
