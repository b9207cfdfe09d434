package fr.porteouverte.message.call;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.booking.StaffChanges;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.message.Causes;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.call.CallResult.Result;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom the house calls by telephone, and what came of it. */
@ApplicationScoped
class CallSheet {
  /** Who was moved or cancelled may be on the way for nothing: before those who are reminded. */
  private static final Comparator<CallView> ORDER =
      Comparator.comparing((CallView call) -> call.kind().reminds())
          .thenComparing(CallView::start)
          .thenComparing(call -> Long.valueOf(call.id()));

  /** The reason of a call that a clerk closed because nobody can be called. */
  private static final String GIVEN_UP = "nobody-to-call";

  private static final String FALLEN = MessageKind.cancelledByHouse.name();

  @Inject Outbox outbox;
  @Inject CallResults results;
  @Inject CallWriter writer;
  @Inject Correspondence correspondence;
  @Inject StaffChanges changes;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * Joins the caller's transaction.
   *
   * @param date local, of the house: calls that are due by then, and those settled on it
   */
  List<CallView> of(Site site, LocalDate date) {
    Instant from = date.atStartOfDay(site.zone()).toInstant();
    Instant to = date.plusDays(1).atStartOfDay(site.zone()).toInstant();
    List<OutboxMessage> calls =
        outbox.list(
            "siteId = ?1 and channel = ?2 and ((state = ?3 and dueAt < ?4 and giveUpAt > ?5)"
                + " or ((state in ?6 or (state = ?8 and reason = ?9)) and settledAt >= ?7 and"
                + " settledAt < ?4))",
            site.id(),
            MessageChannel.call,
            MessageState.waiting,
            to,
            clock.instant(),
            List.of(MessageState.reached, MessageState.moved, MessageState.cancelled),
            from,
            MessageState.expired,
            GIVEN_UP);
    Set<Long> people = calls.stream().map(OutboxMessage::bookingId).collect(Collectors.toSet());
    Map<Long, Letter> letters = correspondence.letters(people);
    Map<Long, List<OutboxMessage>> told = outbox.about(people);
    Map<Long, CallResult> last = results.last(calls.stream().map(OutboxMessage::id).toList());
    return calls.stream()
        .map(
            call ->
                writer.view(
                    call,
                    Objects.requireNonNull(letters.get(call.booking())),
                    told.getOrDefault(call.booking(), List.of()),
                    last.get(call.id())))
        .sorted(ORDER)
        .toList();
  }

  /** Notes what came of a call; a move or a cancellation is done in the same transaction. */
  CallView note(long callId, CallResultRequest noted) {
    return noted.result() == Result.moved
        ? changes.offeringAlternatives(
            transactions.call(() -> own(callId).booking()),
            noted.newSlot(),
            () -> transactions.call(() -> noted(callId, noted)))
        : transactions.call(() -> noted(callId, noted));
  }

  private CallView noted(long callId, CallResultRequest noted) {
    Instant now = clock.instant();
    OutboxMessage call = own(callId);
    requireOpen(call);
    String agent = access.caller().username();
    // Slots are locked before anything else: the booking first, then its call.
    if (noted.result() == Result.moved) {
      changes.move(
          call.booking(),
          Causes.seen(call.cause()),
          noted.newSlot(),
          Change.atCounter(agent, true));
    } else if (noted.result() == Result.cancelled && !call.kind().equals(FALLEN)) {
      // What the house took away is cancelled already: the person only wants no other time.
      changes.cancel(call.booking(), Causes.seen(call.cause()), Change.atCounter(agent, true));
    }
    call = outbox.locked(callId).orElseThrow(NotFound::new);
    settle(call, noted.result(), now);
    CallResult result = new CallResult(callId, noted.result(), now, agent, noted.cleanNote());
    results.persist(result);
    return writer.view(call, letter(call), outbox.about(call.booking()), result);
  }

  private static void settle(OutboxMessage call, Result result, Instant now) {
    switch (result) {
      case noAnswer -> {
        requireOpen(call);
        if (call.state() != MessageState.waiting) {
          call.reopen(now);
        }
        call.tried();
      }
      case reached, toldOtherwise -> {
        requireOpen(call);
        if (call.state() != MessageState.reached) {
          call.settle(MessageState.reached, null, now);
        }
      }
      case unreachable -> {
        requireOpen(call);
        if (call.state() == MessageState.reached) {
          call.reopen(now);
        }
        if (call.state() == MessageState.waiting) {
          call.settle(MessageState.expired, GIVEN_UP, now);
        }
      }
      case moved -> call.settle(MessageState.moved, null, now);
      case cancelled -> call.settle(MessageState.cancelled, null, now);
    }
  }

  private static void requireOpen(OutboxMessage call) {
    boolean givenUp = call.state() == MessageState.expired && GIVEN_UP.equals(call.reason());
    if (call.state() != MessageState.waiting && call.state() != MessageState.reached && !givenUp) {
      throw new ProblemException(
          ProblemType.CALL_SETTLED,
          "Le rendez-vous a changé depuis : rechargez la feuille d’appels.",
          "The booking has changed since: load the call sheet again.");
    }
  }

  private OutboxMessage own(long callId) {
    OutboxMessage call =
        outbox
            .findByIdOptional(callId)
            .filter(message -> message.channel() == MessageChannel.call)
            .filter(message -> message.bookingId() != null)
            .orElseThrow(NotFound::new);
    Long site = call.siteId();
    if (site == null) {
      throw new NotFound();
    }
    access.requireOwn(site);
    return call;
  }

  private Letter letter(OutboxMessage call) {
    return correspondence.letter(call.booking()).orElseThrow(NotFound::new);
  }
}
