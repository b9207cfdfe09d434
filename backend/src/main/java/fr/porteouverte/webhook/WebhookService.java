package fr.porteouverte.webhook;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentIntegrator;
import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.access.Role;
import fr.porteouverte.access.Scope;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.outbound.SafeAddress;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Sites;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that are told of changes: a system has its own, an administrator all of them. */
@ApplicationScoped
class WebhookService {
  @Inject WebhookEndpoints endpoints;
  @Inject WebhookReader reader;
  @Inject Hearing hearing;
  @Inject Sites sites;
  @Inject Signatures signatures;
  @Inject Paces paces;
  @Inject WebhookSettings settings;
  @Inject CurrentIntegrator integrator;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * @param asked null: all that the caller may see
   */
  List<WebhookView> list(@Nullable Long asked) {
    Optional<Long> own = own();
    if (own.isPresent() && asked != null && !own.get().equals(asked)) {
      return List.of();
    }
    return transactions.call(
        () -> endpoints.of(own.orElse(asked)).stream().map(one -> view(one, null)).toList());
  }

  WebhookView get(long id) {
    return transactions.call(() -> view(known(id), null));
  }

  WebhookView create(WebhookForm form, Idempotency.Token token) {
    FieldReader fields = new FieldReader();
    long of = owner(fields, form);
    SafeAddress address = reader.address(fields, form);
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          if (before.isPresent()) {
            return made(known(Ids.parse(before.get())));
          }
          String salt = Signatures.salt();
          WebhookEndpoint one = new WebhookEndpoint(of, salt, actor(), clock.instant());
          IntegratorScopes.Of system = hearing.system(one).orElseThrow(WebhookService::notAllowed);
          one.write(reader.read(fields, address, form, system, told(system)));
          if (endpoints.of(of).size() >= settings.most()) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "Ce logiciel a déjà " + settings.most() + " adresses.",
                "This system has " + settings.most() + " addresses already.");
          }
          endpoints.persistAndFlush(one);
          paces.begin(one.id());
          idempotency.made(token, Ids.of(one.id()));
          return made(one);
        });
  }

  /** The same key hears the same secret: it is derived. */
  private WebhookView made(WebhookEndpoint one) {
    return view(one, signatures.secret(one.salts(clock.instant()).get(0)));
  }

  /**
   * @param ifMatch the ETag that the caller read
   */
  WebhookView change(long id, @Nullable String ifMatch, WebhookForm form) {
    FieldReader fields = new FieldReader();
    SafeAddress address = reader.address(fields, form);
    return transactions.call(
        () -> {
          WebhookEndpoint one = lockedOwn(id);
          Etag.check(ifMatch, one.version());
          if (form.integratorId() != null
              && !form.integratorId().equals(Ids.of(one.integratorId()))) {
            fields.wrong(
                "integratorId", "Une adresse reste à son logiciel.", "It stays its system's.");
          }
          IntegratorScopes.Of system = hearing.system(one).orElseThrow(WebhookService::notAllowed);
          boolean off = one.state() == EndpointState.off;
          one.write(reader.read(fields, address, form, system, told(system)));
          if (off && one.state() != EndpointState.off) {
            paces.forget(id);
          }
          endpoints.flush();
          return view(one, null);
        });
  }

  /** Again: it is unknown. */
  void delete(long id) {
    transactions.run(() -> endpoints.delete(lockedOwn(id)));
  }

  /**
   * The same key hears the same secret: a receiver that missed the answer would have none.
   *
   * @param overlap how long what is sent is signed with the secret before, too
   */
  WebhookView renewSecret(long id, Duration overlap, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          WebhookEndpoint one = lockedOwn(id);
          if (before.isPresent()) {
            return view(one, signatures.secret(before.get()));
          }
          Instant now = clock.instant();
          if (!overlap.isZero() && one.salts(now).size() > 1) {
            throw secretBeforeStillGood();
          }
          String salt = Signatures.salt();
          one.renewSecret(salt, now.plus(overlap));
          endpoints.flush();
          // A salt is no secret without the server's key.
          idempotency.made(token, salt);
          return made(one);
        });
  }

  /** Two are good at once, no more: the one before may be the only one that its receiver knows. */
  private static ProblemException secretBeforeStillGood() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "Le secret d’avant sert encore : attendez qu’il ne serve plus, ou changez-le sans délai"
            + " (overlapHours 0).",
        "The secret before is still good: wait until it is not, or renew without an overlap"
            + " (overlapHours 0).");
  }

  WebhookEndpoint known(long id) {
    return endpoints.findByIdOptional(id).filter(this::mayHave).orElseThrow(NotFound::new);
  }

  WebhookEndpoint lockedOwn(long id) {
    known(id);
    return endpoints.locked(id).orElseThrow(NotFound::new);
  }

  WebhookView view(WebhookEndpoint one, @Nullable String secret) {
    return WebhookView.of(
        one,
        sites.withIds(Objects.requireNonNullElse(one.sites(), Set.of())),
        paces.shown(one.id()),
        clock.instant(),
        secret);
  }

  private boolean mayHave(WebhookEndpoint one) {
    return own().map(id -> id == one.integratorId()).orElse(true);
  }

  /** An administrator has it told all that its row opens, a system what its token does. */
  private Set<Scope> told(IntegratorScopes.Of system) {
    return integrator.get().map(IntegratorScopes.Of::scopes).orElse(system.scopes());
  }

  /** Empty: an administrator, who has all. */
  private Optional<Long> own() {
    Optional<Long> system = integrator.get().map(IntegratorScopes.Of::id);
    if (system.isEmpty() && !access.caller().is(Role.ADMIN)) {
      throw new ForbiddenException();
    }
    return system;
  }

  private long owner(FieldReader fields, WebhookForm form) {
    Long named = FieldReader.id(form.integratorId());
    Long owner = own().orElse(named);
    boolean wrong = form.integratorId() != null && !Objects.equals(owner, named);
    if (owner == null || wrong || !exists(owner)) {
      fields.wrong("integratorId", "Ce logiciel n’existe pas.", "There is no such system.");
      fields.check();
    }
    return Objects.requireNonNull(owner);
  }

  private boolean exists(long id) {
    return transactions.call(() -> hearing.known(id));
  }

  static ProblemException notAllowed() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "Ce logiciel n’a pas l’autorisation « webhooks ».",
        "This system does not have the scope \"webhooks\".");
  }

  private String actor() {
    return access.caller().username();
  }
}
