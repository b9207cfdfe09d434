package fr.porteouverte.message;

import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Elsewhere;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.message.letter.ChangeDetail;
import fr.porteouverte.message.letter.LetterFacts;
import fr.porteouverte.message.letter.LetterReader;
import fr.porteouverte.message.letter.LetterWriter;
import fr.porteouverte.message.template.HouseTemplates;
import fr.porteouverte.message.template.MessageTemplate;
import fr.porteouverte.outbox.Composer;
import fr.porteouverte.outbox.Content;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Composes what is told about bookings. */
@ApplicationScoped
class BookingComposer implements Composer {
  private static final Set<String> KINDS =
      Arrays.stream(MessageKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  @Inject Correspondence correspondence;
  @Inject LetterReader reader;
  @Inject LetterWriter writer;
  @Inject HouseTemplates words;

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public Optional<Content> compose(OutboxMessage message) {
    MessageKind kind = MessageKind.named(message.kind()).orElseThrow();
    return correspondence
        .letter(message.booking())
        .filter(letter -> stillTrue(kind, message, letter))
        .flatMap(
            letter ->
                reader
                    .facts(kind, message.cause(), ChangeDetail.of(message), letter)
                    .flatMap(facts -> content(message.channel(), kind, letter, facts)));
  }

  /** A message about a booking that changed since must not go, even if it was overlooked. */
  static boolean stillTrue(MessageKind kind, OutboxMessage message, Letter letter) {
    if (kind == MessageKind.waitlistOffer) {
      // Whether the offer still lives is read with its facts.
      return letter.booking().status() == BookingState.booked;
    }
    boolean same =
        message.cause().equals(Causes.change(letter.bookingId(), letter.booking().sequence()));
    return same
        && switch (kind) {
          case cancelled -> letter.booking().status() == BookingState.cancelled;
          case cancelledByHouse -> letter.booking().cancelledByHouse() != null;
          case reminder, morningReminder -> letter.booking().status() == BookingState.booked;
          default -> letter.booking().status() != BookingState.cancelled;
        };
  }

  /** Empty when the address was erased meanwhile. */
  private Optional<Content> content(
      MessageChannel channel, MessageKind kind, Letter letter, LetterFacts facts) {
    MessageTemplate said = words.of(letter.siteId(), kind, facts.language());
    var visitor = letter.booking().visitor();
    return channel == MessageChannel.sms
        ? Optional.ofNullable(visitor.phone())
            .map(to -> sms(to, letter, facts.with(elsewhere(kind, letter, to)), said))
        : Optional.ofNullable(visitor.email())
            .map(to -> mail(to, letter, facts.with(elsewhere(kind, letter, to)), said));
  }

  /** By the address to which it goes, and no other: see {@link Correspondence#elsewhere}. */
  private @Nullable Elsewhere elsewhere(MessageKind kind, Letter letter, String to) {
    return switch (kind) {
      case confirmation, moved, reminder, morningReminder ->
          correspondence.elsewhere(letter.bookingId(), to).orElse(null);
      case cancelled, cancelledByHouse, waitlistOffer -> null;
    };
  }

  private Content sms(String to, Letter letter, LetterFacts facts, MessageTemplate said) {
    return new Content.Sms(
        to, facts.language(), writer.sms(facts, said), letter.secret(), writer.smsAside(facts));
  }

  private Content mail(String to, Letter letter, LetterFacts facts, MessageTemplate said) {
    LetterWriter.Written mail = writer.mail(facts, said);
    return new Content.Mail(
        to,
        facts.language(),
        mail.subject(),
        mail.text(),
        mail.html(),
        // What is only offered is not yet in anybody's calendar.
        facts.kind() == MessageKind.waitlistOffer ? null : letter.calendar(),
        facts.replyTo(),
        letter.secret(),
        writer.mailAside(facts));
  }

  @Override
  public Optional<String> secret(OutboxMessage message) {
    return correspondence.letter(message.booking()).map(Letter::secret);
  }
}
