package fr.porteouverte.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.http.Client;
import fr.porteouverte.queue.Happening;
import fr.porteouverte.queue.QueueFeed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.queues.Queues;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A house's changes as server-sent events (WHATWG HTML, 9.2): first what the reader lacks, then
 * what happens, with the number of the change as id, and a comment as a sign of life.
 */
@ApplicationScoped
class Stream {
  @Inject Hub hub;
  @Inject Client caller;
  @Inject QueueFeed queue;
  @Inject LiveSettings settings;
  @Inject ObjectMapper json;

  /** The whole picture, and the number of the change up to which it goes at least. */
  record Snapshot(long seq, Object body) {}

  /**
   * Reads; not for an I/O thread.
   *
   * @param lastEventId what the reader has already; null or odd: nothing
   * @param change what is told of one change
   */
  Multi<OutboundSseEvent> of(
      long siteId,
      @Nullable String lastEventId,
      Sse sse,
      Supplier<Snapshot> snapshot,
      Function<Happening, Object> change) {
    UnicastProcessor<Happening> live =
        UnicastProcessor.create(Queues.<Happening>get(settings.behindAtMost()).get(), null);
    // Before anything is read: what happens meanwhile is told later, or known by its number.
    Hub.Subscription subscription = hub.follow(siteId, caller.address(), live::onNext);
    try {
      AtomicLong told = new AtomicLong();
      List<OutboundSseEvent> first =
          missed(siteId, lastEventId)
              .map(
                  some -> {
                    told.set(some.isEmpty() ? seq(lastEventId) : some.get(some.size() - 1).seq());
                    return some.stream().map(one -> event(sse, one, change)).toList();
                  })
              .orElseGet(
                  () -> {
                    Snapshot whole = snapshot.get();
                    told.set(whole.seq());
                    return List.of(event(sse, "snapshot", whole.seq(), whole.body()));
                  });
      Multi<OutboundSseEvent> changes =
          live.filter(one -> one.seq() > told.get()).map(one -> event(sse, one, change));
      Multi<OutboundSseEvent> signsOfLife =
          Multi.createFrom()
              .ticks()
              .every(settings.heartbeat())
              .onOverflow()
              .drop()
              .map(tick -> sse.newEventBuilder().comment("").build());
      return Multi.createBy()
          .merging()
          .streams(
              Multi.createBy().concatenating().streams(Multi.createFrom().iterable(first), changes),
              signsOfLife)
          .onTermination()
          .invoke(subscription::close);
    } catch (RuntimeException unread) {
      subscription.close();
      throw unread;
    }
  }

  /**
   * Empty: too much was missed, or the number is none of this house's: the whole picture is due.
   */
  private Optional<List<Happening>> missed(long siteId, @Nullable String lastEventId) {
    long last = seq(lastEventId);
    if (last < 0 || last > queue.seq(siteId)) {
      return Optional.empty();
    }
    List<Happening> some = queue.after(siteId, last, settings.replayAtMost() + 1);
    return some.size() > settings.replayAtMost() ? Optional.empty() : Optional.of(some);
  }

  private static long seq(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
        ? Long.parseLong(lastEventId)
        : -1;
  }

  private OutboundSseEvent event(Sse sse, Happening one, Function<Happening, Object> change) {
    return event(sse, "change", one.seq(), change.apply(one));
  }

  private OutboundSseEvent event(Sse sse, String name, long seq, Object body) {
    try {
      return sse.newEventBuilder()
          .name(name)
          .id(Long.toString(seq))
          .data(String.class, json.writeValueAsString(body))
          .build();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
