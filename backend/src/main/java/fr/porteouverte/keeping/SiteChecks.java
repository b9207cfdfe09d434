package fr.porteouverte.keeping;

import fr.porteouverte.commune.Commune;
import fr.porteouverte.commune.CommuneRegister;
import fr.porteouverte.commune.Communes;
import fr.porteouverte.commune.Point;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.outbound.ShownAddress;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.site.Address;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names every wrong field of a house's form, as {@link SiteForms} made it. */
@ApplicationScoped
class SiteChecks {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_COMMUNE = 100;
  private static final int LONGEST_COMMENT = 4_000;
  private static final int LONGEST_NOTE = 1_000;
  private static final int LONGEST_ROOM = 80;
  private static final int MOST_ROOMS = 30;
  private static final int MOST_PROCEDURES = 300;

  /** No commune of France is larger; a point that is farther away is a slip of the finger. */
  private static final int FARTHEST_METRES = 200_000;

  @Inject Communes communes;
  @Inject CommuneRegister communeRegister;
  @Inject Procedures procedures;
  @Inject SiteForms forms;

  /**
   * @param stored where the house is until now; null: it is new
   */
  void check(FieldReader fields, String at, SiteForm form, @Nullable Address stored) {
    line(fields, at + "name", form.name(), LONGEST_LINE, true);
    fields.required(at + "kind", form.kind());
    address(fields, at, form, stored);
    forms.checkContact(fields, at, form);
    ShownAddress.checkAlsoPlain(fields, at + "website", form.website());
    if (form.siret() != null && !Siret.valid(form.siret())) {
      fields.wrong(
          at + "siret",
          "Un SIRET a 14 chiffres, dont le dernier vérifie les autres.",
          "A SIRET has 14 digits, the last of which checks the others.");
    }
    if (form.rna() != null) {
      association(fields, at + "rna", form.rna(), form.siret());
    }
    line(fields, at + "comment", form.comment(), LONGEST_COMMENT, false);
    line(fields, at + "accessibilityNote", form.accessibilityNote(), LONGEST_NOTE, false);
    HoursChecks.week(fields, at, form.openingHours());
    HoursChecks.exceptions(fields, at, form.exceptionalHours());
    rooms(fields, at, form.rooms());
    served(fields, at, form.procedures());
  }

  /** The national file of places takes one number, and of who has a SIRET that one. */
  private static void association(
      FieldReader fields, String name, String rna, @Nullable String siret) {
    if (!Rna.valid(rna)) {
      fields.wrong(
          name,
          "Un numéro RNA est un W suivi de neuf chiffres, comme W143000123.",
          "An RNA is a W and nine digits, such as W143000123.");
    } else if (siret != null) {
      fields.wrong(
          name,
          "Une maison a un SIRET ou un RNA : avec un SIRET, laissez le RNA vide.",
          "A house has a SIRET or an RNA: with a SIRET, leave the RNA empty.");
    }
  }

  private void address(FieldReader fields, String at, SiteForm form, @Nullable Address stored) {
    line(fields, at + "street", form.street(), LONGEST_LINE, true);
    line(fields, at + "complement", form.complement(), LONGEST_LINE, false);
    line(fields, at + "commune", form.commune(), LONGEST_COMMUNE, true);
    if (!form.postcode().matches("\\d{5}")) {
      fields.wrong(
          at + "postcode", "Un code postal a cinq chiffres.", "A postcode has five digits.");
    }
    Optional<Commune> commune = commune(form.insee());
    if (!form.commune().isEmpty()
        && commune.isEmpty()
        && !unchecked(form.insee())
        && !staysIn(form, stored)) {
      fields.wrong(
          at + "commune",
          "Aucune commune de ce nom n’a ce code postal. Choisissez-la dans la liste.",
          "No commune of this name has this postcode. Choose it from the list.");
    }
    double latitude = degrees(fields, at + "latitude", form.latitude(), 90);
    double longitude = degrees(fields, at + "longitude", form.longitude(), 180);
    commune
        .map(there -> there.point().metresTo(new Point(latitude, longitude)))
        .filter(metres -> metres > FARTHEST_METRES)
        .ifPresent(
            metres ->
                fields.wrong(
                    at + "latitude",
                    "Ce point est à " + metres / 1_000 + " km de la commune.",
                    "This point is " + metres / 1_000 + " km from the commune."));
  }

  private Optional<Commune> commune(@Nullable String insee) {
    return insee == null ? Optional.empty() : communes.findByIdOptional(insee);
  }

  /** The national list names communes that the register has not got: nobody else can mend that. */
  private static boolean staysIn(SiteForm form, @Nullable Address stored) {
    return stored != null
        && stored.insee().equals(form.insee())
        && stored.commune().equals(form.commune())
        && stored.postcode().equals(form.postcode());
  }

  /** Before communes were imported any code that looks like one will do. */
  private boolean unchecked(@Nullable String insee) {
    return insee != null && insee.matches("[0-9AB]{5}") && communeRegister.isEmpty();
  }

  private static double degrees(FieldReader fields, String name, @Nullable Double value, int most) {
    if (value == null || value.isNaN() || Math.abs(value) > most) {
      fields.wrong(
          name,
          "Un nombre de -" + most + " à " + most + " est attendu.",
          "A number from -" + most + " to " + most + " is expected.");
      return 0;
    }
    return value;
  }

  private static void rooms(FieldReader fields, String at, List<String> rooms) {
    if (rooms.size() > MOST_ROOMS) {
      fields.wrong(at + "rooms", "Au plus 30 salles.", "At most 30 rooms.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rooms.size(); i++) {
      String name = at + "rooms[" + i + "]";
      String room = FormWords.needed(rooms.get(i));
      line(fields, name, room, LONGEST_ROOM, false);
      if (!room.isEmpty() && !seen.add(Text.fold(room))) {
        fields.wrong(name, "Cette salle y est déjà.", "This room is there already.");
      }
    }
  }

  private void served(FieldReader fields, String at, List<String> codes) {
    if (codes.size() > MOST_PROCEDURES) {
      fields.wrong(at + "procedures", "Au plus 300 démarches.", "At most 300 procedures.");
      return;
    }
    for (int i = 0; i < codes.size(); i++) {
      String code = FormWords.needed(codes.get(i));
      Procedure procedure = code.isEmpty() ? null : procedures.byCode(code).orElse(null);
      if (!code.isEmpty() && (procedure == null || procedure.archived())) {
        fields.wrong(
            at + "procedures[" + i + "]",
            "La démarche « " + code + " » n’existe pas, ou est archivée.",
            "The procedure \"" + code + "\" does not exist, or is archived.");
      }
    }
  }

  private static void line(
      FieldReader fields, String name, @Nullable String words, int most, boolean needed) {
    if (needed) {
      fields.required(name, words);
    }
    if (words != null && words.length() > most) {
      fields.wrong(name, "Au plus " + most + " caractères.", "At most " + most + " characters.");
    }
  }
}
