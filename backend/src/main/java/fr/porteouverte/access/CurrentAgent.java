package fr.porteouverte.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what they are where, as far as the operation asks for it: who runs one house and
 * greets people in another is no manager there.
 *
 * @param username as in the token
 * @param roles as in {@link Role}, of all places together
 * @param houses by the id of a house what they are there
 * @param reach whom a partner's agent or a partner's system acts for, and where; null for everybody
 *     else
 */
public record CurrentAgent(
    String username,
    Set<String> roles,
    Map<Long, Set<String>> houses,
    @Nullable PartnerReach reach) {

  public static CurrentAgent of(String username, AgentScopes.Of scope) {
    return new CurrentAgent(username, scope.roles(), scope.houses(), scope.reach());
  }

  /** The same, as far as these roles go; a place in the row is nothing without its role. */
  CurrentAgent as(Set<String> some) {
    Map<Long, Set<String>> there = new HashMap<>();
    houses.forEach(
        (site, is) -> {
          Set<String> left = both(is, some);
          if (!left.isEmpty()) {
            there.put(site, left);
          }
        });
    return new CurrentAgent(
        username,
        both(roles, some),
        Map.copyOf(there),
        some.contains(Role.PARTNER) || some.contains(Role.INTEGRATOR) ? reach : null);
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  /** Ids of the houses whose staff they are. */
  public Set<Long> sites() {
    return houses.keySet();
  }

  /** Ids of the houses that they manage. */
  public Set<Long> sitesRun() {
    return houses.entrySet().stream()
        .filter(house -> house.getValue().contains(Role.MANAGER))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An admin acts everywhere, a clerk and a manager in their houses. */
  public boolean mayActAt(long site) {
    return is(Role.ADMIN) || houses.containsKey(site);
  }

  /** An admin everywhere, a manager in the houses that she manages. */
  public boolean runs(long site) {
    return is(Role.ADMIN) || houses.getOrDefault(site, Set.of()).contains(Role.MANAGER);
  }

  /** An admin for every partner, others for their own, in the houses given to them. */
  public boolean mayActFor(long site, long ofPartner) {
    return is(Role.ADMIN) || (reach != null && reach.covers(site, ofPartner));
  }
}
