package fr.porteouverte.booking.seating;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Trailing;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.partner.Partner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Locale;
import org.hibernate.exception.ConstraintViolationException;

/** Writes the rows of new bookings. */
@ApplicationScoped
public class NewBookings {
  /** Of the table's numbers, as PostgreSQL calls it. */
  public static final String SEQUENCE = "booking_id_seq";

  private static final String UNIQUE_VIOLATION = "23505";

  @Inject EntityManager database;
  @Inject Bookings bookings;
  @Inject Trailing waiting;

  /** Nobody has numbered it: Hibernate writes it at once. */
  public Booking write(Booking booking) {
    try {
      bookings.persistAndFlush(booking);
      return booking;
    } catch (ConstraintViolationException clash) {
      if (clash.getConstraintName() != null
          && clash.getConstraintName().toLowerCase(Locale.ROOT).contains("booking_reference")) {
        throw new TryAgain("this reference exists already");
      }
      throw clash;
    }
  }

  /**
   * Its number was drawn: the row goes with what follows it, until {@link #send}. Hibernate does
   * not know this one.
   */
  public Booking write(Booking booking, Visit visit, long id) {
    booking.numbered(id);
    Contact visitor = booking.visitor();
    Partner partner = booking.partner();
    Sql.of(
            database,
            "insert into booking (id, reference, secret_version, state, site_id, partner_id,"
                + " procedure_id, permanence_id, slot_id, start_at, end_at, first_name, last_name,"
                + " email, phone, language, contact_by, booked_by, sequence, created_at,"
                + " updated_at, version, taken_from, proved) values (:id, :reference, :secret,"
                + " :state, :site, :partner, :procedure, :permanence, :slot, :start, :end,"
                + " :firstName, :lastName, :email, :phone, :language, :contactBy, :bookedBy,"
                + " :sequence, :createdAt, :updatedAt, 0, :takenFrom, :proved)")
        .with("id", id)
        .with("reference", booking.reference())
        .with("secret", booking.secretVersion())
        .with("state", booking.state())
        .with("site", booking.site().id())
        .with("partner", partner == null ? null : partner.id())
        .with("procedure", booking.procedure().id())
        .with("permanence", visit.permanence().id())
        .with("slot", booking.slotId())
        .with("start", booking.start())
        .with("end", booking.end())
        .with("firstName", visitor.firstName())
        .with("lastName", visitor.lastName())
        .with("email", visitor.email())
        .with("phone", visitor.phone())
        .with("language", visitor.language())
        .with("contactBy", visitor.contactBy())
        .with("bookedBy", visitor.bookedBy())
        .with("sequence", booking.sequence())
        .with("createdAt", booking.madeAt())
        .with("updatedAt", booking.madeAt())
        .with("takenFrom", booking.takenFrom())
        .with("proved", booking.proved())
        .later();
    return booking;
  }

  /**
   * Sends a numbered one, with all that was written about it. Two bookings may have drawn one
   * reference; whatever else clashed says so on the second try, which goes the long way.
   */
  public void send() {
    try {
      waiting.send();
    } catch (IllegalStateException failure) {
      if (failure.getCause() instanceof SQLException refused
          && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
        throw new TryAgain("this reference exists already");
      }
      throw failure;
    }
  }
}
