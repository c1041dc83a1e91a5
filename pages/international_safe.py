"""Themes 11 to 14: an internationalising and safe Finland."""

from components.blocks import cluster

cluster.show("kansainvalinen-turvallinen", maps={})
