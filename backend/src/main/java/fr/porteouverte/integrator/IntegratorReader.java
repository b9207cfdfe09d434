package fr.porteouverte.integrator;

import fr.porteouverte.access.Scope;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.integrator.IntegratorForm.Read;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.DepartmentCode;
import fr.porteouverte.text.MailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what another system is to be, and names every wrong field. */
@ApplicationScoped
class IntegratorReader {
  @Inject Sites sites;
  @Inject Partners partners;

  Read read(IntegratorForm form) {
    FieldReader fields = new FieldReader();
    String name = line(fields, "name", form.name());
    String contact = line(fields, "contactName", form.contactName());
    String email = email(fields, form.contactEmail());
    Set<Scope> scopes = scopes(fields, form.scopes());
    List<Partner> whose = partners(fields, form.partners());
    List<Site> houses = sites(fields, form.sites());
    List<String> departments = departments(fields, form.departments());
    if (fields.errors().isEmpty() && whose.isEmpty() && houses.isEmpty() && departments.isEmpty()) {
      fields.wrong(
          "sites",
          "Une maison, un département ou un partenaire au moins.",
          "At least a house, a department or a partner.");
    }
    return fields.checked(new Read(name, contact, email, scopes, houses, departments, whose));
  }

  private static String line(FieldReader fields, String field, @Nullable String typed) {
    String line = typed == null ? "" : typed.strip();
    fields.required(field, line);
    if (line.length() > IntegratorForm.NAME) {
      fields.wrong(
          field,
          "Au plus " + IntegratorForm.NAME + " caractères.",
          "At most " + IntegratorForm.NAME + " characters.");
    }
    return line;
  }

  private static String email(FieldReader fields, @Nullable String typed) {
    if (fields.required("contactEmail", typed) == null || typed == null || typed.isBlank()) {
      return "";
    }
    return MailAddress.of(typed.strip())
        .orElseGet(
            () -> {
              fields.wrong(
                  "contactEmail",
                  "Cette adresse n’a pas la forme nom@exemple.fr.",
                  "This address is not of the form name@example.org.");
              return "";
            });
  }

  private static Set<Scope> scopes(FieldReader fields, @Nullable List<@Nullable Scope> asked) {
    EnumSet<Scope> some = EnumSet.noneOf(Scope.class);
    if (asked != null) {
      asked.stream().filter(Objects::nonNull).forEach(some::add);
    }
    if (some.isEmpty()) {
      fields.wrong("scopes", "Au moins une autorisation.", "At least one scope.");
    }
    return some;
  }

  private List<Partner> partners(FieldReader fields, @Nullable List<@Nullable String> ids) {
    Set<Partner> found = new LinkedHashSet<>();
    List<@Nullable String> some = few(fields, "partners", ids);
    for (int i = 0; i < some.size(); i++) {
      Long id = FieldReader.id(some.get(i));
      Partner partner = id == null ? null : partners.findById(id);
      if (partner == null) {
        fields.wrong("partners[" + i + "]", "Ce partenaire n’existe pas.", "No such partner.");
      } else {
        found.add(partner);
      }
    }
    return List.copyOf(found);
  }

  private List<Site> sites(FieldReader fields, @Nullable List<@Nullable String> ids) {
    Set<Site> found = new LinkedHashSet<>();
    for (int i = 0; i < few(fields, "sites", ids).size(); i++) {
      Long id = FieldReader.id(Objects.requireNonNull(ids).get(i));
      Site site = id == null ? null : sites.findById(id);
      if (site == null) {
        fields.wrong("sites[" + i + "]", "Cette maison n’existe pas.", "No such house.");
      } else {
        found.add(site);
      }
    }
    return List.copyOf(found);
  }

  private static List<String> departments(
      FieldReader fields, @Nullable List<@Nullable String> codes) {
    Set<String> found = new LinkedHashSet<>();
    List<@Nullable String> some = few(fields, "departments", codes);
    for (int i = 0; i < some.size(); i++) {
      String typed = some.get(i);
      String code = typed == null ? "" : typed.strip();
      if (DepartmentCode.is(code)) {
        found.add(code);
      } else {
        fields.wrong(
            "departments[" + i + "]",
            "Un code de département : 14, 2A, 974.",
            "A department's code: 14, 2A, 974.");
      }
    }
    return new ArrayList<>(found);
  }

  private static List<@Nullable String> few(
      FieldReader fields, String field, @Nullable List<@Nullable String> some) {
    if (some != null && some.size() > IntegratorForm.MOST_PLACES) {
      fields.wrong(
          field,
          "Au plus " + IntegratorForm.MOST_PLACES + ".",
          "At most " + IntegratorForm.MOST_PLACES + ".");
      return List.of();
    }
    return some == null ? List.of() : some;
  }
}
