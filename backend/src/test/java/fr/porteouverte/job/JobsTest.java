package fr.porteouverte.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(JobsTest.Working.class)
class JobsTest extends ApiTest {
  /** A process that does its jobs. */
  public static class Working implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("porte-ouverte.jobs.run", "true");
    }
  }

  @Inject EntityManager database;
  @Inject Transactions transactions;
  @Inject @Any Instance<Job> jobs;

  /** The jobs' rows, above all, stay. */
  @Override
  protected void lay() {
    clock.set(Instant.now());
  }

  private record Row(String taskName, Instant lastSuccess, Instant lastFailure) {}

  @Test
  void every_job_succeeds_on_a_thread_that_serves_no_request() {
    transactions.run(
        () ->
            Sql.of(database, "update scheduled_tasks set execution_time = :now where not picked")
                .with("now", Instant.now())
                .run());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(succeeded())
                    .containsAll(jobs.stream().map(Job::name).toList())
                    .contains("outbox-lane-1", "outbox-lane-2"));
    assertThat(rows()).allMatch(row -> row.lastFailure() == null);
  }

  @Test
  void no_two_jobs_have_one_name() {
    assertThat(jobs.stream().map(Job::name)).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }

  private List<String> succeeded() {
    return rows().stream().filter(row -> row.lastSuccess() != null).map(Row::taskName).toList();
  }

  private List<Row> rows() {
    return transactions.call(
        () ->
            Sql.of(database, "select task_name, last_success, last_failure from scheduled_tasks")
                .list(Row.class));
  }
}
