package fr.porteouverte.message.call;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All notes of calls. */
@ApplicationScoped
class CallResults implements PanacheRepository<CallResult> {

  void eraseNotes(Instant before) {
    update("note = null where note is not null and at < ?1", before);
  }

  /** The last one of each call that has any. */
  Map<Long, CallResult> last(Collection<Long> calls) {
    if (calls.isEmpty()) {
      return Map.of();
    }
    List<CallResult> last =
        list(
            "id in (select max(r.id) from CallResult r where r.outboxId in ?1 group by r.outboxId)",
            calls);
    return last.stream().collect(Collectors.toMap(CallResult::outboxId, Function.identity()));
  }
}
