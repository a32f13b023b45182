"""Links that lead nowhere: those on a service's pages, and those to its pages."""
