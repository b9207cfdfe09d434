package fr.porteouverte.message.call;

import static java.util.Objects.requireNonNull;

import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.ContactBy;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.http.Ids;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.call.CallView.Noted;
import fr.porteouverte.message.call.CallView.Why;
import fr.porteouverte.message.letter.ChangeDetail;
import fr.porteouverte.message.template.ProductTemplates;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.PhoneNumbers;
import fr.porteouverte.time.Spell;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/** Writes out what a clerk needs for a call. */
@ApplicationScoped
class CallWriter {
  /**
   * @param told every message about the booking
   * @param last note about it; null: none yet
   */
  CallView view(
      OutboxMessage call, Letter letter, List<OutboxMessage> told, @Nullable CallResult last) {
    BookingView booking = letter.booking();
    BookingView.Visitor visitor = booking.visitor();
    ZoneId zone = letter.zone();
    String previous = ChangeDetail.of(call).previousStart();
    return new CallView(
        Ids.of(call.id()),
        MessageKind.valueOf(call.kind()),
        why(call, told, visitor),
        call.state(),
        at(call.dueAt(), zone),
        booking.reference(),
        booking.status(),
        requireNonNull(visitor.firstName()),
        requireNonNull(visitor.lastName()),
        visitor.phone(),
        visitor.email(),
        visitor.bookedBy(),
        visitor.language(),
        booking.start(),
        booking.end(),
        previous == null ? null : at(Instant.parse(previous), zone),
        booking.procedure(),
        booking.documents(),
        booking.note(),
        call.attempts(),
        last == null
            ? null
            : new Noted(last.result(), at(last.at(), zone), last.agent(), last.note()),
        tell(call, letter),
        booking.cancelledByHouse() == null ? null : booking.cancelledByHouse().proposals());
  }

  /** The kind's own failure tells most; only calls that replace a message have one. */
  private static Why why(
      OutboxMessage call, List<OutboxMessage> told, BookingView.Visitor visitor) {
    List<MessageState> before =
        told.stream()
            .filter(other -> other.channel() != MessageChannel.call)
            .filter(other -> other.kind().equals(call.kind()) && other.cause().equals(call.cause()))
            .map(OutboxMessage::state)
            .toList();
    if (before.contains(MessageState.bounced)) {
      return Why.bounced;
    }
    if (before.contains(MessageState.refused) || before.contains(MessageState.expired)) {
      return Why.refused;
    }
    if (visitor.phone() == null && visitor.email() == null) {
      return Why.noContact;
    }
    if (visitor.contactBy() == ContactBy.none) {
      return Why.silent;
    }
    boolean mobile = visitor.phone() != null && PhoneNumbers.mobile(visitor.phone());
    if (visitor.contactBy() == ContactBy.call) {
      // A landline alone means a call, whether or not somebody chose it.
      return mobile || visitor.email() != null ? Why.asked : Why.landline;
    }
    if (visitor.email() != null) {
      // Their address was tried before, with something else.
      return told.stream().anyMatch(other -> other.state() == MessageState.bounced)
          ? Why.bounced
          : Why.refused;
    }
    return mobile ? Why.noChannel : Why.landline;
  }

  private static String tell(OutboxMessage call, Letter letter) {
    BookingView booking = letter.booking();
    String language = booking.visitor().language();
    Locale locale = Locale.forLanguageTag(language);
    Instant start = booking.start().toInstant();
    String list =
        booking.documents().stream()
            .filter(DocumentView::required)
            .map(document -> document.label().in(locale))
            .collect(Collectors.joining(", "));
    String asked =
        list.isEmpty() ? "" : fill(ProductTemplates.call("papers", language), Map.of("list", list));
    String papers = booking.note() == null ? asked : (asked + " " + booking.note()).strip();
    return fill(
            ProductTemplates.call(call.kind(), language),
            Map.of(
                "site", booking.site().name(),
                "date", day(start, letter.zone(), language),
                "time", Spell.time(start, letter.zone(), language),
                "procedure", booking.procedure().title().in(locale),
                "papers", papers,
                "address", line(booking.site().address()),
                "reason", reason(booking, !"en".equals(language))))
        .replaceAll(" {2,}", " ");
  }

  private static String line(Address address) {
    String street =
        address.complement() == null
            ? address.street()
            : address.street() + ", " + address.complement();
    return street + ", " + address.postcode() + " " + address.commune();
  }

  /** As sentences; empty where none was said. */
  private static String reason(BookingView booking, boolean french) {
    var cancelled = booking.cancelledByHouse();
    if (cancelled == null) {
      return "";
    }
    var partner = booking.partner();
    String why =
        CancellationCause.why(
            cancelled.cause(), partner == null ? null : partner.name(), cancelled.reason(), french);
    return why == null ? "" : why;
  }

  private static String day(Instant start, ZoneId zone, String language) {
    String day = Spell.dayWithoutYear(start, zone, language);
    return "en".equals(language) ? day : "le " + day;
  }

  private static String fill(String sentence, Map<String, String> values) {
    return new StringSubstitutor(values, "{", "}", '\0')
        .setDisableSubstitutionInValues(true)
        .replace(sentence);
  }

  private static OffsetDateTime at(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
