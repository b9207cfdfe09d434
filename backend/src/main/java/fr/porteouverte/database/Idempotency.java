package fr.porteouverte.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.secret.ServerKey;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request, one effect: the key is a row of the transaction that does the work, its first lock.
 *
 * <p>What is kept is the id of what was made, never the answer: an answer holds a secret and a
 * name. A refusal rolls back and so keeps nothing. Rows live for a day.
 */
@ApplicationScoped
public class Idempotency {
  /** See draft-ietf-httpapi-idempotency-key-header; best a random UUID. */
  public static final String HEADER = "Idempotency-Key";

  /** Of the answer: {@code true} for a repeat, which changed nothing. */
  public static final String REPLAYED = "Idempotent-Replayed";

  private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private static final int LONGEST_SCOPE = 160;

  @Inject EntityManager database;
  @Inject Clock clock;
  @Inject ObjectMapper json;
  @Inject ServerKey key;
  @Inject Replayed replayed;
  @Inject Transactions transactions;

  /**
   * A key as it came, with what it is for.
   *
   * @param scope who asks for what: the same key of two callers is two keys
   * @param key null: the caller does without
   */
  public record Token(String scope, @Nullable String key, String requestHash) {}

  public Token token(
      String operation, String caller, @Nullable String idempotencyKey, Object request) {
    if (idempotencyKey == null) {
      return new Token("", null, "");
    }
    if (!WELL_FORMED.matcher(idempotencyKey).matches()) {
      throw InvalidRequest.of(
          HEADER,
          "De 1 à 255 caractères ASCII, sans espace.",
          "1 to 255 ASCII characters without blanks.");
    }
    try {
      byte[] hash = key.mac("idempotency", json.writeValueAsBytes(request));
      return new Token(scope(operation + ":" + caller), idempotencyKey, hex(hash));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A scope names part of an address, which callers may make as long as they like. */
  private String scope(String whole) {
    return whole.length() <= LONGEST_SCOPE
        ? whole
        : hex(key.mac("idempotency-scope", whole.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The first statement of the transaction. Waits for a request under way with the same key.
   *
   * @return what that key made before; empty: make it now, then call {@link #made}
   */
  public Optional<String> before(Token token) {
    if (token.key() == null) {
      return Optional.empty();
    }
    int inserted =
        Sql.of(
                database,
                "insert into idempotency (scope, idempotency_key, request_hash, created_at) values"
                    + " (:scope, :key, :hash, :now) on conflict do nothing")
            .with("scope", token.scope())
            .with("key", token.key())
            .with("hash", token.requestHash())
            .with("now", clock.instant())
            .apart()
            .run();
    return inserted == 1 ? Optional.empty() : Optional.of(made(token));
  }

  private String made(Token token) {
    Before before =
        Sql.of(
                database,
                "select request_hash, result from idempotency where scope = :scope and"
                    + " idempotency_key = :key for update")
            .with("scope", token.scope())
            .with("key", token.key())
            .first(Before.class)
            .orElseThrow(() -> new TryAgain("the request with the same key rolled back"));
    if (!token.requestHash().equals(before.requestHash())) {
      throw new Reused();
    }
    noteReplayed();
    return before.result();
  }

  /**
   * As {@link #before}, together with what else the transaction asks at its start; on PostgreSQL.
   * The row says at once what will be made: its number is drawn with it.
   *
   * @param sequence of the table in which something is made
   */
  public Claim claim(Token token, String sequence) {
    Sql claim =
        token.key() == null
            ? Sql.of(database, "select nextval('" + sequence + "') as id")
            : Sql.of(
                    database,
                    "insert into idempotency (scope, idempotency_key, request_hash, created_at,"
                        + " result) values (:scope, :key, :hash, :now, nextval('"
                        + sequence
                        + "')) on conflict do nothing returning cast(result as bigint) as id")
                .with("scope", token.scope())
                .with("key", token.key())
                .with("hash", token.requestHash())
                .with("now", clock.instant());
    return new Claim(token, claim.soon(Drawn.class));
  }

  private record Drawn(long id) {}

  /** A key that is about to be used, unless it was. */
  public final class Claim {
    private final Token token;
    private final Soon<Drawn> drawn;

    private Claim(Token token, Soon<Drawn> drawn) {
      this.token = token;
      this.drawn = drawn;
    }

    /** What the key made before; empty: make {@link #id} now. */
    public Optional<String> before() {
      return drawn.first().isPresent() ? Optional.empty() : Optional.of(made(token));
    }

    /** The number of what is to be made. */
    public long id() {
      return drawn.one().id();
    }
  }

  /**
   * What a key made before, for who has to ask somebody else before anything is written. Writes
   * nothing, and waits for nobody.
   */
  public Optional<String> known(Token token) {
    if (token.key() == null) {
      return Optional.empty();
    }
    Optional<Before> before = transactions.call(() -> stored(token));
    if (before.isPresent() && !token.requestHash().equals(before.get().requestHash())) {
      throw new Reused();
    }
    before.ifPresent(found -> noteReplayed());
    return before.map(Before::result);
  }

  private Optional<Before> stored(Token token) {
    return Sql.of(
            database,
            "select request_hash, result from idempotency where scope = :scope and idempotency_key"
                + " = :key")
        .with("scope", token.scope())
        .with("key", token.key())
        .first(Before.class);
  }

  private void noteReplayed() {
    if (Arc.container().requestContext().isActive()) {
      replayed.note();
    }
  }

  private record Before(String requestHash, String result) {}

  /** The last statement of the transaction. */
  public void made(Token token, String id) {
    if (token.key() != null) {
      Sql.of(
              database,
              "update idempotency set result = :result where scope = :scope and idempotency_key ="
                  + " :key")
          .with("result", id)
          .with("scope", token.scope())
          .with("key", token.key())
          .later();
    }
  }

  public int forgetBefore(Instant instant) {
    return Sql.of(database, "delete from idempotency where created_at < :before")
        .with("before", instant)
        .run();
  }

  private static final class Reused extends ProblemException {
    Reused() {
      super(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "Une clé vaut pour une seule demande : prenez-en une nouvelle.",
          "A key is good for one request only: take a new one.");
    }
  }
}
