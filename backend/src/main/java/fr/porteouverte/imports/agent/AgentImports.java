package fr.porteouverte.imports.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.account.AgentDraft;
import fr.porteouverte.account.AgentTable;
import fr.porteouverte.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All tables of agents that were brought in, and whom each wrote. */
@ApplicationScoped
class AgentImports implements PanacheRepository<AgentImport> {
  private static final int SHOWN = 100;

  @Inject ObjectMapper json;

  /** As it is kept. */
  record Line(@Nullable String beforeForm, String afterForm) {}

  /**
   * @param actor null: anybody's
   */
  List<AgentImport> newest(@Nullable String actor) {
    return (actor == null ? find("order by id desc") : find("actor = ?1 order by id desc", actor))
        .page(0, SHOWN)
        .list();
  }

  /** Whoever takes it back, too, waits until this transaction ends. */
  Optional<AgentImport> locked(long id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  void keep(AgentImport made, List<AgentTable.Put> written) {
    persistAndFlush(made);
    for (AgentTable.Put row : written) {
      AgentDraft before = row.before();
      Sql.of(
              getEntityManager(),
              "insert into agent_import_row (import_id, username, before_form, after_form)"
                  + " values (:made, :username, cast(:before as varchar), :after)")
          .with("made", made.id())
          .with("username", row.after().username())
          .with("before", before == null ? null : text(before))
          .with("after", text(row.after()))
          .run();
    }
  }

  /** The last written first: an address that one gave up another may have got. */
  List<AgentTable.Put> lastFirst(AgentImport made) {
    return Sql.of(
            getEntityManager(),
            "select before_form, after_form from agent_import_row"
                + " where import_id = :made order by id desc")
        .with("made", made.id())
        .list(Line.class)
        .stream()
        .map(line -> new AgentTable.Put(draft(line.beforeForm()), read(line.afterForm())))
        .toList();
  }

  private @Nullable AgentDraft draft(@Nullable String form) {
    return form == null ? null : read(form);
  }

  private AgentDraft read(String form) {
    try {
      return json.readValue(form, AgentDraft.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String text(AgentDraft form) {
    try {
      return json.writeValueAsString(form);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
