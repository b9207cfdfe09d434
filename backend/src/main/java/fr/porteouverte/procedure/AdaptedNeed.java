package fr.porteouverte.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a house wants of one paper, whatever the register says of it. */
@Embeddable
class AdaptedNeed {
  /** How much it is needed here. */
  enum Need {
    required,
    ifApplies,
    /** The register asks for it, the house does not. */
    removed
  }

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "document_id", nullable = false)
  private Document document;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private Need need;

  protected AdaptedNeed() {}

  AdaptedNeed(Document document, Need need) {
    this.document = document;
    this.need = need;
  }

  Document document() {
    return document;
  }

  Need need() {
    return need;
  }

  boolean removed() {
    return need == Need.removed;
  }
}
