"""The overview of the folder: heat matrix, bars, charts, and the picture of them."""
