package fr.porteouverte.time;

import java.time.ZoneId;
import java.util.Map;

/**
 * Where a department lies in time: its IANA zone and the zone of its public holidays.
 *
 * <p>Holiday zones are named after the ISO 3166 code that the holiday library knows: {@code fr} for
 * the mainland, {@code fr-al} Alsace-Moselle (law of 1 July 1900 kept after 1918), and the overseas
 * territories with their days of the abolition of slavery (law 83-550 of 30 June 1983).
 */
public record Territory(ZoneId zone, String holidayZone) {
  private static final Territory MAINLAND = new Territory(ZoneId.of("Europe/Paris"), "fr");
  private static final Territory ALSACE_MOSELLE = new Territory(ZoneId.of("Europe/Paris"), "fr-al");

  private static final Map<String, Territory> BY_DEPARTMENT =
      Map.ofEntries(
          Map.entry("57", ALSACE_MOSELLE),
          Map.entry("67", ALSACE_MOSELLE),
          Map.entry("68", ALSACE_MOSELLE),
          overseas("971", "America/Guadeloupe", "fr-gp"),
          overseas("972", "America/Martinique", "fr-mq"),
          overseas("973", "America/Cayenne", "fr-gf"),
          overseas("974", "Indian/Reunion", "fr-re"),
          overseas("975", "America/Miquelon", "fr-pm"),
          overseas("976", "Indian/Mayotte", "fr-yt"),
          overseas("977", "America/St_Barthelemy", "fr-bl"),
          overseas("978", "America/Marigot", "fr-mf"),
          overseas("986", "Pacific/Wallis", "fr-wf"),
          overseas("987", "Pacific/Tahiti", "fr-pf"),
          overseas("988", "Pacific/Noumea", "fr-nc"));

  private static Map.Entry<String, Territory> overseas(
      String department, String zone, String days) {
    return Map.entry(department, new Territory(ZoneId.of(zone), days));
  }

  /**
   * @param department INSEE code, {@code "14"}, {@code "2A"} or {@code "974"}
   */
  public static Territory ofDepartment(String department) {
    return BY_DEPARTMENT.getOrDefault(department, MAINLAND);
  }
}
