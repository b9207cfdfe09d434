package fr.porteouverte.change;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a caller asks, as far as they may. */
@ApplicationScoped
class AskedPlaces {
  static final String SITES = "Only these houses, by id; none: all";

  @Inject Access access;

  /** Null: all of them. */
  static @Nullable Set<Long> ids(FieldReader fields, List<String> sites) {
    if (sites.isEmpty()) {
      return null;
    }
    Set<Long> ids = new HashSet<>();
    for (String site : sites) {
      Long id = fields.id("site", site);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  ChangeFeed.Filter filter(List<ChangeType> types, @Nullable Set<Long> asked) {
    CurrentAgent caller = access.caller();
    return caller.is(Role.ADMIN)
        ? new ChangeFeed.Filter(types, asked, null)
        : ChangeFeed.Filter.within(types, asked, caller.sites(), caller.reach());
  }
}
