package fr.porteouverte.commune;

/**
 * A commune that is part of another one now: delegated, associated, or merged. People still say its
 * name.
 *
 * @param insee its own code, which may be the one of the commune that holds it
 * @param currentInsee the INSEE code of the commune that holds it
 */
public record FormerCommune(String insee, String name, String currentInsee) {}
