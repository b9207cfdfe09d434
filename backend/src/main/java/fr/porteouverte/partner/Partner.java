package fr.porteouverte.partner;

import fr.porteouverte.register.RegisterRow;
import fr.porteouverte.text.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An organisation that serves people in a house: CAF, France Travail, an association. */
@Entity
public class Partner implements RegisterRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String code;

  @Column(name = "name_fr", nullable = false)
  private String nameFr;

  @Column(name = "name_en", nullable = false)
  private String nameEn;

  private @Nullable String url;

  @Column(name = "booking_url")
  private @Nullable String bookingUrl;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Version private int version;

  protected Partner() {}

  public Partner(String code, Text name, @Nullable String url) {
    this.code = code;
    describe(name, url);
  }

  public void describe(Text newName, @Nullable String newUrl) {
    this.nameFr = newName.fr();
    this.nameEn = newName.en();
    this.url = newUrl;
  }

  /** It takes appointments on a site of its own: a link, never slots of ours. */
  public void bookAt(@Nullable String address) {
    this.bookingUrl = address;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String code() {
    return code;
  }

  public Text name() {
    return new Text(nameFr, nameEn);
  }

  public @Nullable String url() {
    return url;
  }

  /**
   * @return null: it takes none elsewhere
   */
  public @Nullable String bookingUrl() {
    return bookingUrl;
  }

  @Override
  public boolean archived() {
    return archivedAt != null;
  }

  @Override
  public void archive(@Nullable Instant at) {
    this.archivedAt = at;
  }

  @Override
  public int version() {
    return version;
  }
}
