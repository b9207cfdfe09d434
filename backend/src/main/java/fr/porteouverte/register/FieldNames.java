package fr.porteouverte.register;

import fr.porteouverte.text.Text;
import java.util.Map;

/** The fields of the registers' forms, as people call them. */
final class FieldNames {
  private static final Map<String, Text> NAMES =
      Map.ofEntries(
          name("name", "nom", "name"),
          name("title", "titre", "title"),
          name("label", "libellé", "label"),
          name("position", "position", "position"),
          name("url", "adresse du site", "site address"),
          name("bookingUrl", "prise de rendez-vous", "booking address"),
          name("partner", "organisme", "partner"),
          name("theme", "thème", "theme"),
          name("durationMinutes", "durée", "duration"),
          name("channel", "où elle se fait", "where it is done"),
          name("synonyms", "autres mots", "synonyms"),
          name("documents", "papiers", "papers"),
          name("referred", "orientation", "referral"),
          name("sourceUrl", "page officielle", "official page"),
          name("checkedOn", "vérification", "check"),
          name("kind", "forme de la maison", "kind of house"),
          name("street", "adresse", "address"),
          name("complement", "adresse", "address"),
          name("postcode", "adresse", "address"),
          name("commune", "adresse", "address"),
          name("insee", "adresse", "address"),
          name("latitude", "point sur la carte", "point on the map"),
          name("longitude", "point sur la carte", "point on the map"),
          name("phone", "téléphone", "telephone"),
          name("email", "e-mail", "e-mail"),
          name("website", "site internet", "website"),
          name("siret", "SIRET", "SIRET"),
          name("rna", "RNA", "RNA"),
          name("comment", "commentaire", "comment"),
          name("appointments", "rendez-vous", "appointments"),
          name("contactRequired", "règle de contact", "contact rule"),
          name("accessibility", "accessibilité", "accessibility"),
          name("accessibilityNote", "accessibilité", "accessibility"),
          name("openingHours", "horaires", "opening hours"),
          name("exceptionalHours", "horaires exceptionnels", "exceptional hours"),
          name("procedures", "démarches", "procedures"),
          name("added", "papiers", "papers"),
          name("removed", "papiers", "papers"),
          name("note", "précision", "note"),
          name("rooms", "salles", "rooms"));

  private FieldNames() {}

  static Text of(String field) {
    return NAMES.getOrDefault(field, new Text(field, field));
  }

  private static Map.Entry<String, Text> name(String field, String fr, String en) {
    return Map.entry(field, new Text(fr, en));
  }
}
