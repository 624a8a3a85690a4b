"""What a device is given so that it can go on without network: a shell without anybody in it, and one person's kit."""
