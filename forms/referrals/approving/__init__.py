"""A manager approves a request, where a service asks it. It never stops one."""
