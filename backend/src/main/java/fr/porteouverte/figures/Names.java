package fr.porteouverte.figures;

import fr.porteouverte.text.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rows are called, and to whom a procedure belongs, as the registers say now.
 *
 * @param procedures by id
 * @param partners by id; 0 is the house
 * @param themes by id; 0 is none
 * @param documents by id
 * @param communes by INSEE code
 */
record Names(
    Map<String, Procedure> procedures,
    Map<String, Text> partners,
    Map<String, Text> themes,
    Map<String, Text> documents,
    Map<String, Commune> communes) {
  static final Names NONE = new Names(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  private static final Text GONE = new Text("Inconnu", "Unknown");

  /**
   * @param partner whose it is; 0: nobody's
   */
  record Procedure(Text title, String theme, String partner) {}

  /**
   * @param band of its distance from the house
   * @param at where it lies from the house; null: seen from no house
   */
  record Commune(Text name, String band, @Nullable Point at) {}

  /**
   * @param km from the house, as the crow flies
   */
  record Point(double latitude, double longitude, double km) {}

  String distanceOf(String commune) {
    Commune known = communes.get(commune);
    return known == null ? "?" : known.band();
  }

  String themeOf(String procedure) {
    Procedure known = procedures.get(procedure);
    return known == null ? "0" : known.theme();
  }

  String partnerOf(String procedure) {
    Procedure known = procedures.get(procedure);
    return known == null ? "0" : known.partner();
  }

  Text of(Figure figure, String key) {
    Text fixed = figure.rows().get(key);
    if (fixed != null) {
      return fixed;
    }
    @Nullable Text name =
        switch (figure) {
          case partners, calls, hosts, partnerSessions, lost, places -> partners.get(key);
          case themes -> themes.get(key);
          case procedures, papers ->
              procedures.containsKey(key) ? procedures.get(key).title() : null;
          case documents -> documents.get(key);
          case communes -> communes.containsKey(key) ? communes.get(key).name() : null;
          case load -> HalfHour.name(key);
          default -> null;
        };
    return name == null ? GONE : name;
  }
}
