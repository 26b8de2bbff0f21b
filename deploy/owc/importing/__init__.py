"""`owc import`: taking over from systems that were used before this one."""
