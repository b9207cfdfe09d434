package fr.porteouverte.message;

import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.message.letter.ChangeDetail;
import fr.porteouverte.message.letter.LetterFacts;
import fr.porteouverte.message.letter.LetterReader;
import fr.porteouverte.message.letter.LetterWriter;
import fr.porteouverte.message.template.HouseTemplates;
import fr.porteouverte.message.template.MessageTemplate;
import fr.porteouverte.outbox.Composer;
import fr.porteouverte.outbox.Content;
import fr.porteouverte.outbox.Content.Also;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Composes what is told about bookings. */
@ApplicationScoped
class BookingComposer implements Composer {
  private static final Set<String> KINDS =
      Arrays.stream(MessageKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  @Inject Correspondence correspondence;
  @Inject LetterReader reader;
  @Inject LetterWriter writer;
  @Inject HouseTemplates words;
  @Inject Companions companions;

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public boolean gathers(OutboxMessage message) {
    return MessageKind.named(message.kind()).filter(Companions::gathers).isPresent();
  }

  @Override
  public List<OutboxMessage> alongside(OutboxMessage message, List<OutboxMessage> waiting) {
    return companions.alongside(message, waiting);
  }

  @Override
  public Optional<Content> compose(OutboxMessage message) {
    return compose(message, List.of());
  }

  @Override
  public Optional<Content> compose(OutboxMessage message, List<OutboxMessage> alongside) {
    List<Told> others = alongside.stream().flatMap(other -> told(other).stream()).toList();
    return told(message).flatMap(told -> content(message.channel(), told, others));
  }

  /** A booking, and what there is to say of it. */
  private record Told(Letter letter, LetterFacts facts) {
    Also also() {
      return new Also(letter.secret(), letter.calendar());
    }
  }

  private Optional<Told> told(OutboxMessage message) {
    MessageKind kind = MessageKind.named(message.kind()).orElseThrow();
    return correspondence
        .letter(message.booking())
        .filter(letter -> stillTrue(kind, message, letter))
        .flatMap(
            letter ->
                reader
                    .facts(kind, message.cause(), ChangeDetail.of(message), letter)
                    .map(facts -> new Told(letter, facts)));
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
  private Optional<Content> content(MessageChannel channel, Told first, List<Told> others) {
    LetterFacts facts = first.facts();
    MessageTemplate said = words.of(first.letter().siteId(), facts.kind(), facts.language());
    var visitor = first.letter().booking().visitor();
    List<LetterFacts> more = others.stream().map(Told::facts).toList();
    List<Also> also = others.stream().map(Told::also).toList();
    return channel == MessageChannel.sms
        ? Optional.ofNullable(visitor.phone())
            .map(to -> sms(to, first.letter(), whole(first, to), more, said, also))
        : Optional.ofNullable(visitor.email())
            .map(to -> mail(to, first.letter(), whole(first, to), more, said, also));
  }

  /** By the address to which it goes, and no other: see {@link Correspondence#elsewhere}. */
  private LetterFacts whole(Told told, String to) {
    return switch (told.facts().kind()) {
      case confirmation, moved, houseMoved, reminder, morningReminder ->
          told.facts().with(correspondence.elsewhere(told.letter().bookingId(), to).orElse(null));
      case cancelled, cancelledByHouse, waitlistOffer -> told.facts();
    };
  }

  private Content sms(
      String to,
      Letter letter,
      LetterFacts facts,
      List<LetterFacts> more,
      MessageTemplate said,
      List<Also> also) {
    return new Content.Sms(
        to,
        facts.language(),
        writer.sms(facts, more, said),
        letter.secret(),
        writer.smsAside(facts),
        also);
  }

  private Content mail(
      String to,
      Letter letter,
      LetterFacts facts,
      List<LetterFacts> more,
      MessageTemplate said,
      List<Also> also) {
    LetterWriter.Written mail = writer.mail(facts, more, said);
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
        writer.mailAside(facts),
        also);
  }

  @Override
  public Optional<String> secret(OutboxMessage message) {
    return correspondence.letter(message.booking()).map(Letter::secret);
  }
}
