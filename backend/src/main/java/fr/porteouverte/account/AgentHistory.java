package fr.porteouverte.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.access.Access;
import fr.porteouverte.database.Sql;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what of an agent, and when. In the caller's transaction. */
@ApplicationScoped
class AgentHistory {
  @Inject EntityManager database;
  @Inject Access access;
  @Inject Clock clock;
  @Inject ObjectMapper json;

  /** What happened to an agent. */
  enum What {
    created,
    changed,
    disabled,
    deletedInKeycloak,
    broughtBack,
    invited,
    passwordTaken,
    takenBack
  }

  /**
   * @param beforeChange null: nothing was, or nothing that changed
   * @param beforeForm the same as a form, in JSON; null: nothing was
   */
  record Entry(
      Instant at,
      String byAgent,
      String what,
      @Nullable String beforeChange,
      @Nullable String afterChange,
      @Nullable String beforeForm) {}

  void note(String agent, String by, What what) {
    note(agent, by, what, null, null, null);
  }

  /**
   * @param by a username; {@code system}: nobody
   */
  void note(
      String agent,
      String by,
      What what,
      @Nullable String before,
      @Nullable String after,
      @Nullable AgentDraft form) {
    Sql.of(
            database,
            "insert into agent_change (agent_id, at, by_agent, what, before_change, after_change,"
                + " before_form) select id, :now, :by, :what, cast(:before as varchar),"
                + " cast(:after as varchar), cast(:form as varchar)"
                + " from agent where username = :agent")
        .with("now", clock.instant())
        .with("by", by)
        .with("what", what)
        .with("before", before)
        .with("after", after)
        .with("form", form == null ? null : text(form))
        .with("agent", agent)
        .run();
  }

  private String text(AgentDraft form) {
    try {
      return json.writeValueAsString(form);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What somebody was before a change; null: nothing was, or it was not kept then. */
  @Nullable AgentDraft before(Entry entry) {
    try {
      return entry.beforeForm() == null
          ? null
          : json.readValue(entry.beforeForm(), AgentDraft.class);
    } catch (JsonProcessingException fromAnotherVersion) {
      return null;
    }
  }

  /** Who acts now: an agent, or nobody (the demo, an import, the first administrator). */
  String actor() {
    return Arc.container().requestContext().isActive() && !access.isAnonymous()
        ? access.caller().username()
        : "system";
  }

  /** The last thing that happened to them was that the table that invited them was taken back. */
  boolean isTakenBack(long agentId) {
    return Sql.of(
            database, "select what from agent_change where agent_id = :agent order by id desc")
        .with("agent", agentId)
        .limit(1)
        .first(String.class)
        .filter(What.takenBack.name()::equals)
        .isPresent();
  }

  /** The newest first. */
  List<Entry> of(long agentId) {
    return Sql.of(
            database,
            "select at, by_agent, what, before_change, after_change, before_form from agent_change"
                + " where agent_id = :agent order by id desc")
        .with("agent", agentId)
        .limit(200)
        .list(Entry.class);
  }
}
