package fr.porteouverte.queue.counter;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.queue.order.Serves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a manager enters for a counter, and says at once everything that is wrong. */
@ApplicationScoped
class CounterReader {
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject Counters counters;

  /** Writes the form into the counter, which is not saved yet when {@code id} is null. */
  void read(CounterForm form, Counter counter, @Nullable Long id) {
    FieldReader fields = new FieldReader();
    String name = form.name().strip();
    boolean clash =
        counters.at(counter.siteId()).stream()
            .filter(other -> id == null || other.id() != id)
            .anyMatch(other -> other.name().equalsIgnoreCase(name));
    if (clash) {
      fields.wrong(
          "name",
          "Un autre guichet s’appelle déjà ainsi.",
          "Another counter has this name already.");
    }
    List<Long> served = form.serves() == Serves.procedures ? served(fields, form) : List.of();
    Long permanence =
        form.serves() == Serves.permanence ? permanence(fields, form, counter.siteId()) : null;
    fields.check();
    counter.describe(name, form.serves(), served, permanence);
  }

  private List<Long> served(FieldReader fields, CounterForm form) {
    List<String> ids = form.procedureIds() == null ? List.of() : form.procedureIds();
    if (ids.isEmpty()) {
      fields.required("procedureIds", null);
    }
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Procedure procedure = procedures.read(fields, "procedureIds[" + i + "]", ids.get(i));
      if (procedure != null) {
        found.add(procedure.id());
      }
    }
    return found;
  }

  private @Nullable Long permanence(FieldReader fields, CounterForm form, long siteId) {
    Long id = FieldReader.id(form.permanenceId());
    if (id == null || !permanences.idsAt(siteId).contains(id)) {
      fields.wrong(
          "permanenceId",
          "Cette permanence n’est pas dans cette maison.",
          "This permanence is not at this house.");
    }
    return id;
  }
}
