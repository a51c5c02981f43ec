"""Who gets which answer at which address: the world, the tables and how they are asked."""
