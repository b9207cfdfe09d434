package fr.porteouverte.account;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.DepartmentCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody is to be, and where; names every wrong field. */
@ApplicationScoped
class AssignmentReader {
  @Inject Sites sites;
  @Inject Partners partners;

  /**
   * @param partner null unless somebody acts for one
   */
  record Read(List<Assignment> assignments, @Nullable Partner partner) {}

  Read read(List<AssignmentForm> forms, List<FieldError> errors) {
    List<Assignment> all = new ArrayList<>();
    Partner partner = null;
    Map<AgentRole, Integer> roles = new EnumMap<>(AgentRole.class);
    Map<Long, AgentRole> staffAt = new HashMap<>();
    for (int i = 0; i < forms.size(); i++) {
      AssignmentForm form = forms.get(i);
      Field at = new Field("assignments[" + i + "]", errors);
      if (roles.putIfAbsent(form.role(), i) != null) {
        at.wrong("role", "Chaque rôle une seule fois.", "Each role only once.");
        continue;
      }
      List<Site> where = placed(form, at);
      if (form.role().needsSites()) {
        once(form, where, staffAt, at);
      }
      where.forEach(site -> all.add(Assignment.at(form.role(), site)));
      if (form.role().needsPartner()) {
        partner = partnerOf(form, at);
      }
      if (form.role().mayHaveDepartments()) {
        all.addAll(reach(form, at));
      } else if (!form.role().needsSites()) {
        all.add(Assignment.everywhere(form.role()));
      }
    }
    return new Read(all, partner);
  }

  /** The field of one assignment, and where its mistakes go. */
  private record Field(String name, List<FieldError> errors) {
    void wrong(String of, String fr, String en) {
      errors.add(FieldError.of(name + "." + of, fr, en));
    }
  }

  /** The houses, where the role has some; places that do not go with a role are refused. */
  private List<Site> placed(AssignmentForm form, Field at) {
    boolean houses = form.role().needsSites() || form.role().needsPartner();
    if (!houses && !form.sites().isEmpty()) {
      at.wrong("sites", "Ce rôle n’a pas de maison.", "This role has no house.");
    }
    if (!form.role().mayHaveDepartments() && !form.departments().isEmpty()) {
      at.wrong(
          "departments",
          "Seulement pour l’agent d’un partenaire ou un observateur.",
          "For a partner's agent or an observer only.");
    }
    if (!form.role().needsPartner() && (form.partner() != null || form.everywhere())) {
      at.wrong(
          form.partner() != null ? "partner" : "wholeCountry",
          "Seulement pour l’agent d’un partenaire.",
          "For a partner's agent only.");
    }
    if (form.role().needsSites() && form.sites().isEmpty()) {
      at.wrong("sites", "Au moins une maison.", "At least one house is needed here.");
    }
    return houses ? sitesOf(form, at) : List.of();
  }

  private List<Site> sitesOf(AssignmentForm form, Field at) {
    List<Site> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < form.sites().size(); i++) {
      Site site =
          Optional.ofNullable(FieldReader.id(form.sites().get(i)))
              .map(sites::findById)
              .orElse(null);
      if (site == null) {
        at.wrong("sites[" + i + "]", "Cette maison n’existe pas.", "No such house.");
      } else if (seen.add(site.id())) {
        found.add(site);
      }
    }
    return found;
  }

  /** In one house somebody greets people or manages it, which is more. */
  private static void once(
      AssignmentForm form, List<Site> where, Map<Long, AgentRole> staffAt, Field at) {
    for (Site site : where) {
      AgentRole other = staffAt.putIfAbsent(site.id(), form.role());
      if (other != null) {
        at.wrong(
            "sites",
            "Un seul rôle par maison : " + site.name() + " y est deux fois.",
            "One role in each house: " + site.name() + " is there twice.");
      }
    }
  }

  private List<Assignment> reach(AssignmentForm form, Field at) {
    if (form.role() == AgentRole.observer) {
      return observed(form, at);
    }
    boolean some = !form.sites().isEmpty() || !form.departments().isEmpty();
    if (form.everywhere() == some) {
      at.wrong(
          "wholeCountry",
          "Des maisons ou des départements, ou bien toute la France.",
          "Houses or departments, or else the whole country.");
      return List.of();
    }
    if (form.everywhere()) {
      return List.of(Assignment.everywhere(form.role()));
    }
    return departments(form, at);
  }

  private static List<Assignment> observed(AssignmentForm form, Field at) {
    if (form.departments().isEmpty()) {
      at.wrong("departments", "Au moins un département.", "At least one department.");
    }
    return departments(form, at);
  }

  private static List<Assignment> departments(AssignmentForm form, Field at) {
    List<Assignment> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < form.departments().size(); i++) {
      String code = form.departments().get(i).strip();
      if (!DepartmentCode.is(code)) {
        at.wrong(
            "departments[" + i + "]",
            "Un code de département : 14, 2A, 974.",
            "A department's code: 14, 2A, 974.");
      } else if (seen.add(code)) {
        found.add(Assignment.inDepartment(form.role(), code));
      }
    }
    return found;
  }

  private @Nullable Partner partnerOf(AssignmentForm form, Field at) {
    Partner partner =
        Optional.ofNullable(FieldReader.id(form.partner())).map(partners::findById).orElse(null);
    if (partner == null) {
      at.wrong("partner", "Ce partenaire n’existe pas.", "There is no such partner.");
    }
    return partner;
  }
}
