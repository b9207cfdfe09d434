package fr.porteouverte.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All agents. */
@ApplicationScoped
public class Agents implements PanacheRepository<Agent> {

  public Optional<Agent> byUsername(String username) {
    return find("username", username).firstResultOptional();
  }

  List<Agent> named(Collection<String> usernames) {
    return list("username in ?1", usernames);
  }

  /** Who acts for the partner in that house, now. */
  List<Agent> ofPartner(long partnerId, long siteId) {
    return list(
        "from Agent a where a.partner.id = ?1 and a.state = ?2"
            + " and exists (select 1 from a.assignments g where g.role = ?3"
            + " and (g.site is null and g.department is null or g.site.id = ?4"
            + " or g.department = (select s.department from Site s where s.id = ?4)))"
            + " order by a.lastName, a.firstName, a.username",
        partnerId,
        AgentState.active,
        AgentRole.partner,
        siteId);
  }

  /**
   * @param afterUsername null at the start
   */
  public List<Agent> after(@Nullable String afterUsername, int count) {
    return find("username > ?1 order by username", afterUsername == null ? "" : afterUsername)
        .page(Page.ofSize(count))
        .list();
  }

  /**
   * Those whose user in Keycloak is missing or says something else than the row, the longest known
   * first. Whom Keycloak refused is asked for again only now and then: the reason may lie with
   * another user.
   *
   * @param refusedBefore whoever was refused later is left alone for now
   */
  List<Agent> dueInKeycloak(Instant refusedBefore) {
    return list(
        "keycloakDue = true and (keycloakRefusedAt is null or keycloakRefusedAt < ?1) order by id",
        refusedBefore);
  }

  /** Whom Keycloak has not answered about. */
  long countDueInKeycloak() {
    return count("keycloakDue = true and keycloakRefusedAt is null");
  }

  /** Whom Keycloak said no to. */
  long countRefusedByKeycloak() {
    return count("keycloakDue = true and keycloakRefusedAt is not null");
  }

  /** Somebody runs the network. */
  boolean hasAdmin() {
    return admins() > 0;
  }

  long admins() {
    return count(
        "from Agent a where a.state = ?1"
            + " and exists (select 1 from a.assignments g where g.role = ?2)",
        AgentState.active,
        AgentRole.admin);
  }

  /** In that order. */
  List<Agent> withIds(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : list("id in ?1", ids).stream()
            .sorted(Comparator.comparing(agent -> ids.indexOf(agent.id())))
            .toList();
  }

  /** At a start: Keycloak may have lost users since, so every row is compared again. */
  public void allDueInKeycloak() {
    update("keycloakDue = true where keycloakDue = false");
  }

  /** Records what Keycloak now knows, unless the row was changed meanwhile. */
  public boolean known(long id, int version, @Nullable String keycloakId) {
    return update(
            "keycloakId = ?1, keycloakDue = false, keycloakRefusal = null, keycloakRefusedAt = null"
                + " where id = ?2 and version = ?3",
            keycloakId,
            id,
            version)
        == 1;
  }

  /** Records in which installation of Keycloak that user is. */
  void knownIn(long id, String realm) {
    update("keycloakRealm = ?1 where id = ?2", realm, id);
  }

  /** Records that Keycloak says no to the row as it stands, unless it was changed meanwhile. */
  void refused(long id, int version, String reason, Instant at) {
    update(
        "keycloakRefusal = ?1, keycloakRefusedAt = ?2 where id = ?3 and version = ?4",
        reason,
        at,
        id,
        version);
  }
}
