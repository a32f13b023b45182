"""Many applications sent at once, while processes are killed: is anything lost?"""
