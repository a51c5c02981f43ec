"""Pages of the publishing kernel: the writer's desk, the review queue, history."""
