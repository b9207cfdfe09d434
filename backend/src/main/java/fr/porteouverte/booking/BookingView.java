package fr.porteouverte.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.SiteSummary;
import fr.porteouverte.slot.SlotView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A booking as its owner sees it. Times carry the site's offset. */
@Schema(name = "Booking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingView(
    @Schema(required = true, examples = "K7QF2MXD", description = "Shown as K7QF-2MXD")
        String reference,
    @Schema(description = "Opens the booking; answered only to who makes it")
        @Nullable String secret,
    @Schema(
            description =
                "Opens, with the reference, what the paper says; to its visitor and staff of its"
                    + " house, to no other system")
        @Nullable String slipCode,
    @Schema(required = true) BookingState status,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(required = true) String slotId,
    @Schema(required = true) SiteSummary site,
    @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(required = true, description = "Papers to bring") List<DocumentView> documents,
    @Schema(description = "What the house says of them in its own words; absent: nothing")
        @Nullable String note,
    @Schema(required = true) Visitor visitor,
    @Schema(required = true, description = "Last moment to move or cancel, for who asks")
        OffsetDateTime changeableUntil,
    @Schema(required = true) boolean changeable,
    @Schema(description = "The house took it away; it may be taken up again by `reschedule`")
        @Nullable CancelledByHouse cancelledByHouse,
    @Schema(required = true, description = "Raised by every change (RFC 5545 SEQUENCE)")
        int sequence,
    @Schema(required = true, description = "Continues an earlier visit of the same person")
        boolean followUp)
    implements Made, Versioned {
  @Override
  public int version() {
    return sequence;
  }

  @Override
  public String location() {
    return "/bookings/" + reference;
  }

  /** An appointment that the house took away. */
  @Schema(name = "CancelledByHouse")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CancelledByHouse(
      @Schema(description = "Absent: it is not known") @Nullable CancellationCause cause,
      @Schema(description = "Why, as the house or its partner says it") @Nullable String reason,
      @Schema(required = true, description = "The nearest free slots of the same procedure there")
          List<SlotView> proposals) {}

  /** The visitor as stored. */
  @Schema(name = "Visitor")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Visitor(
      @Schema(description = "Absent, as the last name and all addresses: another system asks")
          @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String email,
      @Schema(description = "E.164") @Nullable String phone,
      @Schema(required = true) String language,
      @Schema(required = true) ContactBy contactBy,
      @Schema(description = "The relative or helper who booked") @Nullable String bookedBy) {

    public static Visitor of(Contact contact) {
      return new Visitor(
          contact.firstName(),
          contact.lastName(),
          contact.email(),
          contact.phone(),
          contact.language(),
          contact.contactBy(),
          contact.bookedBy());
    }

    /** For another system, which has no use for a name or an address. */
    public Visitor toSystem() {
      return new Visitor(null, null, null, null, language, contactBy, null);
    }

    /** For a partner's agent, who needs no address to see the person, nor who helped them. */
    public static Visitor toPartner(Contact contact, Discretion discretion) {
      return new Visitor(
          contact.firstName(),
          discretion.lastName(contact.lastName()),
          null,
          null,
          contact.language(),
          contact.contactBy(),
          null);
    }
  }

  /**
   * @param secret null: it is not told
   */
  static BookingView of(Booking booking, @Nullable String secret, Instant now) {
    return of(booking, secret, null, false, now);
  }

  /**
   * @param slipCode null: it is not told
   * @param toStaff they may change it for longer
   */
  public static BookingView of(
      Booking booking,
      @Nullable String secret,
      @Nullable String slipCode,
      boolean toStaff,
      Instant now) {
    return of(booking, secret, slipCode, Visitor.of(booking.visitor()), toStaff, now);
  }

  /** For an agent of its partner, who sees of the person what its day needs. */
  public static BookingView toPartner(Booking booking, Instant now) {
    Discretion discretion = Discretion.of(false, booking.day(), booking.dayOf(now));
    return of(booking, null, null, Visitor.toPartner(booking.visitor(), discretion), true, now);
  }

  private static BookingView of(
      Booking booking,
      @Nullable String secret,
      @Nullable String slipCode,
      Visitor visitor,
      boolean toStaff,
      Instant now) {
    var zone = booking.site().zone();
    return new BookingView(
        booking.reference(),
        secret,
        slipCode,
        booking.state(),
        booking.start().atZone(zone).toOffsetDateTime(),
        booking.end().atZone(zone).toOffsetDateTime(),
        Ids.of(booking.slotId()),
        SiteSummary.of(booking.site()),
        PartnerRef.ofHost(booking.partner()),
        ProcedureRef.of(booking.procedure()),
        booking.procedureHere().papers(),
        booking.procedureHere().note(),
        visitor,
        booking.changeableUntil(toStaff).atZone(zone).toOffsetDateTime(),
        booking.changeableAt(toStaff, now),
        null,
        booking.sequence(),
        booking.followUpOf() != null);
  }

  /** Nothing of the person, and no code with which the paper opens. */
  public BookingView toSystem() {
    return new BookingView(
        reference,
        secret,
        null,
        status,
        start,
        end,
        slotId,
        site,
        partner,
        procedure,
        documents,
        note,
        visitor.toSystem(),
        changeableUntil,
        changeable,
        cancelledByHouse,
        sequence,
        followUp);
  }

  /** With what somebody can do whose appointment the house cancelled. */
  public BookingView with(CancelledByHouse cancelled) {
    return new BookingView(
        reference,
        secret,
        slipCode,
        status,
        start,
        end,
        slotId,
        site,
        partner,
        procedure,
        documents,
        note,
        visitor,
        changeableUntil,
        changeable,
        cancelled,
        sequence,
        followUp);
  }
}
