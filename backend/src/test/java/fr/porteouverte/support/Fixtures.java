package fr.porteouverte.support;

import fr.porteouverte.account.Agent;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.account.Assignment;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Channel;
import fr.porteouverte.procedure.Document;
import fr.porteouverte.procedure.DocumentNeed;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.RegisterChanged;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.slot.Materialiser;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts small, known data into the database before a test, and takes everything out. */
@ApplicationScoped
public class Fixtures {
  /** Children first, so that no reference is left hanging. */
  private static final List<String> TABLES =
      List.of(
          "caller_limit",
          "agent_import_row",
          "agent_import",
          "figure_day",
          "figure_month",
          "figure_area",
          "figure_house",
          "figure_run",
          "gone_slot",
          "slip_tries",
          "call_result",
          "local_outbox",
          "sms_piece",
          "outbox",
          "message_template",
          "message_settings",
          "scheduled_tasks",
          "calendar_feed",
          "attendance_procedure",
          "attendance_document",
          "attendance",
          "session_link",
          "session_event",
          "device_key",
          "overtaking",
          "queue_event",
          "ticket",
          "ticket_series",
          "counter_procedure",
          "counter",
          "queue_site",
          "seat",
          "waitlist_freed",
          "waitlist_offer",
          "waitlist_entry",
          "release_act_booking",
          "release_act",
          "booking_event",
          "booking",
          "hold",
          "used_hold",
          "used_proof",
          "slot",
          "session",
          "permanence_exception",
          "permanence_procedure",
          "permanence",
          "event_site",
          "event",
          "idempotency",
          "named_lock",
          "entry_link",
          "agent_change",
          "change_entry",
          "change_latest",
          "webhook_delivery",
          "webhook_pace",
          "webhook_endpoint_site",
          "webhook_endpoint",
          "integrator_key",
          "integrator_place",
          "integrator_partner",
          "integrator",
          "assignment",
          "agent",
          "register_change",
          "catalogue_import_row",
          "catalogue_import",
          "catalogue_row",
          "procedure_adaptation_document",
          "procedure_adaptation",
          "site_procedure",
          "site_room",
          "exceptional_range",
          "procedure_document",
          "procedure_synonym",
          "procedure",
          "theme",
          "document",
          "partner",
          "former_commune",
          "closure",
          "opening_range",
          "site",
          "site_listed",
          "import_finding",
          "import_report",
          "commune_postcode",
          "commune");

  private final EntityManager database;
  private final Materialiser materialiser;
  private final Event<RegisterChanged> changed;

  Fixtures(EntityManager database, Materialiser materialiser, Event<RegisterChanged> changed) {
    this.database = database;
    this.materialiser = materialiser;
    this.changed = changed;
  }

  @Transactional
  public void wipe() {
    for (String table : TABLES) {
      database.createNativeQuery("delete from " + table).executeUpdate();
    }
    changed.fire(new RegisterChanged());
  }

  /** A house in Calvados, open from Monday to Friday, 9 h to 17 h. */
  @Transactional
  public Site site(String name) {
    return site(name, "14", 49.1966, 0.3568);
  }

  /** As the national list says of most houses. */
  @Transactional
  public void takesNoAppointments(Site house) {
    database.merge(house).describe(house.name(), house.kind(), false, house.comment());
  }

  @Transactional
  public Site site(String name, String department, double latitude, double longitude) {
    Site site = new Site(null);
    site.describe(name, SiteKind.fixed, true, null);
    site.locate(
        new Address(
            "1 rue de l’Église",
            null,
            (department + "590").substring(0, 5),
            name,
            (department + "460").substring(0, 5)),
        department,
        latitude,
        longitude);
    List<OpeningRange> hours = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      hours.add(
          new OpeningRange(
              DayOfWeek.of(day), LocalTime.of(9, 0), LocalTime.of(17, 0), OpeningMode.both));
    }
    site.open(hours);
    database.persist(site);
    changed.fire(new RegisterChanged());
    return site;
  }

  /** Its staff alone sees it. */
  @Transactional
  public void hide(Site site) {
    database.find(Site.class, site.id()).show(false);
    changed.fire(new RegisterChanged());
  }

  /** The house is open on these weekdays, in these modes; no range at all: it publishes none. */
  @Transactional
  public void hours(Site site, OpeningRange... ranges) {
    database.find(Site.class, site.id()).open(List.of(ranges));
    changed.fire(new RegisterChanged());
  }

  /** The house never closes but on public holidays: for tests to which the hour does not matter. */
  @Transactional
  public void alwaysOpen(Site site) {
    LocalTime last = LocalTime.of(23, 59, 59, 999_999_000);
    hours(
        site,
        Arrays.stream(DayOfWeek.values())
            .map(day -> new OpeningRange(day, LocalTime.MIDNIGHT, last, OpeningMode.both))
            .toArray(OpeningRange[]::new));
  }

  @Transactional
  public Partner partner(String code) {
    Partner partner = new Partner(code, new Text(code + " (fr)", code + " (en)"), null);
    database.persist(partner);
    return partner;
  }

  /** A partner that the API made. */
  @Transactional
  public Partner stored(String code) {
    return database
        .createQuery("from Partner where code = ?1", Partner.class)
        .setParameter(1, code)
        .getSingleResult();
  }

  /** A procedure that the API made. */
  @Transactional
  public Procedure storedProcedure(String code) {
    return database
        .createQuery("from Procedure where code = ?1", Procedure.class)
        .setParameter(1, code)
        .getSingleResult();
  }

  /**
   * @param minutes its duration
   */
  @Transactional
  public Procedure procedure(String code, Partner partner, int minutes) {
    Document identity =
        new Document("doc-" + code, new Text("Pièce d’identité", "Proof of identity"));
    database.persist(identity);
    Procedure procedure = new Procedure(code, database.getReference(Partner.class, partner.id()));
    procedure.describe(
        new Text("Démarche " + code, "Procedure " + code),
        Duration.ofMinutes(minutes),
        Channel.both,
        List.of(new DocumentNeed(identity, true)));
    database.persist(procedure);
    return procedure;
  }

  /**
   * A permanence from Monday to Friday, 9 h to 12 h, in slots of 30 minutes for one person at a
   * time; change what matters, then {@link PermanenceFixture#materialised()}.
   *
   * @param partner null: the house's own clerks
   */
  public PermanenceFixture permanence(Site site, Partner partner, Procedure... procedures) {
    return new PermanenceFixture(database, materialiser, site, partner, procedures);
  }

  /** An agent of a partner; log in with {@code @TestSecurity}. */
  @Transactional
  public void partnerAgent(String username, Partner partner) {
    Agent agent = new Agent(username);
    agent.name("Prénom", "Nom", null);
    agent.place(
        List.of(Assignment.everywhere(AgentRole.partner)),
        database.getReference(Partner.class, partner.id()));
    database.persist(agent);
  }

  /** Makes the rows of a permanence anew, by the test's clock. */
  @Transactional
  public void rows(long permanenceId) {
    materialiser.again(permanenceId);
  }

  /** An agent who may act at these houses; log in with {@code @TestSecurity}. */
  @Transactional
  public void agent(String username, AgentRole role, Site... sites) {
    Agent agent = new Agent(username);
    agent.name("Prénom", "Nom", null);
    agent.place(
        role.needsSites()
            ? Arrays.stream(sites)
                .map(site -> database.getReference(Site.class, site.id()))
                .map(site -> Assignment.at(role, site))
                .toList()
            : List.of(Assignment.everywhere(role)),
        null);
    database.persist(agent);
  }

  /** Who looks at the figures of some departments. */
  @Transactional
  public void observer(String username, String... departments) {
    Agent agent = new Agent(username);
    agent.name("Prénom", "Nom", null);
    agent.place(
        Arrays.stream(departments)
            .map(code -> Assignment.inDepartment(AgentRole.observer, code))
            .toList(),
        null);
    database.persist(agent);
  }

  /** One more role of an agent, in a house. */
  @Transactional
  public void also(String username, AgentRole role, Site site) {
    database
        .createNativeQuery(
            "insert into assignment (agent_id, role, site_id)"
                + " select id, :role, :site from agent where username = :name")
        .setParameter("role", role.name())
        .setParameter("site", site.id())
        .setParameter("name", username)
        .executeUpdate();
  }

  /** A partner's agent for the houses of some departments only. */
  @Transactional
  public void partnerAgentIn(String username, Partner partner, String... departments) {
    partnerAgent(username, partner);
    narrow(username);
    for (String department : departments) {
      database
          .createNativeQuery(
              "insert into assignment (agent_id, role, department)"
                  + " select id, 'partner', :department from agent where username = :name")
          .setParameter("department", department)
          .setParameter("name", username)
          .executeUpdate();
    }
  }

  private void narrow(String username) {
    database.flush();
    database
        .createNativeQuery(
            "delete from assignment where agent_id = (select id from agent where username = :name)")
        .setParameter("name", username)
        .executeUpdate();
  }

  /**
   * An agent of a partner; log in with {@code @TestSecurity}.
   *
   * @param email null: none
   */
  @Transactional
  public void agentOf(Partner partner, String username, String firstName, String email) {
    Agent agent = new Agent(username);
    agent.name(firstName, "Nom", email);
    agent.place(
        List.of(Assignment.everywhere(AgentRole.partner)),
        database.getReference(Partner.class, partner.id()));
    database.persist(agent);
  }
}
