package fr.porteouverte.site;

/** Published after many houses changed at once: who keeps a copy reads it again. */
public record RegisterChanged() {}
