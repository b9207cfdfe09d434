package fr.porteouverte.message.letter;

import static java.util.Objects.requireNonNull;

import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.BookingView.CancelledByHouse;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.message.Causes;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.letter.LetterFacts.Alternative;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.slot.FreeSlots;
import fr.porteouverte.slot.SlotView;
import fr.porteouverte.waitlist.OfferReader;
import fr.porteouverte.waitlist.OfferReader.Offered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of a message from the booking as it stands. */
@ApplicationScoped
public class LetterReader {
  private static final int ALTERNATIVES = 3;

  @Inject Sites sites;
  @Inject Procedures procedures;
  @Inject FreeSlots slots;
  @Inject OfferReader offers;
  @Inject AppAddress app;

  /** Empty: what it tells is over. */
  public Optional<LetterFacts> facts(
      MessageKind kind, String cause, ChangeDetail detail, Letter letter) {
    if (kind == MessageKind.waitlistOffer) {
      return offers
          .offered(Causes.offerOf(cause))
          .filter(Offered::live)
          .map(offer -> facts(kind, detail, letter, offer));
    }
    return Optional.of(facts(kind, detail, letter, null));
  }

  /**
   * @param offer null: there is none
   */
  private LetterFacts facts(
      MessageKind kind, ChangeDetail detail, Letter letter, @Nullable Offered offer) {
    BookingView booking = letter.booking();
    Site site = sites.findById(letter.siteId());
    Instant start = booking.start().toInstant();
    var cancelledByHouse = booking.cancelledByHouse();
    List<Alternative> alternatives =
        cancelledByHouse != null
            ? proposals(letter, cancelledByHouse)
            : kind == MessageKind.cancelled && !detail.byVisitor()
                ? alternatives(site, letter, start)
                : List.of();
    return new LetterFacts(
        kind,
        booking.visitor().language(),
        letter.zone(),
        FirstName.greeted(requireNonNull(booking.visitor().firstName())),
        booking.reference(),
        offer == null ? start : offer.start().toInstant(),
        (offer == null ? booking.end() : offer.end()).toInstant(),
        detail.previousStart() == null ? null : Instant.parse(detail.previousStart()),
        offer == null ? null : offer.expiresAt().toInstant(),
        offer == null ? null : start,
        site.name(),
        site.address(),
        site.phone(),
        site.email(),
        booking.procedure().title().in(language(booking)),
        booking.partner() == null ? null : booking.partner().name(),
        booking.documents(),
        booking.note(),
        link(booking.reference(), letter.secret()),
        cancelledByHouse == null ? null : cancelledByHouse.cause(),
        cancelledByHouse == null ? null : cancelledByHouse.reason(),
        alternatives,
        bookAgain(letter.siteId(), letter.procedureId()),
        null);
  }

  private List<Alternative> proposals(Letter letter, CancelledByHouse cancelled) {
    String reference = letter.booking().reference();
    return cancelled.proposals().stream()
        .limit(ALTERNATIVES)
        .sorted(Comparator.comparing(SlotView::start))
        .map(
            slot ->
                new Alternative(
                    slot.start().toInstant(), taking(reference, slot.id(), letter.secret())))
        .toList();
  }

  private List<Alternative> alternatives(Site site, Letter letter, Instant start) {
    Procedure procedure = procedures.findById(letter.procedureId());
    return slots.nearestForAll(site, procedure, start, ALTERNATIVES).stream()
        .map(slot -> slot.start().toInstant())
        .sorted()
        .map(other -> new Alternative(other, null))
        .toList();
  }

  /** The secret is in the fragment: no server and no referrer ever sees it. */
  public String link(String reference, String secret) {
    return app.of("/rendez-vous/" + reference + "#" + secret);
  }

  /** To the page that proposes this slot first; only its button takes it. */
  public String taking(String reference, String slotId, String secret) {
    return app.of("/rendez-vous/" + reference + "?creneau=" + slotId + "#" + secret);
  }

  public String bookAgain(long siteId, long procedureId) {
    return app.of("/creneau?site=" + siteId + "&demarche=" + procedureId);
  }

  private static Locale language(BookingView booking) {
    return Locale.forLanguageTag(booking.visitor().language());
  }
}
