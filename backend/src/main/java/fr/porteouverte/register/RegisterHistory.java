package fr.porteouverte.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.access.Access;
import fr.porteouverte.access.Colleagues;
import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Chunks;
import fr.porteouverte.database.Sql;
import fr.porteouverte.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who changed what of the registers, and when. */
@ApplicationScoped
public class RegisterHistory implements PanacheRepository<RegisterEntry> {
  private static final int SHOWN = 100;

  @Inject Access access;
  @Inject Colleagues colleagues;
  @Inject Clock clock;
  @Inject ObjectMapper json;

  void note(RegisterKind kind, RegisterRow row, RegisterAct act, RegisterForm form) {
    persist(
        new RegisterEntry(kind, row, act, clock.instant(), access.caller().username(), text(form)));
  }

  /** What nobody noted: how the row was before the first change that is. */
  void noteBefore(RegisterKind kind, RegisterRow row, RegisterForm form) {
    if (count("kind = ?1 and rowId = ?2", kind, row.id()) == 0) {
      note(kind, row, RegisterAct.before, form);
    }
  }

  /** A row as it was, or is, with the version that says so. */
  public record State(long id, int version, RegisterForm form) {}

  /** Many at once; of a row that nobody noted yet also how it was before. */
  void note(
      RegisterKind kind, List<State> before, List<State> after, RegisterAct act, String actor) {
    Set<Long> known =
        Chunks.of(before.stream().map(State::id).toList())
            .flatMap(ids -> noted(kind, ids).stream())
            .collect(Collectors.toSet());
    insert(
        kind,
        before.stream().filter(row -> !known.contains(row.id())).toList(),
        RegisterAct.before,
        actor);
    insert(kind, after, act, actor);
  }

  private List<Long> noted(RegisterKind kind, List<Long> ids) {
    return Sql.of(
            getEntityManager(),
            "select distinct row_id from register_change where kind = :kind and row_id in (:ids)")
        .with("kind", kind)
        .with("ids", ids)
        .list(Long.class);
  }

  private void insert(RegisterKind kind, List<State> rows, RegisterAct act, String actor) {
    Instant now = clock.instant();
    Batch.on(getEntityManager())
        .run(
            "insert into register_change (kind, row_id, row_version, act, at, actor, form)"
                + " values (?, ?, ?, ?, ?, ?, ?)",
            rows,
            row ->
                List.of(
                    kind.name(),
                    row.id(),
                    row.version(),
                    act.name(),
                    now,
                    actor,
                    text(row.form())));
  }

  /** Newest first. */
  List<RegisterChange> of(RegisterKind kind, long row) {
    return find("kind = ?1 and rowId = ?2 order by id desc", kind, row)
        .page(0, SHOWN)
        .list()
        .stream()
        .map(entry -> RegisterChange.of(entry, read(entry.form())))
        .toList();
  }

  /**
   * What happened to a row since somebody read it.
   *
   * @param form the row as it is now
   */
  ProblemException overtaken(RegisterKind kind, RegisterRow row, RegisterForm form, int seen) {
    List<RegisterEntry> entries = list("kind = ?1 and rowId = ?2 order by id", kind, row.id());
    Map<String, Object> before =
        entries.stream()
            .filter(entry -> entry.version() != null && entry.version() <= seen)
            .reduce((one, later) -> later)
            .map(entry -> read(entry.form()))
            .orElse(Map.of());
    List<String> who =
        entries.stream()
            .filter(entry -> entry.version() != null && entry.version() > seen)
            .map(RegisterEntry::actor)
            .distinct()
            .toList();
    return Overtaken.of(named(who), before, read(text(form)));
  }

  private List<String> named(List<String> usernames) {
    Map<String, Colleagues.Person> known = colleagues.named(usernames);
    return usernames.stream()
        .map(
            name -> {
              Colleagues.Person person = known.get(name);
              return person == null ? name : person.firstName() + " " + person.lastName();
            })
        .toList();
  }

  private String text(RegisterForm form) {
    try {
      return json.writeValueAsString(form);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, Object> read(String form) {
    try {
      return json.readValue(form, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
