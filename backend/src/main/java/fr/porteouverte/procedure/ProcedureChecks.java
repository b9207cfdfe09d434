package fr.porteouverte.procedure;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.outbound.ShownAddress;
import fr.porteouverte.partner.PartnerRegister;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the form of a procedure. */
@ApplicationScoped
class ProcedureChecks {
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_SYNONYMS = 40;
  private static final int LONGEST_SYNONYM = 100;
  private static final int MOST_DOCUMENTS = 50;
  private static final int SHORTEST = 5;
  private static final int LONGEST = 480;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  @Inject PartnerRegister partners;
  @Inject ThemeRegister themes;
  @Inject DocumentRegister documents;
  @Inject Clock clock;

  void check(FieldReader fields, String at, ProcedureForm form) {
    FormWords.code(fields, at + "code", form.code());
    if (Reception.CODE.equals(form.code())) {
      fields.wrong(at + "code", "C’est celui de l’accueil.", "It is the reception's.");
    }
    FormWords.words(fields, at + "title", form.title(), LONGEST_TITLE);
    fields.required(at + "partner", form.partner());
    known(fields, at + "partner", form.partner(), partners);
    known(fields, at + "theme", form.theme(), themes);
    duration(fields, at + "durationMinutes", form.durationMinutes());
    fields.required(at + "channel", form.channel());
    synonyms(fields, at + "synonyms", form.synonyms());
    documents(fields, at + "documents", form.documents());
    ShownAddress.check(fields, at + "sourceUrl", form.sourceUrl());
    checkedOn(fields, at, form);
  }

  static void duration(FieldReader fields, String name, @Nullable Integer duration) {
    int minutes = fields.number(name, duration, SHORTEST, LONGEST);
    if (minutes % SHORTEST != 0) {
      fields.wrong(name, "Un multiple de 5 est attendu.", "A multiple of 5 is expected.");
    }
  }

  private void checkedOn(FieldReader fields, String at, ProcedureForm form) {
    LocalDate day = fields.date(at + "checkedOn", form.checkedOn());
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    if (day != null && (day.isBefore(FIRST) || day.isAfter(tomorrow))) {
      fields.wrong(
          at + "checkedOn", "Un jour passé est attendu.", "A day in the past is expected.");
    }
    if (day != null && form.sourceUrl() == null) {
      fields.wrong(
          at + "sourceUrl",
          "Sur quelle page a-t-on vérifié ?",
          "On which page was it checked? It is needed here.");
    }
  }

  private static void synonyms(FieldReader fields, String name, List<String> words) {
    if (words.size() > MOST_SYNONYMS) {
      fields.wrong(name, "40 au plus.", "40 at most.");
    }
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).contains("|")) {
        fields.wrong(name + "[" + i + "]", "Sans barre « | ».", "Without a bar \"|\".");
      }
      if (words.get(i).length() > LONGEST_SYNONYM) {
        fields.wrong(name + "[" + i + "]", "Au plus 100 caractères.", "At most 100 characters.");
      }
    }
  }

  void documents(FieldReader fields, String name, List<NeededDocument> needs) {
    if (needs.size() > MOST_DOCUMENTS) {
      fields.wrong(name, "50 au plus.", "50 at most.");
    }
    Set<String> before = new HashSet<>();
    for (int i = 0; i < needs.size(); i++) {
      String field = name + "[" + i + "].document";
      NeededDocument need = needs.get(i);
      String code = need == null ? "" : need.document();
      fields.required(field, code);
      known(fields, field, code, documents);
      if (!code.isEmpty() && !before.add(code)) {
        fields.wrong(field, "Ce papier y est déjà.", "This paper is there already.");
      }
    }
  }

  private static void known(
      FieldReader fields, String name, @Nullable String code, Register<?, ?> register) {
    if (code == null || code.isEmpty()) {
      return;
    }
    var row = register.byCode(code);
    if (row.isEmpty()) {
      fields.wrong(name, "« " + code + " » n’existe pas.", "There is no \"" + code + "\".");
    } else if (row.get().archived()) {
      fields.wrong(name, "« " + code + " » est archivé.", "\"" + code + "\" is archived.");
    }
  }
}
