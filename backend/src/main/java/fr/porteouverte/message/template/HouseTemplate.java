package fr.porteouverte.message.template;

import fr.porteouverte.message.MessageKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a house says instead of the product's words. */
@Entity
@Table(name = "message_template")
public class HouseTemplate {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "site_id")
  private long siteId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private MessageKind kind;

  private String language;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false)
  private String opening;

  @Column(nullable = false)
  private String closing;

  @Column(nullable = false)
  private String sms;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "updated_by")
  private String updatedBy;

  @Version private int version;

  protected HouseTemplate() {}

  HouseTemplate(long siteId, MessageKind kind, String language) {
    this.siteId = siteId;
    this.kind = kind;
    this.language = language;
  }

  void say(MessageTemplate words, String agent, Instant now) {
    this.subject = words.subject().strip();
    this.opening = words.opening().strip();
    this.closing = words.closing().strip();
    this.sms = words.sms().strip();
    this.updatedBy = agent;
    this.updatedAt = now;
  }

  MessageTemplate words() {
    return new MessageTemplate(subject, opening, closing, sms);
  }

  int version() {
    return version;
  }
}
