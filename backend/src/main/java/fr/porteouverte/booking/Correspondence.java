package fr.porteouverte.booking;

import fr.porteouverte.booking.seating.Proposals;
import fr.porteouverte.booking.visitor.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message about a booking may say. Only for messages to the visitor: it opens the booking.
 */
@ApplicationScoped
public class Correspondence {
  @Inject Bookings bookings;
  @Inject BookingSecret secret;
  @Inject Proposals proposals;
  @Inject BookingCalendar calendars;
  @Inject Clock clock;

  /**
   * A booking as it stands.
   *
   * @param secret opens it; derived each time, never to be stored or logged
   * @param calendar its iCalendar object: PUBLISH, or CANCEL once it is cancelled
   */
  public record Letter(
      long bookingId,
      long siteId,
      long procedureId,
      ZoneId zone,
      BookingView booking,
      String secret,
      String calendar) {}

  /**
   * Whom to tell of a booking, and how they wish to be told.
   *
   * @param changedAt when it last changed
   * @param emailSince since when it is this address; null: since it was booked
   * @param phoneSince the same of the number
   */
  public record Addressee(
      long bookingId,
      long siteId,
      ZoneId zone,
      BookingState state,
      int sequence,
      Instant start,
      Instant changedAt,
      ContactBy contactBy,
      @Nullable String email,
      @Nullable String phone,
      @Nullable Instant emailSince,
      @Nullable Instant phoneSince) {
    static Addressee of(Booking booking) {
      Contact visitor = booking.visitor();
      return new Addressee(
          booking.id(),
          booking.site().id(),
          booking.site().zone(),
          booking.state(),
          booking.sequence(),
          booking.start(),
          booking.updatedAt(),
          visitor.contactBy(),
          visitor.email(),
          visitor.phone(),
          booking.emailSince(),
          booking.phoneSince());
    }
  }

  /**
   * Another appointment of the same person while this one lasts.
   *
   * @param site its house
   */
  public record Elsewhere(Instant start, ZoneId zone, String site) {}

  /**
   * Only for a message to this very address: whoever typed somebody else's must not learn of it,
   * nor does any house. See decision 027.
   */
  @Transactional
  public Optional<Elsewhere> elsewhere(long bookingId, String address) {
    return bookings
        .findByIdOptional(bookingId)
        .flatMap(booking -> bookings.atTheSameTime(booking, address).stream().findFirst())
        .map(other -> new Elsewhere(other.start(), other.site().zone(), other.site().name()));
  }

  /**
   * Bookings of the same address in the same house on the same day of the house.
   *
   * @param address an e-mail address or a number of the person
   */
  @Transactional
  public List<Long> sameDay(Addressee person, String address) {
    LocalDate day = person.start().atZone(person.zone()).toLocalDate();
    return bookings.ofAddress(
        person.siteId(),
        address,
        day.atStartOfDay(person.zone()).toInstant(),
        day.plusDays(1).atStartOfDay(person.zone()).toInstant());
  }

  /** Joins the caller's transaction, or makes one. */
  @Transactional
  public Optional<Addressee> addressee(long bookingId) {
    return bookings.findByIdOptional(bookingId).map(Addressee::of);
  }

  /** Bookings of a house that stand, by start. */
  @Transactional
  public List<Addressee> upcoming(long siteId, Instant from, Instant before) {
    return bookings.upcoming(siteId, from, before).stream().map(Addressee::of).toList();
  }

  @Transactional
  public Optional<Letter> letter(long bookingId) {
    return bookings.findByIdOptional(bookingId).map(this::letter);
  }

  /** Several at once, by booking. */
  @Transactional
  public Map<Long, Letter> letters(Collection<Long> bookingIds) {
    return bookings.whole(bookingIds).stream()
        .map(this::letter)
        .collect(Collectors.toMap(Letter::bookingId, Function.identity()));
  }

  private Letter letter(Booking booking) {
    return new Letter(
        booking.id(),
        booking.site().id(),
        booking.procedure().id(),
        booking.site().zone(),
        proposals.on(BookingView.of(booking, null, clock.instant()), booking),
        secret.of(booking),
        calendars.of(booking));
  }
}
