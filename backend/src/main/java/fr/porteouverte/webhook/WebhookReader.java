package fr.porteouverte.webhook;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.access.Scope;
import fr.porteouverte.change.ChangeType;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.outbound.Outbound;
import fr.porteouverte.outbound.SafeAddress;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an address is to hear of, and names every wrong field. */
@ApplicationScoped
class WebhookReader {
  private static final int MOST_SITES = 500;

  @Inject Outbound outbound;
  @Inject Sites sites;

  /** Asks where the name of the server leads: outside of a transaction. */
  @Nullable SafeAddress address(FieldReader fields, WebhookForm form) {
    fields.required("url", form.url());
    return outbound.check(fields, "url", form.url());
  }

  /**
   * @param told what the caller may have told: of a system with a token for some of its scopes,
   *     these
   */
  WebhookForm.Read read(
      FieldReader fields,
      @Nullable SafeAddress address,
      WebhookForm form,
      IntegratorScopes.Of system,
      Set<Scope> told) {
    Set<ChangeType> types = types(fields, form.types(), told);
    if (types.isEmpty()
        && !ChangeType.openTo(told).containsAll(ChangeType.openTo(system.scopes()))) {
      // Without any it would hear of what this token does not open.
      fields.wrong(
          "types",
          "Ce jeton n’ouvre pas tout : dites lesquels.",
          "This token does not open all of them: say which.");
    }
    Set<Long> houses = sites(fields, form.sites(), system.where());
    return fields.checked(
        address == null ? null : new WebhookForm.Read(address.text(), types, houses));
  }

  private static Set<ChangeType> types(
      FieldReader fields, @Nullable List<@Nullable ChangeType> asked, Set<Scope> told) {
    Set<ChangeType> types = EnumSet.noneOf(ChangeType.class);
    for (int i = 0; asked != null && i < asked.size(); i++) {
      ChangeType type = asked.get(i);
      if (type == null || !told.contains(type.scope())) {
        String scope = type == null ? "" : type.scope().code();
        fields.wrong(
            "types[" + i + "]",
            "Il faut l’autorisation « " + scope + " ».",
            "The scope \"" + scope + "\" is needed.");
      } else {
        types.add(type);
      }
    }
    return types;
  }

  private @Nullable Set<Long> sites(
      FieldReader fields, @Nullable List<@Nullable String> asked, AgentScopes.Of where) {
    if (asked == null || asked.isEmpty()) {
      return null;
    }
    if (asked.size() > MOST_SITES) {
      fields.wrong(
          "sites", "Au plus " + MOST_SITES + " maisons.", "At most " + MOST_SITES + " houses.");
      return null;
    }
    Set<Long> found = new HashSet<>();
    for (int i = 0; i < asked.size(); i++) {
      Long id = FieldReader.id(asked.get(i));
      if (id == null || !reaches(where, id) || sites.findById(id) == null) {
        fields.wrong(
            "sites[" + i + "]",
            "Cette maison n’existe pas, ou n’est pas de ce logiciel.",
            "There is no such house, or it is none of this system's.");
      } else {
        found.add(id);
      }
    }
    return found;
  }

  private static boolean reaches(AgentScopes.Of where, long site) {
    PartnerReach reach = where.reach();
    return reach == null ? where.at(site) : reach.covers(site);
  }
}
