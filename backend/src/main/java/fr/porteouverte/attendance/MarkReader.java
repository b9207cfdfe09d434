package fr.porteouverte.attendance;

import fr.porteouverte.access.Access;
import fr.porteouverte.attendance.CountedVisitsResource.CountRequest;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Bookings;
import fr.porteouverte.commune.Communes;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.procedure.Documents;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.site.Sites;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a mark names, and says at once everything that is wrong with it. What it leaves out
 * is as the number or the appointment says. Also what is archived may be named: the visit took
 * place. In the caller's transaction.
 */
@ApplicationScoped
class MarkReader {
  @Inject Procedures procedures;
  @Inject Partners partners;
  @Inject Documents documents;
  @Inject Communes communes;
  @Inject Bookings bookings;
  @Inject Sites sites;
  @Inject Access access;

  /**
   * Before any lock.
   *
   * @param bookingId of the visit, which is not its own next appointment; null: none
   */
  void check(Mark mark, long siteId, @Nullable Long bookingId) {
    FieldReader fields = new FieldReader();
    mark.check(fields);
    each(fields, "procedureIds", mark.procedureIds(), procedures);
    each(fields, "documentIds", mark.documentIds(), documents);
    one(fields, "partnerId", mark.partnerId());
    one(fields, "passedOnPartnerId", mark.passedOnPartnerId());
    String insee = mark.insee();
    if (insee != null && communes.findByIdOptional(insee).isEmpty()) {
      fields.wrong("insee", "Cette commune n’existe pas.", "There is no such commune.");
    }
    Booking next = mark.followUp() == null ? null : followUp(mark.followUp(), siteId);
    if (mark.followUp() != null && (next == null || Long.valueOf(next.id()).equals(bookingId))) {
      fields.wrong(
          "followUp",
          "Cette maison n’a pas d’autre rendez-vous à cette référence.",
          "This house has no other appointment with this reference.");
    }
    fields.check();
  }

  /** The same of a visit that is only counted. */
  void check(CountRequest request) {
    FieldReader fields = new FieldReader();
    String procedure = request.procedureId();
    if (procedure != null && named(List.of(procedure), procedures).isEmpty()) {
      fields.wrong("procedureId", "Cette démarche n’existe pas.", "There is no such procedure.");
    }
    one(fields, "partnerId", request.partnerId());
    fields.check();
  }

  /** What was checked, under the locks of the visit. */
  SaidOfVisit read(Mark mark, VisitPlace place) {
    List<Procedure> about = named(mark.procedureIds(), procedures);
    if (mark.procedureIds() == null && place.procedureId() != null) {
      about = List.of(procedures.findById(place.procedureId()));
    }
    Partner partner = partner(mark.partnerId());
    if (partner == null && !about.isEmpty()) {
      partner = about.get(0).partner();
    }
    VisitChannel channel = mark.channel();
    return new SaidOfVisit(
        mark,
        about,
        partner,
        channel != null ? channel : usual(place.siteId()),
        named(mark.documentIds(), documents),
        mark.followUp() == null ? null : followUp(mark.followUp(), place.siteId()),
        partner(mark.passedOnPartnerId()));
  }

  private VisitChannel usual(long siteId) {
    return sites.findById(siteId).kind() == SiteKind.bus ? VisitChannel.bus : VisitChannel.counter;
  }

  private @Nullable Partner partner(@Nullable String id) {
    Long number = FieldReader.id(id);
    return number == null ? null : partners.findById(number);
  }

  /** Null: none, none that stands, or none that the caller may know of. */
  private @Nullable Booking followUp(String reference, long siteId) {
    return bookings
        .named(reference)
        .filter(found -> found.site().id() == siteId)
        .filter(found -> found.state() != BookingState.cancelled)
        .filter(found -> access.actsFor(siteId, partnerOf(found)))
        .orElse(null);
  }

  private static @Nullable Long partnerOf(Booking booking) {
    Partner partner = booking.partner();
    return partner == null ? null : partner.id();
  }

  private void one(FieldReader fields, String name, @Nullable String id) {
    if (id != null && partner(id) == null) {
      fields.wrong(name, "Ce partenaire n’existe pas.", "There is no such partner.");
    }
  }

  private static <T> void each(
      FieldReader fields, String name, @Nullable List<String> ids, PanacheRepository<T> all) {
    if (ids != null && named(ids, all).size() < Set.copyOf(ids).size()) {
      fields.wrong(
          name, "L’un de ces identifiants n’existe pas.", "There is no such id among them.");
    }
  }

  /** In the order in which they were named, each once; what does not exist is left out. */
  private static <T> List<T> named(@Nullable List<String> ids, PanacheRepository<T> all) {
    return ids == null
        ? List.of()
        : new LinkedHashSet<>(ids)
            .stream()
                .map(FieldReader::id)
                .filter(Objects::nonNull)
                .map(all::findById)
                .filter(Objects::nonNull)
                .toList();
  }
}
