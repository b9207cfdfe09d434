package fr.porteouverte.procedure;

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

/** What procedures are sorted under: health, housing, justice. */
@Entity
public class Theme implements RegisterRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, updatable = false)
  private String code;

  @Column(name = "name_fr", nullable = false)
  private String nameFr;

  @Column(name = "name_en", nullable = false)
  private String nameEn;

  @Column(nullable = false)
  private int position;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Version private int version;

  protected Theme() {}

  public Theme(String code) {
    this.code = code;
  }

  /**
   * @param newPosition where it stands among the others, the least first
   */
  void describe(Text name, int newPosition) {
    this.nameFr = name.fr();
    this.nameEn = name.en();
    this.position = newPosition;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String code() {
    return code;
  }

  Text name() {
    return new Text(nameFr, nameEn);
  }

  int position() {
    return position;
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
