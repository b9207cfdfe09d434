package fr.porteouverte.procedure;

import fr.porteouverte.text.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A paper to bring. */
@Entity
public class Document {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String code;

  @Column(name = "label_fr", nullable = false)
  private String labelFr;

  @Column(name = "label_en", nullable = false)
  private String labelEn;

  protected Document() {}

  public Document(String code, Text label) {
    this.code = code;
    describe(label);
  }

  public void describe(Text label) {
    this.labelFr = label.fr();
    this.labelEn = label.en();
  }

  long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public Text label() {
    return new Text(labelFr, labelEn);
  }
}
