package fr.porteouverte.keeping;

import org.jspecify.annotations.Nullable;

/**
 * What a house is found and sorted by in the table.
 *
 * @param code its number in the list or its own code; null: neither
 */
record SiteLabel(
    long id,
    @Nullable String code,
    String name,
    String postcode,
    String commune,
    String department,
    boolean live) {

  static SiteLabel of(SiteFacts house) {
    return new SiteLabel(
        house.id(),
        house.code(),
        house.name(),
        house.postcode(),
        house.commune(),
        house.department(),
        house.live());
  }
}
