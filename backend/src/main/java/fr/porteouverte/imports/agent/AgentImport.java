package fr.porteouverte.imports.agent;

import fr.porteouverte.catalogue.Differences;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A table of agents that was brought in. */
@Entity
@Table(name = "agent_import")
class AgentImport {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private Instant at;

  @Column(nullable = false)
  private String actor;

  private int created;
  private int changed;
  private int unchanged;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undone_by")
  private @Nullable String undoneBy;

  protected AgentImport() {}

  AgentImport(Instant at, String actor, Differences.Counts counts) {
    this.at = at;
    this.actor = actor;
    this.created = counts.created();
    this.changed = counts.changed();
    this.unchanged = counts.unchanged();
  }

  void undo(Instant when, String who) {
    this.undoneAt = when;
    this.undoneBy = who;
  }

  long id() {
    return id;
  }

  Instant at() {
    return at;
  }

  String actor() {
    return actor;
  }

  Differences.Counts counts() {
    return new Differences.Counts(created, changed, 0, 0, unchanged);
  }

  @Nullable Instant undoneAt() {
    return undoneAt;
  }

  @Nullable String undoneBy() {
    return undoneBy;
  }
}
