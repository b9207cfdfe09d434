package fr.porteouverte.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.support.ApiTest;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest extends ApiTest {
  /** As Keycloak's client does, it works only while the context of a request is active. */
  @ApplicationScoped
  public static class NeedsARequest implements Job {
    @Override
    public String name() {
      return "needs-a-request";
    }

    @Override
    public Schedule schedule() {
      return FixedDelay.ofHours(1);
    }

    @Override
    public void run() {
      if (!Arc.container().requestContext().isActive()) {
        throw new ContextNotActiveException();
      }
    }
  }

  @Inject EntityManager database;
  @Inject Transactions transactions;
  @Inject @Any Instance<Job> jobs;
  @Inject Jobs process;

  private record Row(String taskName, Instant lastSuccess, Instant lastFailure) {}

  @Test
  void every_job_succeeds_on_a_thread_that_serves_no_request() {
    clock.set(Instant.now());
    process.begin();
    try {
      hurry();
      awaitAll();
    } finally {
      process.end();
    }
  }

  private void hurry() {
    transactions.run(
        () ->
            Sql.of(database, "update scheduled_tasks set execution_time = :now where not picked")
                .with("now", Instant.now())
                .run());
  }

  private void awaitAll() {
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
