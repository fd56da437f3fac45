"""The whole suite; its folders mirror the tree."""
