package fr.porteouverte.commune;

/** Published when the register of communes changed: who keeps a copy reads it again. */
public record CommunesChanged() {}
