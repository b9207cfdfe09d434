package fr.porteouverte.message.letter;

import fr.porteouverte.booking.Correspondence.Elsewhere;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.Address;
import fr.porteouverte.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a message about a booking can say.
 *
 * @param visitor first name; empty where it is none to be repeated
 * @param start of the appointment, or of the slot that is offered
 * @param previousStart where it was before; null: it did not move
 * @param keptUntil of an offer; else null
 * @param currentStart of the appointment while another slot is offered; else null
 * @param note what the house says of the papers in its own words; null: nothing
 * @param link opens the booking, with its secret in the fragment
 * @param cause who or what took the appointment away; null: nobody, or it is not known
 * @param reason why the house took the appointment away; null: none is said
 * @param alternatives free slots near it
 * @param bookAgain where to book another one
 * @param elsewhere another appointment of the person at the same time; null: none
 * @param replyTo address of the house; null: nobody reads answers
 */
public record LetterFacts(
    MessageKind kind,
    String language,
    ZoneId zone,
    String visitor,
    String reference,
    Instant start,
    Instant end,
    @Nullable Instant previousStart,
    @Nullable Instant keptUntil,
    @Nullable Instant currentStart,
    String site,
    Address address,
    @Nullable String phone,
    @Nullable String replyTo,
    String procedure,
    @Nullable Text partner,
    List<DocumentView> documents,
    @Nullable String note,
    String link,
    @Nullable CancellationCause cause,
    @Nullable String reason,
    List<Alternative> alternatives,
    String bookAgain,
    @Nullable Elsewhere elsewhere) {

  /** What only the person may read. */
  public LetterFacts with(@Nullable Elsewhere other) {
    return new LetterFacts(
        kind,
        language,
        zone,
        visitor,
        reference,
        start,
        end,
        previousStart,
        keptUntil,
        currentStart,
        site,
        address,
        phone,
        replyTo,
        procedure,
        partner,
        documents,
        note,
        link,
        cause,
        reason,
        alternatives,
        bookAgain,
        other);
  }

  /**
   * A free slot to take instead.
   *
   * @param link takes the person to a page where one tap takes it; null: it is only told
   */
  public record Alternative(Instant start, @Nullable String link) {}

  String addressLine() {
    String street =
        address.complement() == null
            ? address.street()
            : address.street() + ", " + address.complement();
    return street + ", " + address.postcode() + " " + address.commune();
  }
}
