package fr.porteouverte.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many processes tell many addresses: each change once, and nobody waits for the dead. */
@QuarkusTest
@TestProfile(AsRun.class)
class WebhookRacesTest extends WebhookWorld {

  @Test
  void each_change_is_one_delivery_however_many_write_and_tell() {
    Receiver one = receiver();
    Receiver two = receiver();
    String first = active(one);
    String second = active(two);
    AtomicInteger writing = new AtomicInteger(4);
    List<String> made = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Callable<Integer>> acts = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      String slot = slots.get(writer);
      acts.add(
          () -> {
            for (int n = 0; n < 8; n++) {
              var answer = book(agent("claire"), slot);
              if (answer.statusCode() == 201) {
                made.add(answer.path("reference"));
              }
            }
            return writing.decrementAndGet();
          });
    }
    for (int teller = 0; teller < 3; teller++) {
      acts.add(
          () -> {
            while (writing.get() > 0) {
              go();
            }
            return 0;
          });
    }
    Together.run(acts);
    go();
    for (Receiver receiver : List.of(one, two)) {
      assertThat(receiver.told()).hasSize(made.size()).doesNotHaveDuplicates();
      assertThat(receiver.told().stream().map(call -> subject(call.body())).toList())
          .containsExactlyInAnyOrderElementsOf(made);
      assertThat(receiver.mostAtOnce.get()).isEqualTo(1);
    }
    assertThat(log(first)).hasSize(made.size());
    assertThat(log(second)).hasSize(made.size());
  }

  private static String subject(String body) {
    return body.replaceAll(".*\"subject\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void five_dead_of_twenty_do_not_slow_the_others() {
    List<Receiver> living = new ArrayList<>();
    List<Receiver> dead = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Receiver receiver = receiver();
      active(receiver);
      (i % 4 == 0 ? dead : living).add(receiver);
    }
    CountDownLatch never = new CountDownLatch(1);
    dead.forEach(receiver -> receiver.holds = never);
    for (int i = 0; i < 6; i++) {
      book();
    }
    fanOut.run();
    long begun = System.nanoTime();
    AtomicInteger at = new AtomicInteger();
    List<Callable<Integer>> lanesAtOnce = new ArrayList<>();
    for (int lane = 0; lane < lanes.count(); lane++) {
      lanesAtOnce.add(
          () -> {
            while (lanes.run()) {
              if (living.stream().allMatch(receiver -> receiver.told().size() == 6)) {
                at.compareAndSet(0, (int) ((System.nanoTime() - begun) / 1_000_000));
              }
            }
            return 0;
          });
    }
    Together.run(lanesAtOnce);
    // They are waited for beside the lanes.
    await().until(this::nobodyIsCalled);
    never.countDown();
    assertThat(living).allSatisfy(receiver -> assertThat(receiver.told()).hasSize(6));
    assertThat(living).allSatisfy(r -> assertThat(r.mostAtOnce.get()).isEqualTo(1));
    // One call each, of three seconds; then they rest, and hold no lane.
    assertThat(dead).allSatisfy(receiver -> assertThat(receiver.told()).hasSize(1));
    assertThat(at.get()).isBetween(1, 2_900);
  }

  private boolean nobodyIsCalled() {
    return timetable.number("select count(*) from webhook_pace where leased_by is not null") == 0;
  }

  /** Twelve of twenty, with eight lanes: whoever answers has all before one of them is given up. */
  @Test
  void more_slow_and_dead_ones_than_lanes_keep_nobody_waiting_and_lose_nothing() {
    List<Receiver> living = new ArrayList<>();
    List<Receiver> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Receiver receiver = receiver();
      active(receiver);
      (i < 12 ? slow : living).add(receiver);
    }
    assertThat(slow).hasSizeGreaterThan(lanes.count());
    CountDownLatch awake = new CountDownLatch(1);
    slow.forEach(receiver -> receiver.holds = awake);
    for (int i = 0; i < 6; i++) {
      book();
    }
    fanOut.run();
    List<CompletableFuture<Void>> lanesAtOnce =
        IntStream.range(0, lanes.count())
            .mapToObj(
                lane ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (lanes.run()) {
                            // There is more.
                          }
                        },
                        task -> new Thread(task).start()))
            .toList();
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> living.stream().allMatch(receiver -> receiver.told().size() == 6));
    assertThat(timetable.number("select count(*) from webhook_pace where failures > 0")).isZero();
    awake.countDown();
    lanesAtOnce.forEach(CompletableFuture::join);
    await().until(this::nobodyIsCalled);
    clock.advance(Duration.ofMinutes(30));
    go();
    await().until(this::nobodyIsCalled);
    for (Receiver receiver : slow) {
      assertThat(receiver.told().stream().map(Receiver.Call::id).distinct()).hasSize(6);
      assertThat(receiver.mostAtOnce.get()).isEqualTo(1);
    }
  }

  @Test
  void one_that_is_deleted_while_it_is_called_ends_the_call_quietly() throws Exception {
    Receiver receiver = receiver();
    String id = active(receiver);
    book();
    fanOut.run();
    CountDownLatch deleted = new CountDownLatch(1);
    receiver.holds = deleted;
    CompletableFuture<Boolean> lane = CompletableFuture.supplyAsync(lanes::run);
    await().until(() -> receiver.told().size() == 1);
    coop().delete("/webhooks/" + id).then().statusCode(204);
    deleted.countDown();
    assertThat(lane.get()).isTrue();
    assertThat(timetable.number("select count(*) from webhook_delivery")).isZero();
  }

  /** As after a kill: the lease of who died runs out, and what it did not note goes again. */
  @Test
  void what_a_dead_process_had_taken_is_told_by_another() {
    Receiver receiver = receiver();
    String id = active(receiver);
    book();
    fanOut.run();
    timetable.change(
        "update webhook_pace set leased_by = 'dead', leased_until = next_at + interval '60'"
            + " second where endpoint_id = "
            + id);
    go();
    assertThat(receiver.told()).isEmpty();
    clock.advance(Duration.ofSeconds(61));
    go();
    await().until(() -> receiver.told().size() == 1);
    assertThat(log(id))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("state", "delivered"));
  }
}
