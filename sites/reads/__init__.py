"""Who has read which record: the log of reads, as a service's managers see it."""
