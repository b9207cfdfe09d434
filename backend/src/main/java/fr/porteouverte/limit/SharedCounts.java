package fr.porteouverte.limit;

import fr.porteouverte.database.Engine;
import fr.porteouverte.secret.ServerKey;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of all processes, as rows of PostgreSQL. By a keyed hash: no row says who asks. H2
 * has one process, which needs none.
 */
@ApplicationScoped
class SharedCounts {
  private static final int NAME_BYTES = 16;

  /** Whoever tells waits no longer; what could not be told is told the next time. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ServerKey key;
  private final @Nullable PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  SharedCounts(ServerKey key, DataSource database, Engine engine) {
    this.key = key;
    this.buckets = engine.isPostgresql() ? buckets(database) : null;
  }

  private static PostgreSQLSelectForUpdateBasedProxyManager<String> buckets(DataSource database) {
    return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .table("caller_limit")
        .idColumn("id")
        .stateColumn("state")
        .expiresAtColumn("expires_at")
        .requestTimeout(PATIENCE)
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                Duration.ofMinutes(1)))
        .build();
  }

  /** Null: there is one process only. */
  Allowance.@Nullable Shared of(Rule rule, String who) {
    PostgreSQLSelectForUpdateBasedProxyManager<String> all = buckets;
    if (all == null) {
      return null;
    }
    return many ->
        all.builder()
            .build(name(rule, who), () -> configuration(rule))
            .asVerbose()
            .consumeIgnoringRateLimits(many)
            .getDiagnostics()
            .getAvailableTokens();
  }

  /** With the rule's number: another setting is another bucket. */
  private String name(Rule rule, String who) {
    byte[] mac = key.mac("limit", rule.name() + ' ' + rule.most() + ' ' + who);
    return HexFormat.of().formatHex(mac, 0, NAME_BYTES);
  }

  private static BucketConfiguration configuration(Rule rule) {
    return BucketConfiguration.builder().addLimit(rule.bandwidth()).build();
  }

  /** Rows of those who may take everything again. */
  void forget() {
    PostgreSQLSelectForUpdateBasedProxyManager<String> all = buckets;
    if (all != null) {
      int batch = 1000;
      while (all.removeExpired(batch) == batch) {
        // more of them
      }
    }
  }
}
