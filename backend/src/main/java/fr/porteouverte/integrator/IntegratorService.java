package fr.porteouverte.integrator;

import fr.porteouverte.access.Access;
import fr.porteouverte.account.KeycloakClients;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Ids;
import fr.porteouverte.integrator.IntegratorView.NewKey;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other systems and their keys. Keycloak is asked before a row is written: lost midway, a client
 * may be left there whose secret nobody has heard and which no row knows, so it may do nothing.
 */
@ApplicationScoped
public class IntegratorService {
  /** One that is used, and the one that follows it. */
  private static final int MOST_KEYS = 2;

  @Inject Integrators integrators;
  @Inject IntegratorReader reader;
  @Inject KeycloakClients clients;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  /**
   * For the demo: a system whose client is in the realm's file already, unless there is one of that
   * client.
   */
  public void ensure(IntegratorForm form, String clientId) {
    if (integrators.knows(clientId)) {
      return;
    }
    Integrator one = new Integrator("demo", clock.instant());
    one.write(reader.read(form));
    one.give(new IntegratorKey(clientId, null, "demo", clock.instant()));
    integrators.persistAndFlush(one);
  }

  IntegratorView create(IntegratorForm form, Idempotency.Token token) {
    Optional<IntegratorView> before = replayed(token);
    if (before.isPresent()) {
      return before.get();
    }
    String name = transactions.call(() -> reader.read(form).name());
    return withKey(
        name,
        token,
        key -> {
          Integrator one = new Integrator(actor(), clock.instant());
          one.write(reader.read(form));
          one.give(key);
          integrators.persistAndFlush(one);
          return one;
        });
  }

  /**
   * @param ifMatch the ETag that the caller read
   */
  IntegratorView change(long id, @Nullable String ifMatch, IntegratorForm form) {
    return transactions.call(
        () -> {
          Integrator one = standing(id);
          Etag.check(ifMatch, one.version());
          one.write(reader.read(form));
          integrators.flush();
          return IntegratorView.of(one);
        });
  }

  /**
   * Another key; the ones before are good for so long yet.
   *
   * @param overlap zero: they end now
   */
  IntegratorView renew(long id, Duration overlap, Idempotency.Token token) {
    Optional<IntegratorView> before = replayed(token);
    if (before.isPresent()) {
      return before.get();
    }
    String name = transactions.call(() -> renewable(id).name());
    return withKey(
        name,
        token,
        key -> {
          Integrator one = renewable(id);
          one.keys().forEach(old -> old.endAt(clock.instant().plus(overlap)));
          one.give(key);
          integrators.flush();
          return one;
        });
  }

  /** One key is good for nothing from now on. */
  IntegratorView end(long id, long keyId) {
    return transactions.call(
        () -> {
          Integrator one = known(id);
          one.keys().stream()
              .filter(key -> key.id() == keyId)
              .findFirst()
              .orElseThrow(NotFound::new)
              .endAt(clock.instant());
          integrators.flush();
          return IntegratorView.of(one);
        });
  }

  /** For ever. Doing it again changes nothing. */
  IntegratorView revoke(long id) {
    return transactions.call(
        () -> {
          Integrator one = known(id);
          one.revoke(actor(), clock.instant());
          integrators.flush();
          return IntegratorView.of(one);
        });
  }

  /** Writes the row of a key that Keycloak made. */
  private interface Written {
    Integrator with(IntegratorKey key);
  }

  /** What this key made before, without its secret: only Keycloak has that. Nothing is written. */
  private Optional<IntegratorView> replayed(Idempotency.Token token) {
    return idempotency.known(token).map(id -> transactions.call(() -> made(id)));
  }

  private IntegratorView made(String id) {
    return IntegratorView.of(known(Ids.parse(id)));
  }

  private IntegratorView withKey(String name, Idempotency.Token token, Written row) {
    String clientId = "po-" + Secrets.random(9).toLowerCase(Locale.ROOT);
    KeycloakClients.Made made = clients.make(clientId, name);
    try {
      return transactions.call(
          () -> {
            if (idempotency.before(token).isPresent()) {
              throw new TryAgain("the same key made one meanwhile");
            }
            Integrator one =
                row.with(new IntegratorKey(clientId, made.id(), actor(), clock.instant()));
            idempotency.made(token, Ids.of(one.id()));
            return IntegratorView.of(one, new NewKey(clientId, made.secret()));
          });
    } catch (RuntimeException notWritten) {
      clients.remove(made.id());
      throw notWritten;
    }
  }

  private Integrator renewable(long id) {
    Integrator one = standing(id);
    Instant now = clock.instant();
    if (one.keysAt(now).size() >= MOST_KEYS) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Il y a déjà deux clés valables : mettez fin à l’une d’elles d’abord.",
          "There are two good keys already: end one of them first.");
    }
    return one;
  }

  private Integrator standing(long id) {
    Integrator one = known(id);
    if (one.revoked()) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Ce système n’a plus accès : ajoutez-le de nouveau.",
          "This system has no access any more: add it anew.");
    }
    return one;
  }

  private Integrator known(long id) {
    return integrators.findByIdOptional(id).orElseThrow(NotFound::new);
  }

  private String actor() {
    return access.caller().username();
  }
}
