package fr.porteouverte.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.porteouverte.catalogue.Catalogue;
import fr.porteouverte.catalogue.CatalogueFile;
import fr.porteouverte.partner.PartnerRegister;
import fr.porteouverte.procedure.DocumentRegister;
import fr.porteouverte.procedure.NeededDocument;
import fr.porteouverte.procedure.ProcedureForm;
import fr.porteouverte.procedure.ProcedureRegister;
import fr.porteouverte.procedure.ThemeRegister;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of the national catalogue that the story needs. */
@ApplicationScoped
class DemoPartners {
  @Inject ThemeRegister themes;
  @Inject PartnerRegister partners;
  @Inject DocumentRegister documents;
  @Inject ProcedureRegister procedures;

  /** Adds what is missing; what is there may have been changed by people and stays. */
  void ensure() {
    List<ProcedureForm> missing =
        wanted().stream().filter(form -> procedures.byCode(form.code()).isEmpty()).toList();
    Catalogue catalogue = CatalogueFile.read();
    Set<String> papers =
        missing.stream()
            .flatMap(form -> form.documents().stream())
            .map(NeededDocument::document)
            .collect(Collectors.toSet());
    Set<String> holders = missing.stream().map(ProcedureForm::partner).collect(Collectors.toSet());
    catalogue.themes().forEach(form -> enter(themes, form));
    catalogue.partners().stream()
        .filter(form -> holders.contains(form.code()))
        .forEach(form -> enter(partners, form));
    catalogue.documents().stream()
        .filter(form -> papers.contains(form.code()))
        .forEach(form -> enter(documents, form));
    missing.forEach(form -> enter(procedures, form));
  }

  static List<ProcedureForm> wanted() {
    List<String> codes = DemoFiles.json("procedures.json", new TypeReference<>() {});
    return CatalogueFile.read().procedures().stream()
        .filter(form -> codes.contains(form.code()))
        .toList();
  }

  private static <F extends RegisterForm> void enter(Register<?, F> register, F form) {
    if (register.byCode(form.code()).isEmpty()) {
      register.enter(form);
    }
  }
}
