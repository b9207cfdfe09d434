package fr.porteouverte.account;

import fr.porteouverte.database.Sql;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that give a password once. Their secrets are derived, never stored. In a transaction. */
@ApplicationScoped
class EntryLinks {
  @Inject EntityManager database;
  @Inject Secrets secrets;
  @Inject Clock clock;

  /**
   * @param agentId null: for the first administrator, who is no agent yet
   */
  record Link(@Nullable Long agentId, Instant expiresAt, @Nullable Instant usedAt) {}

  /** Those made before for the same agent lead nowhere any more. */
  UUID make(@Nullable Long agentId, Duration good) {
    if (agentId != null) {
      revoke(agentId);
    }
    UUID id = UUID.randomUUID();
    Sql.of(
            database,
            "insert into entry_link (id, agent_id, made_at, expires_at)"
                + " values (:id, cast(:agent as bigint), :now, :end)")
        .with("id", id)
        .with("agent", agentId)
        .with("now", clock.instant())
        .with("end", clock.instant().plus(good))
        .run();
    return id;
  }

  String secret(UUID id) {
    return secrets.of("entry", id.toString());
  }

  void revoke(long agentId) {
    Sql.of(
            database,
            "update entry_link set expires_at = :now"
                + " where agent_id = :agent and used_at is null and expires_at > :now")
        .with("now", clock.instant())
        .with("agent", agentId)
        .run();
  }

  /** The link, if it still gives something; a wrong secret is as unknown as no link. */
  Link open(UUID id, @Nullable String secret) {
    Link link =
        Secrets.same(secret(id), secret)
            ? Sql.of(
                    database, "select agent_id, expires_at, used_at from entry_link where id = :id")
                .with("id", id)
                .first(Link.class)
                .orElseThrow(NotFound::new)
            : null;
    if (link == null) {
      throw new NotFound();
    }
    if (link.usedAt() != null) {
      throw used();
    }
    if (!link.expiresAt().isAfter(clock.instant())) {
      throw new ProblemException(
          ProblemType.LINK_EXPIRED,
          "Demandez-en un nouveau à qui vous a invité.",
          "Ask whoever invited you for a new one.");
    }
    return link;
  }

  boolean stands(UUID id) {
    return Sql.of(
                database,
                "select count(*) from entry_link where id = :id and used_at is null and expires_at"
                    + " > :now")
            .with("id", id)
            .with("now", clock.instant())
            .one(Long.class)
        > 0;
  }

  /** Once: of two at the same moment one hears that it was used. */
  void use(UUID id) {
    int used =
        Sql.of(
                database,
                "update entry_link set used_at = :now where id = :id and used_at is null"
                    + " and expires_at > :now")
            .with("now", clock.instant())
            .with("id", id)
            .run();
    if (used == 0) {
      throw used();
    }
  }

  private static ProblemException used() {
    return new ProblemException(
        ProblemType.LINK_USED,
        "Connectez-vous avec votre mot de passe, ou demandez un nouveau lien.",
        "Log in with your password, or ask for a new link.");
  }
}
