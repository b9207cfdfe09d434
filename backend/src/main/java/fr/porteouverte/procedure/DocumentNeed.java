package fr.porteouverte.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** That a procedure asks for a paper: always ({@code required}), or only if it applies. */
@Embeddable
public class DocumentNeed {
  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "document_id", nullable = false)
  private Document document;

  @Column(nullable = false)
  private boolean required;

  protected DocumentNeed() {}

  public DocumentNeed(Document document, boolean required) {
    this.document = document;
    this.required = required;
  }

  public Document document() {
    return document;
  }

  public boolean required() {
    return required;
  }
}
