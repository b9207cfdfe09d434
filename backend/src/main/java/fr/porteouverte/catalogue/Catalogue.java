package fr.porteouverte.catalogue;

import fr.porteouverte.partner.PartnerForm;
import fr.porteouverte.procedure.DocumentForm;
import fr.porteouverte.procedure.ProcedureForm;
import fr.porteouverte.procedure.ThemeForm;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.register.RegisterKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the national catalogue. */
@Schema(name = "Catalogue")
public record Catalogue(
    @Schema(required = true, examples = "2026-11", description = "At most 40 characters")
        String version,
    List<ThemeForm> themes,
    List<PartnerForm> partners,
    List<DocumentForm> documents,
    List<ProcedureForm> procedures) {
  static final int LONGEST_VERSION = 40;

  public Catalogue {
    version = FormWords.needed(version);
    themes = themes == null ? List.of() : themes;
    partners = partners == null ? List.of() : partners;
    documents = documents == null ? List.of() : documents;
    procedures = procedures == null ? List.of() : procedures;
  }

  /** All rows; what others name comes before them. */
  Map<RegisterKind, List<? extends RegisterForm>> rows() {
    Map<RegisterKind, List<? extends RegisterForm>> rows = new EnumMap<>(RegisterKind.class);
    rows.put(RegisterKind.themes, themes);
    rows.put(RegisterKind.partners, partners);
    rows.put(RegisterKind.documents, documents);
    rows.put(RegisterKind.procedures, procedures);
    return rows;
  }
}
