package fr.porteouverte.site;

import fr.porteouverte.time.Territory;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.ZoneId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A house of public services. Its zones follow from its department (see {@link Territory}). */
@Entity
public class Site extends KeptSite {
  /** Before the id of one that has neither number nor code. */
  static final String UNLISTED = "maison-";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "official_id")
  private @Nullable String officialId;

  @Column(nullable = false)
  private String name;

  @Embedded private Address address;

  @Column(nullable = false)
  private String department;

  @Column(nullable = false)
  private double latitude;

  @Column(nullable = false)
  private double longitude;

  @Column(nullable = false)
  private String zone;

  @Column(name = "holiday_zone", nullable = false)
  private String holidayZone;

  private @Nullable String phone;
  private @Nullable String email;
  private @Nullable String comment;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private SiteKind kind = SiteKind.fixed;

  @Column(name = "takes_appointments", nullable = false)
  private boolean takesAppointments;

  @Column(name = "contact_required", nullable = false)
  private boolean contactRequired;

  protected Site() {}

  /**
   * @param officialId its number in the national list; null for a house that is not in it
   */
  public Site(@Nullable String officialId) {
    this.officialId = officialId;
  }

  /**
   * @param newDepartment INSEE code of the department, which decides the zones
   */
  public void locate(Address newAddress, String newDepartment, double lat, double lon) {
    this.address = newAddress;
    this.department = newDepartment;
    this.latitude = lat;
    this.longitude = lon;
    Territory territory = Territory.ofDepartment(newDepartment);
    this.zone = territory.zone().getId();
    this.holidayZone = territory.holidayZone();
  }

  public void describe(
      String newName, SiteKind newKind, boolean appointments, @Nullable String newComment) {
    this.name = newName;
    this.kind = newKind;
    this.takesAppointments = appointments;
    this.comment = newComment;
  }

  /** Whatever the national list says: people can book here. */
  public void takeAppointments() {
    this.takesAppointments = true;
  }

  /**
   * @param newPhone E.164, the digits of a short number, or null
   */
  public void reachAt(@Nullable String newPhone, @Nullable String newEmail) {
    this.phone = newPhone;
    this.email = newEmail;
  }

  public void requireContact(boolean required) {
    this.contactRequired = required;
  }

  /** With all that is read only when it is asked for: who remembers it has no session then. */
  Site whole() {
    readAll();
    return this;
  }

  @Override
  public long id() {
    return id;
  }

  public @Nullable String officialId() {
    return officialId;
  }

  public String name() {
    return name;
  }

  public Address address() {
    return address;
  }

  public String department() {
    return department;
  }

  public double latitude() {
    return latitude;
  }

  public double longitude() {
    return longitude;
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public String holidayZone() {
    return holidayZone;
  }

  public @Nullable String phone() {
    return phone;
  }

  public @Nullable String email() {
    return email;
  }

  public @Nullable String comment() {
    return comment;
  }

  public SiteKind kind() {
    return kind;
  }

  public boolean takesAppointments() {
    return takesAppointments;
  }

  public boolean contactRequired() {
    return contactRequired;
  }

  /** Its number in the national list; of others their own. */
  @Override
  public String code() {
    String listed = officialId == null ? ownCode() : officialId;
    return listed == null ? UNLISTED + id : listed;
  }
}
