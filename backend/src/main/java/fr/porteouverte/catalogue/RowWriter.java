package fr.porteouverte.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterAct;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.register.RegisterRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a file into their register, within the caller's transaction. */
@ApplicationScoped
class RowWriter {
  @Inject CatalogueRows bases;
  @Inject FormTrees json;

  /**
   * @param catalogue whether it is the catalogue that says so: then what was adapted stays. A table
   *     is people's own, and says what they want.
   * @param at what stands before the names of the wrong fields of the row with this index
   */
  <R extends RegisterRow, F extends RegisterForm> List<Written> write(
      Register<R, F> register,
      List<? extends RegisterForm> forms,
      boolean catalogue,
      IntFunction<String> at,
      FieldReader fields) {
    Map<String, R> there = new HashMap<>();
    register.all().forEach(row -> there.put(row.code(), row));
    register.toPut(
        forms.stream().map(register.shape()::cast).<R>mapMulti(differing(register, there)));
    Predicate<F> namingArchived = register.namingArchived();
    Map<String, ObjectNode> said = catalogue ? bases.of(register.kind()) : Map.of();
    Set<String> seen = new HashSet<>();
    List<Written> done = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      F form = register.shape().cast(forms.get(i));
      Line<F> line =
          new Line<>(form, catalogue, said.get(form.code()), at.apply(i), fields, namingArchived);
      R row = there.get(form.code());
      if (!seen.add(form.code())) {
        fields.wrong(line.at() + "code", "Ce code y est déjà.", "This code is there already.");
      } else {
        (row == null ? add(register, line) : put(register, row, line)).ifPresent(done::add);
      }
    }
    said.keySet().stream()
        .filter(code -> !seen.contains(code) && there.containsKey(code))
        .forEach(code -> done.add(gone(register.kind(), code)));
    return done;
  }

  /** The rows of which a file says something else. */
  private static <R extends RegisterRow, F extends RegisterForm>
      BiConsumer<F, Consumer<R>> differing(Register<R, F> register, Map<String, R> there) {
    return (form, rows) -> {
      R row = there.get(form.code());
      if (row != null && !register.form(row).equals(register.tidy(form))) {
        rows.accept(row);
      }
    };
  }

  /** One row of a file. */
  private record Line<F>(
      F form,
      boolean catalogue,
      @Nullable ObjectNode base,
      String at,
      FieldReader fields,
      Predicate<F> namingArchived) {}

  private <R extends RegisterRow, F extends RegisterForm> Optional<Written> add(
      Register<R, F> register, Line<F> line) {
    ObjectNode now = json.tree(register.tidy(line.form()));
    if (line.namingArchived().test(line.form())) {
      return Optional.of(
          new Written(
              said(register, line.form(), RowOutcome.leftOut, null), null, now, null, null));
    }
    if (!right(register, line.form(), line)) {
      return Optional.empty();
    }
    if (register.byCode(line.form().code()).isPresent()) {
      line.fields().wrong(line.at() + "code", "Ce code est déjà pris.", "This code is taken.");
      return Optional.empty();
    }
    register.add(line.form(), RegisterAct.imported);
    return Optional.of(
        new Written(
            said(register, line.form(), RowOutcome.created, null),
            null,
            now,
            line.base(),
            line.catalogue() ? now : null));
  }

  private <R extends RegisterRow, F extends RegisterForm> Optional<Written> put(
      Register<R, F> register, R row, Line<F> line) {
    F stored = register.form(row);
    ObjectNode here = json.tree(stored);
    F tidy = register.tidy(line.form());
    ObjectNode file = json.tree(tidy);
    Merge merge = Merge.of(line.catalogue() ? line.base() : here, here, file);
    F merged = json.form(merge.row(), register.shape());
    if (row.archived() || line.namingArchived().test(merged)) {
      return Optional.of(
          new Written(said(register, merged, RowOutcome.leftOut, merge), here, here, null, null));
    }
    // What stays as it is was right when it was entered, or came from the national list: nobody who
    // changes another row has to mend it.
    // Where nothing is kept, what is wrong is named by its place in the file.
    F checked = merged.equals(tidy) ? line.form() : merged;
    if (!merged.equals(stored) && !right(register, checked, line)) {
      return Optional.empty();
    }
    boolean wrote = register.put(row, merged, RegisterAct.imported);
    RowOutcome otherwise = merge.differences().isEmpty() ? RowOutcome.unchanged : RowOutcome.kept;
    return Optional.of(
        new Written(
            said(register, merged, wrote ? RowOutcome.changed : otherwise, merge),
            here,
            merge.row(),
            line.base(),
            line.catalogue() ? file : null));
  }

  private static <F extends RegisterForm> boolean right(
      Register<?, F> register, F form, Line<F> line) {
    FieldReader own = new FieldReader();
    register.check(own, line.at(), form);
    own.errors().forEach(line.fields()::wrong);
    return own.errors().isEmpty();
  }

  private static RowDifference said(
      Register<?, ?> register, RegisterForm form, RowOutcome outcome, @Nullable Merge merge) {
    return new RowDifference(
        register.kind(), form.code(), outcome, merge == null ? List.of() : merge.differences());
  }

  private Written gone(RegisterKind kind, String code) {
    return new Written(
        new RowDifference(kind, code, RowOutcome.gone, List.of()), null, json.none(), null, null);
  }
}
