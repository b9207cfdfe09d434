package fr.porteouverte.commune;

/**
 * Where a house is, as it writes it: it may bear a commune's name of yesterday, or a postcode that
 * is its own.
 *
 * @param name of the house
 */
public record KnownAddress(
    String name, String postcode, String commune, String insee, String department, Point point) {}
