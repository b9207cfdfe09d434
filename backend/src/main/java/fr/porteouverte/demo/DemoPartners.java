package fr.porteouverte.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.porteouverte.catalogue.Catalogue;
import fr.porteouverte.catalogue.CatalogueFile;
import fr.porteouverte.partner.PartnerForm;
import fr.porteouverte.partner.PartnerRegister;
import fr.porteouverte.procedure.DocumentRegister;
import fr.porteouverte.procedure.NeededDocument;
import fr.porteouverte.procedure.ProcedureForm;
import fr.porteouverte.procedure.ProcedureRegister;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.procedure.ThemeRegister;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Today's partners, what people come to them for, and the papers to bring: some of the national
 * catalogue, as it comes with the product, and an association of the place.
 */
@ApplicationScoped
class DemoPartners {
  @Inject ThemeRegister themes;
  @Inject PartnerRegister partners;
  @Inject DocumentRegister documents;
  @Inject ProcedureRegister register;
  @Inject Procedures procedures;

  /**
   * @param national codes of the national catalogue's procedures
   * @param partners beside the catalogue's
   * @param procedures beside the catalogue's
   */
  record File(List<String> national, List<PartnerForm> partners, List<ProcedureForm> procedures) {

    static File read() {
      return DemoFiles.json("partners.json", new TypeReference<>() {});
    }

    /** All that the demo has. */
    List<ProcedureForm> wanted(Catalogue catalogue) {
      return Stream.concat(
              catalogue.procedures().stream().filter(one -> national.contains(one.code())),
              procedures.stream())
          .toList();
    }
  }

  /** Adds what is missing; what is there may have been changed by people and stays. */
  void ensure() {
    File file = File.read();
    Catalogue catalogue = CatalogueFile.read();
    Set<String> known = procedures.codes();
    List<ProcedureForm> missing =
        file.wanted(catalogue).stream().filter(one -> !known.contains(one.code())).toList();
    enter(
        themes, catalogue.themes().stream(), codes(missing, one -> Stream.ofNullable(one.theme())));
    enter(
        partners,
        Stream.concat(catalogue.partners().stream(), file.partners().stream()),
        codes(missing, one -> Stream.of(one.partner())));
    enter(
        documents,
        catalogue.documents().stream(),
        codes(missing, one -> one.documents().stream().map(NeededDocument::document)));
    missing.forEach(register::enter);
  }

  private static Set<String> codes(
      List<ProcedureForm> procedures, Function<ProcedureForm, Stream<String>> named) {
    return procedures.stream().flatMap(named).collect(Collectors.toSet());
  }

  private static <F extends RegisterForm> void enter(
      Register<?, F> register, Stream<F> forms, Set<String> wanted) {
    forms
        .filter(form -> wanted.contains(form.code()) && register.byCode(form.code()).isEmpty())
        .forEach(register::enter);
  }
}
