package fr.porteouverte.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A calendar at a secret address, until that is revoked. Only a digest of the secret is kept. */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private FeedKind kind;

  @Column(name = "permanence_id")
  private @Nullable Long permanenceId;

  @Column(name = "site_id")
  private @Nullable Long siteId;

  private @Nullable String agent;

  @Column(nullable = false)
  private String digest;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  protected CalendarFeed() {}

  private CalendarFeed(FeedKind kind, String createdBy, Instant now) {
    this.kind = kind;
    this.createdBy = createdBy;
    this.createdAt = now;
  }

  static CalendarFeed ofPermanence(long permanence, String createdBy, Instant now) {
    CalendarFeed feed = new CalendarFeed(FeedKind.permanence, createdBy, now);
    feed.permanenceId = permanence;
    return feed;
  }

  static CalendarFeed ofSite(long site, String createdBy, Instant now) {
    CalendarFeed feed = new CalendarFeed(FeedKind.site, createdBy, now);
    feed.siteId = site;
    return feed;
  }

  static CalendarFeed ofAgent(String username, Instant now) {
    CalendarFeed feed = new CalendarFeed(FeedKind.agent, username, now);
    feed.agent = username;
    return feed;
  }

  /**
   * @param ofSecret SHA-256 in hexadecimal digits
   */
  void openWith(String ofSecret) {
    this.digest = ofSecret;
  }

  void revoke(Instant now) {
    this.revokedAt = revokedAt == null ? now : revokedAt;
  }

  long id() {
    return id;
  }

  FeedKind kind() {
    return kind;
  }

  /** Of a feed of a permanence. */
  long permanenceId() {
    return Objects.requireNonNull(permanenceId);
  }

  /** Of a feed of a house. */
  long siteId() {
    return Objects.requireNonNull(siteId);
  }

  /** The username of whom it follows, of a feed of somebody's work. */
  String agent() {
    return Objects.requireNonNull(agent);
  }

  /** Username of who asked for it. */
  String createdBy() {
    return createdBy;
  }

  Instant createdAt() {
    return createdAt;
  }
}
