package fr.porteouverte.procedure;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.register.RegisterRow;
import fr.porteouverte.text.Text;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a person comes for. */
@Entity
public class Procedure implements RegisterRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String code;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "partner_id", nullable = false)
  private Partner partner;

  @Column(name = "title_fr", nullable = false)
  private String titleFr;

  @Column(name = "title_en", nullable = false)
  private String titleEn;

  @Column(name = "duration_minutes", nullable = false)
  private int durationMinutes;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private Channel channel;

  @ElementCollection
  @CollectionTable(name = "procedure_document", joinColumns = @JoinColumn(name = "procedure_id"))
  @OrderColumn(name = "position", nullable = false)
  @BatchSize(size = 100)
  private List<DocumentNeed> documents = new ArrayList<>();

  @Column(nullable = false)
  private boolean workshop;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "theme_id")
  private @Nullable Theme theme;

  @ElementCollection
  @CollectionTable(name = "procedure_synonym", joinColumns = @JoinColumn(name = "procedure_id"))
  @Column(name = "words", nullable = false)
  @OrderColumn(name = "position", nullable = false)
  @BatchSize(size = 100)
  private List<String> synonyms = new ArrayList<>();

  @Column(nullable = false)
  private boolean referred;

  @Column(name = "source_url")
  private @Nullable String sourceUrl;

  @Column(name = "checked_on")
  private @Nullable LocalDate checkedOn;

  /** By house. */
  @OneToMany(mappedBy = "procedure")
  @MapKey(name = "siteId")
  @BatchSize(size = 100)
  private Map<Long, ProcedureAdaptation> adaptations = new HashMap<>();

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Version private int version;

  protected Procedure() {}

  public Procedure(String code, Partner partner) {
    this.code = code;
    this.partner = partner;
  }

  /**
   * @param duration time with the visitor, 5 minutes to 8 hours
   * @param needs the papers, in the order in which they are shown
   */
  public void describe(Text title, Duration duration, Channel where, List<DocumentNeed> needs) {
    this.titleFr = title.fr();
    this.titleEn = title.en();
    this.durationMinutes = Math.toIntExact(duration.toMinutes());
    this.channel = where;
    this.documents.clear();
    this.documents.addAll(needs);
  }

  void belongTo(Partner newPartner) {
    this.partner = newPartner;
  }

  /**
   * How it is found.
   *
   * @param newTheme null: under none
   * @param onwards the house sends people on to the partner instead of doing it
   */
  void sort(@Nullable Theme newTheme, boolean onwards) {
    this.theme = newTheme;
    this.referred = onwards;
  }

  /**
   * @param words what people say when they mean it, in any language: {@code "chômage"}, {@code
   *     "CMU"}
   */
  public void alsoCalled(List<String> words) {
    this.synonyms.clear();
    this.synonyms.addAll(words);
  }

  /**
   * @param url the official page of the papers; null: none is known
   * @param day when somebody last compared them with it; null: never
   */
  void readOn(@Nullable String url, @Nullable LocalDate day) {
    this.sourceUrl = url;
    this.checkedOn = day;
  }

  /** It was made for workshops: who looks for something of every day does not meet it. */
  public void markAsWorkshop() {
    this.workshop = true;
  }

  /** With all that is read only when it is asked for: who remembers it has no session then. */
  public Procedure whole() {
    Hibernate.initialize(partner);
    Hibernate.initialize(theme);
    Hibernate.initialize(documents);
    Hibernate.initialize(synonyms);
    adaptations.values().forEach(ProcedureAdaptation::whole);
    return this;
  }

  @Override
  public long id() {
    return id;
  }

  /** In the words of a refusal that names it. */
  Text said() {
    return new Text("la démarche « " + titleFr + " »", "the procedure \"" + titleEn + "\"");
  }

  @Nullable Theme theme() {
    return theme;
  }

  /** What people say when they mean it, in any language. */
  public List<String> synonyms() {
    return List.copyOf(synonyms);
  }

  boolean referred() {
    return referred;
  }

  @Nullable String sourceUrl() {
    return sourceUrl;
  }

  @Nullable LocalDate checkedOn() {
    return checkedOn;
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

  @Override
  public String code() {
    return code;
  }

  public Partner partner() {
    return partner;
  }

  public Text title() {
    return new Text(titleFr, titleEn);
  }

  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }

  public Channel channel() {
    return channel;
  }

  public boolean workshop() {
    return workshop;
  }

  /** Whether it is for people who do not know yet what they come for: {@link Reception}. */
  public boolean reception() {
    return code.equals(Reception.CODE);
  }

  /** Whether people come for it, every day: not to a workshop, nor without knowing what for. */
  public boolean chosen() {
    return !workshop && !reception() && !archived();
  }

  public List<DocumentNeed> documents() {
    return List.copyOf(documents);
  }

  /** As a house does it. */
  public ProcedureHere at(long siteId) {
    ProcedureAdaptation own = adaptations.get(siteId);
    return new ProcedureHere(this, own != null && own.adapts() ? own : null);
  }
}
