package fr.porteouverte.imports.agent;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.account.AssignmentForm;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is, and where, in one cell: roles with a bar between them, each with the codes of
 * its houses, {@code manager: moyaux, lisieux | clerk: 1400123}. A partner's agent has the partner
 * first, and departments with a star, or a star alone for the whole country: {@code partner caf:
 * *14, moyaux}.
 */
@ApplicationScoped
class AssignmentCells {
  private static final String STAR = "*";

  @Inject Sites sites;
  @Inject Partners partners;

  String written(List<AssignmentForm> assignments) {
    return assignments.stream().map(this::written).collect(Collectors.joining(" | "));
  }

  private String written(AssignmentForm form) {
    String partner =
        form.partner() == null ? "" : " " + partners.findById(Ids.parse(form.partner())).code();
    List<String> places = new ArrayList<>();
    if (Boolean.TRUE.equals(form.wholeCountry())) {
      places.add(STAR);
    }
    form.departments().forEach(code -> places.add(STAR + code));
    form.sites().forEach(id -> places.add(sites.findById(Ids.parse(id)).code()));
    return form.role().name()
        + partner
        + (places.isEmpty() ? "" : ": " + String.join(", ", places));
  }

  /**
   * @param name of the field, for what is wrong
   */
  List<AssignmentForm> read(String cell, FieldReader fields, String name) {
    return Arrays.stream(cell.split("\\|"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> assignment(part, fields, name))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<AssignmentForm> assignment(String part, FieldReader fields, String name) {
    int colon = part.indexOf(':');
    String[] who = (colon < 0 ? part : part.substring(0, colon)).strip().split("\\s+", 2);
    List<String> places =
        Stream.of((colon < 0 ? "" : part.substring(colon + 1)).split(","))
            .map(String::strip)
            .filter(place -> !place.isEmpty())
            .toList();
    AgentRole role =
        Arrays.stream(AgentRole.values())
            .filter(one -> one.name().equals(who[0].toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElse(null);
    if (role == null) {
      String known =
          Arrays.stream(AgentRole.values()).map(AgentRole::name).collect(Collectors.joining(", "));
      fields.wrong(
          name,
          "« " + who[0] + " » n’est pas un rôle : " + known + ".",
          "\"" + who[0] + "\" is no role: " + known + ".");
      return Optional.empty();
    }
    List<String> houses = new ArrayList<>();
    List<String> departments = new ArrayList<>();
    for (String place : places) {
      if (place.startsWith(STAR)) {
        departments.add(place.substring(STAR.length()).strip());
      } else {
        house(place, fields, name).ifPresent(houses::add);
      }
    }
    boolean wholeCountry = departments.remove("");
    return Optional.of(
        new AssignmentForm(
            role,
            houses,
            departments,
            who.length == 1 ? null : partner(who[1].strip(), fields, name),
            wholeCountry ? Boolean.TRUE : null));
  }

  private Optional<String> house(String code, FieldReader fields, String name) {
    Optional<Site> site = sites.byCode(code);
    if (site.isEmpty()) {
      fields.wrong(
          name, "La maison « " + code + " » n’existe pas.", "There is no house \"" + code + "\".");
    }
    return site.map(one -> Ids.of(one.id()));
  }

  private @Nullable String partner(String code, FieldReader fields, String name) {
    Optional<Partner> partner = partners.byCode(code);
    if (partner.isEmpty()) {
      fields.wrong(
          name,
          "L’organisme « " + code + " » n’existe pas.",
          "There is no partner \"" + code + "\".");
    }
    return partner.map(one -> Ids.of(one.id())).orElse(null);
  }
}
