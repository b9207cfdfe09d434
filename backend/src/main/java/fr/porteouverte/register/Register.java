package fr.porteouverte.register;

import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.text.Text;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * A register that people keep. Its rows are archived, not deleted; each change is noted with the
 * whole as it was after it. What changes nothing writes nothing.
 */
public abstract class Register<R extends RegisterRow, F extends RegisterForm> {
  @Inject RegisterHistory history;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  public abstract RegisterKind kind();

  public abstract Class<F> shape();

  protected abstract PanacheRepository<R> rows();

  /** The row as a form. */
  public abstract F form(R row);

  /**
   * Names every wrong field of a form.
   *
   * @param at what stands before each name: {@code procedures[3].}, or nothing
   */
  public abstract void check(FieldReader fields, String at, F form);

  /** A new row that only knows its code. */
  protected abstract R made(F form);

  /** Writes a form that was checked. */
  protected abstract void write(R row, F form);

  /** Whether it names a row that is archived: then nobody enters it. */
  public boolean namesArchived(F form) {
    return false;
  }

  /** The same for the rows of a whole file: whoever can, asks once. */
  public Predicate<F> namingArchived() {
    return this::namesArchived;
  }

  /** Who needs the row, in words. */
  public abstract List<Text> uses(R row);

  /**
   * @param view how the answer is made, within the transaction
   */
  public <V> V create(F form, Idempotency.Token token, Function<R, V> view) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          if (before.isPresent()) {
            return view.apply(get(Ids.parse(before.get())));
          }
          FieldReader fields = new FieldReader();
          check(fields, "", form);
          if (byCode(form.code()).isPresent()) {
            fields.wrong("code", "Ce code est déjà pris.", "This code is taken already.");
          }
          fields.check();
          R row = add(form, RegisterAct.created);
          idempotency.made(token, Ids.of(row.id()));
          return view.apply(row);
        });
  }

  /**
   * The form as it is kept: without what was left empty or named twice, in its order. What is wrong
   * is named by its place in what was sent, so it is checked before.
   */
  public F tidy(F form) {
    return form;
  }

  /** A new row of a form that was checked, within the caller's transaction. */
  public R add(F form, RegisterAct act) {
    R row = enter(form);
    history.note(kind(), row, act, tidy(form));
    return row;
  }

  /** The same without anybody who did it: for the demo. */
  public R enter(F form) {
    R row = made(form);
    write(row, tidy(form));
    try {
      rows().persistAndFlush(row);
    } catch (ConstraintViolationException clash) {
      throw new TryAgain("somebody entered the same code");
    }
    return row;
  }

  /**
   * @param ifMatch the ETag that the caller read
   */
  public <V> V change(long id, @Nullable String ifMatch, F form, Function<R, V> view) {
    return transactions.call(
        () -> {
          R row = seen(id, ifMatch);
          FieldReader fields = new FieldReader();
          if (!row.code().equals(form.code())) {
            fields.wrong("code", "Le code ne change pas.", "The code does not change.");
          }
          check(fields, "", form);
          fields.check();
          put(row, form, RegisterAct.changed);
          return view.apply(row);
        });
  }

  /**
   * Writes a form that was checked, within the caller's transaction.
   *
   * @return false: it says what the row says already, and nothing was written
   */
  public boolean put(R row, F sent, RegisterAct act) {
    F form = tidy(sent);
    F before = form(row);
    if (before.equals(form)) {
      return false;
    }
    history.noteBefore(kind(), row, before);
    write(row, form);
    rows().flush();
    history.note(kind(), row, act, form);
    return true;
  }

  /**
   * Archived, a row stays where it was used, and nobody chooses it any more.
   *
   * @throws StillUsed naming who needs it
   */
  public <V> V archive(long id, @Nullable String ifMatch, boolean archived, Function<R, V> view) {
    return transactions.call(
        () -> {
          R row = seen(id, ifMatch);
          if (row.archived() != archived) {
            turn(row, archived);
          }
          return view.apply(row);
        });
  }

  private void turn(R row, boolean archived) {
    if (archived) {
      requireUnused(row);
    } else {
      // What it names may have been archived after it.
      FieldReader fields = new FieldReader();
      check(fields, "", form(row));
      fields.check();
    }
    row.archive(archived ? clock.instant() : null);
    rows().flush();
    RegisterAct act = archived ? RegisterAct.archived : RegisterAct.broughtBack;
    history.note(kind(), row, act, form(row));
  }

  /** A change of what is no field of the form, once it was written. */
  protected void note(R row, RegisterAct act) {
    history.note(kind(), row, act, form(row));
  }

  /** A row as it is, to be noted later. */
  public RegisterHistory.State state(R row) {
    return new RegisterHistory.State(row.id(), row.version(), form(row));
  }

  /**
   * Changes by a road of its own, many at once: they were written, within the caller's transaction.
   *
   * @param before those of them that were there, as they were
   * @param actor a username: perhaps nobody asks any more
   */
  public void note(
      List<R> rows, List<RegisterHistory.State> before, RegisterAct act, String actor) {
    history.note(kind(), before, rows.stream().map(this::state).toList(), act, actor);
  }

  /** For what an import made by mistake: gone, if nobody needs it. */
  public void remove(R row) {
    requireUnused(row);
    try {
      rows().delete(row);
      rows().flush();
    } catch (ConstraintViolationException needed) {
      throw new StillUsed(row.code(), List.of(new Text("d’autres données", "other data")));
    }
  }

  private void requireUnused(R row) {
    List<Text> uses = uses(row);
    if (!uses.isEmpty()) {
      throw new StillUsed(row.code(), uses);
    }
  }

  public R get(long id) {
    return rows().findByIdOptional(id).orElseThrow(NotFound::new);
  }

  public Optional<R> byCode(@Nullable String code) {
    return code == null ? Optional.empty() : rows().find("code", code).firstResultOptional();
  }

  public List<R> all() {
    return rows().listAll();
  }

  public List<RegisterChange> changes(long id) {
    return history.of(kind(), get(id).id());
  }

  /**
   * Rows that are about to be {@link #put} within one transaction: whoever needs more than their
   * versions locks them here, in one order.
   */
  public void toPut(Stream<R> rows) {}

  /** A row that is about to change: whoever needs more than its version locks it here. */
  protected R toChange(long id) {
    return get(id);
  }

  /**
   * The row, if the caller knows how it is.
   *
   * @throws Overtaken 412, with who changed what since
   */
  protected R seen(long id, @Nullable String ifMatch) {
    R row = toChange(id);
    String known = Etag.needed(ifMatch);
    if (!Etag.names(known, row.version())) {
      throw history.overtaken(kind(), row, form(row), Etag.version(known));
    }
    return row;
  }
}
