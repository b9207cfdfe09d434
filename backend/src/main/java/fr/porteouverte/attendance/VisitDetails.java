package fr.porteouverte.attendance;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Document;
import fr.porteouverte.procedure.Procedure;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a version says of a visit, beside whether the person came. It knows no name. */
@Embeddable
class VisitDetails {
  @ManyToMany
  @JoinTable(
      name = "attendance_procedure",
      joinColumns = @JoinColumn(name = "attendance_id"),
      inverseJoinColumns = @JoinColumn(name = "procedure_id"))
  @OrderColumn(name = "position", nullable = false)
  @BatchSize(size = 100)
  private List<Procedure> procedures = new ArrayList<>();

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id", updatable = false)
  private @Nullable Partner partner;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private VisitChannel channel;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(updatable = false)
  private @Nullable Result result;

  @Column(name = "papers_missing", nullable = false, updatable = false)
  private boolean papersMissing;

  @ManyToMany
  @JoinTable(
      name = "attendance_document",
      joinColumns = @JoinColumn(name = "attendance_id"),
      inverseJoinColumns = @JoinColumn(name = "document_id"))
  @BatchSize(size = 100)
  private List<Document> documents = new ArrayList<>();

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "follow_up_id", updatable = false)
  private @Nullable Booking followUp;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "passed_on_partner_id", updatable = false)
  private @Nullable Partner passedOnPartner;

  @Column(name = "passed_on_to", updatable = false)
  private @Nullable String passedOnTo;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "age_band", updatable = false)
  private @Nullable AgeBand ageBand;

  @Column(updatable = false)
  private @Nullable String insee;

  @Column(name = "aidants_connect", nullable = false, updatable = false)
  private boolean aidantsConnect;

  @Column(name = "administration_plus", nullable = false, updatable = false)
  private boolean administrationPlus;

  @Column(updatable = false)
  private @Nullable String note;

  protected VisitDetails() {}

  VisitDetails(SaidOfVisit said) {
    Mark mark = said.mark();
    this.procedures.addAll(said.procedures());
    this.partner = said.partner();
    this.channel = said.channel();
    this.result = mark.result();
    this.papersMissing = mark.withoutPapers();
    this.documents.addAll(said.documents());
    this.followUp = said.followUp();
    this.passedOnPartner = said.passedOnPartner();
    this.passedOnTo = mark.saidOrganisation();
    this.ageBand = mark.ageBand();
    this.insee = mark.insee();
    this.aidantsConnect = Boolean.TRUE.equals(mark.aidantsConnect());
    this.administrationPlus = Boolean.TRUE.equals(mark.administrationPlus());
    this.note = mark.saidNote();
  }

  /** What it was about, the main one first. */
  List<Procedure> procedures() {
    return procedures;
  }

  /** Whose matter it was; null: nobody said. */
  @Nullable Partner partner() {
    return partner;
  }

  VisitChannel channel() {
    return channel;
  }

  /** Null: nobody said. */
  @Nullable Result result() {
    return result;
  }

  boolean papersMissing() {
    return papersMissing;
  }

  /** Those that were missing, as far as anybody said. */
  List<Document> documents() {
    return documents;
  }

  /** Null: none was made on the spot. */
  @Nullable Booking followUp() {
    return followUp;
  }

  /** Null: not passed on, or to an organisation in words. */
  @Nullable Partner passedOnPartner() {
    return passedOnPartner;
  }

  @Nullable String passedOnTo() {
    return passedOnTo;
  }

  @Nullable AgeBand ageBand() {
    return ageBand;
  }

  /** Of the commune of residence; null: nobody said. */
  @Nullable String insee() {
    return insee;
  }

  boolean aidantsConnect() {
    return aidantsConnect;
  }

  boolean administrationPlus() {
    return administrationPlus;
  }

  @Nullable String note() {
    return note;
  }
}
