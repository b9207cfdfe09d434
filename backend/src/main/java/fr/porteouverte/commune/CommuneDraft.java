package fr.porteouverte.commune;

import java.util.List;

/**
 * A commune as a file gives it.
 *
 * @param insee five characters
 * @param department INSEE code: {@code 14}, {@code 2A}, {@code 974}
 * @param postcodes ascending, without doubles
 */
public record CommuneDraft(
    String insee,
    String name,
    String department,
    double latitude,
    double longitude,
    int population,
    List<String> postcodes) {}
