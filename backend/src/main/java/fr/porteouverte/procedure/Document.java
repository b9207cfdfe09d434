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

/** A paper to bring. */
@Entity
public class Document implements RegisterRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String code;

  @Column(name = "label_fr", nullable = false)
  private String labelFr;

  @Column(name = "label_en", nullable = false)
  private String labelEn;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Version private int version;

  protected Document() {}

  public Document(String code, Text label) {
    this.code = code;
    describe(label);
  }

  public void describe(Text label) {
    this.labelFr = label.fr();
    this.labelEn = label.en();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String code() {
    return code;
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

  public Text label() {
    return new Text(labelFr, labelEn);
  }
}
