package fr.porteouverte.booking.visitor;

import fr.porteouverte.booking.ContactBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The visitor as the booking knows them, checked and in one form.
 *
 * @param email lower case, or null
 * @param phone E.164, or null
 * @param language {@code fr} or {@code en}
 * @param bookedBy the relative or helper who books; null when it is the visitor
 */
@Embeddable
public record Contact(
    @Column(name = "first_name", nullable = false) String firstName,
    @Column(name = "last_name", nullable = false) String lastName,
    @Nullable String email,
    @Nullable String phone,
    @Column(nullable = false) String language,
    @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "contact_by", nullable = false)
        ContactBy contactBy,
    @Column(name = "booked_by") @Nullable String bookedBy) {

  /** In the place of a name that was erased; nobody can type it. */
  public static final String ERASED = "—";

  public boolean erased() {
    return lastName.equals(ERASED);
  }

  public Contact reachedBy(ContactBy way) {
    return new Contact(firstName, lastName, email, phone, language, way, bookedBy);
  }

  Contact speaking(String other) {
    return new Contact(firstName, lastName, email, phone, other, contactBy, bookedBy);
  }

  /** The addresses under which bookings are counted, in a fixed order: they are locked in it. */
  public List<String> addresses() {
    return Stream.of(email, phone).filter(address -> address != null).sorted().toList();
  }
}
