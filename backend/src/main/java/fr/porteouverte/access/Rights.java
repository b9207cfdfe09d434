package fr.porteouverte.access;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who may do what: every operation of the contract stands here once, by its name. What its resource
 * and {@code openapi.yaml} say must be the same, or the build fails; {@code docs/rights.md} is this
 * table, and {@code RightsMatrixTest} tries each line of it as everybody. What is missing here
 * nobody may do: the build fails.
 */
public final class Rights {

  /** Where those who may do it may do it. */
  public enum Where {
    /** Open to all, and nothing personal; what of it is a reading {@link PublicReads} says. */
    open("—"),
    /**
     * Open to all with a secret, a code or a key of its own; also a demo's mails, which stay here.
     */
    secret("with its secret"),
    /** In the houses of the agent; elsewhere it is refused, or as unknown as nothing. */
    house("in their houses"),
    /** For their partner, or in their houses. */
    houseOrPartner("in their houses, for their partner"),
    /** What is their own, or made for them; lists show only that. */
    own("their own"),
    /** For the whole network. */
    network("everywhere");

    private final String words;

    Where(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * @param roles as in {@link Role}; an admin acts everywhere; none: everybody may
   */
  public record Right(List<String> roles, Where where) {}

  private static final List<String> EVERYBODY = List.of();
  private static final List<String> ADMINS = List.of(Role.ADMIN);
  private static final List<String> MANAGERS = List.of(Role.MANAGER, Role.ADMIN);
  private static final List<String> STAFF = List.of(Role.CLERK, Role.MANAGER, Role.ADMIN);
  private static final List<String> STAFF_OR_SYSTEM =
      List.of(Role.CLERK, Role.MANAGER, Role.ADMIN, Role.INTEGRATOR);
  private static final List<String> AGENTS =
      List.of(Role.CLERK, Role.MANAGER, Role.PARTNER, Role.ADMIN);
  private static final List<String> HOUSE_FIGURES =
      List.of(Role.MANAGER, Role.ADMIN, Role.INTEGRATOR);
  private static final List<String> NETWORK_FIGURES =
      List.of(Role.OBSERVER, Role.ADMIN, Role.INTEGRATOR);
  private static final List<String> SYSTEMS = List.of(Role.ADMIN, Role.INTEGRATOR);
  private static final List<String> LOGGED_IN =
      List.of(Role.CLERK, Role.MANAGER, Role.PARTNER, Role.OBSERVER, Role.ADMIN, Role.INTEGRATOR);

  private static final Map<String, Right> TABLE = new TreeMap<>();
  private static final Map<String, Scope> SCOPES = new TreeMap<>();

  static {
    // What the public sees and does. Bookings open with their secret, or for staff of the house.
    give(EVERYBODY, Where.open, "getConfiguration listProblems listPartners listProcedures");
    give(EVERYBODY, Where.open, "getProcedure suggestCommunes suggestPlaces searchSites");
    give(EVERYBODY, Where.open, "listCommuneSessions");
    give(EVERYBODY, Where.open, "getSite getSiteCalendar getSiteStatus listNextSessions");
    give(EVERYBODY, Where.open, "listSiteSessions listSlots listSlotsBySite listEvents getEvent");
    give(EVERYBODY, Where.open, "createHold extendHold releaseHold createBooking");
    give(EVERYBODY, Where.secret, "getBooking getBookingCalendar cancelBooking setContactBy");
    give(EVERYBODY, Where.secret, "rescheduleBooking openBookingBySlip cancelBookingBySlip");
    give(EVERYBODY, Where.secret, "getWaitlistEntry joinWaitlist leaveWaitlist getOwnTicket");
    give(EVERYBODY, Where.secret, "refuseWaitlistOffer receiveSmsReceipt listLocalOutbox");
    give(EVERYBODY, Where.open, "getBoard followBoard createTicket createArrival");
    give(EVERYBODY, Where.secret, "getSessionLink confirmByLink readCalendarFeed");
    give(EVERYBODY, Where.open, "getMediationPlaces getMediationPlacesTable getOpenPermanences");
    give(EVERYBODY, Where.open, "getOpenPermanencesTable getOpenEvents getOpenEventsTable");
    give(EVERYBODY, Where.open, "listThemes getTheme getPartner listDocuments getDocument");

    // The counter.
    give(STAFF, Where.house, "getQueue followQueue getAgenda listCounters createLateEntry");
    give(STAFF, Where.house, "openCounter closeCounter closeCounters callNext registerArrival");
    give(STAFF, Where.house, "callTicket startTicket finishTicket missTicket parkTicket");
    give(STAFF, Where.house, "resumeTicket transferTicket leaveTicket undoTicket");
    give(STAFF, Where.house, "departAll undoDeparture transferStranded");
    give(STAFF, Where.house, "getQueueSettings");
    give(MANAGERS, Where.house, "createCounter changeCounter deleteCounter");
    give(MANAGERS, Where.house, "changeQueueSettings");
    give(MANAGERS, Where.house, "listDevices createDevice revokeDevice");

    // Appointments and what people are told.
    give(STAFF_OR_SYSTEM, Where.house, "getVisitor correctVisitor");
    give(STAFF, Where.house, "listBookingMessages");
    give(STAFF, Where.house, "getCallSheet noteCall getMessageSettings listMessageTemplates");
    give(STAFF, Where.house, "previewMessageTemplate");
    give(MANAGERS, Where.house, "changeMessageSettings changeMessageTemplate resetMessageTemplate");
    give(MANAGERS, Where.house, "resendMessage listSuspects release undoRelease");

    // Sessions and who came.
    give(AGENTS, Where.houseOrPartner, "listSessions getSession listSessionBookings");
    give(AGENTS, Where.houseOrPartner, "listSessionWalkIns listSessionColleagues");
    give(AGENTS, Where.houseOrPartner, "confirmSession unconfirmSession handSessionOver");
    give(AGENTS, Where.houseOrPartner, "delaySession holdSession stopSession previewSessionStop");
    give(AGENTS, Where.houseOrPartner, "cancelSession previewSessionCancellation");
    give(AGENTS, Where.houseOrPartner, "reinstateSession markAllPresent undoAllPresent");
    give(AGENTS, Where.houseOrPartner, "markBooking getBookingAttendance bookFollowUp");
    give(AGENTS, Where.houseOrPartner, "markTicket unmarkTicket unmarkBooking getTicketAttendance");
    give(STAFF, Where.house, "listVisitsToNote countVisit listCountedVisits markCountedVisit");
    give(STAFF, Where.house, "listSiteVisits");
    give(STAFF, Where.house, "unmarkCountedVisit getCountedVisitAttendance");
    give(MANAGERS, Where.house, "getSessionReport");
    give(MANAGERS, Where.house, "exportActivities");
    give(HOUSE_FIGURES, Where.house, "getHouseFigures exportHouseFigure listFigureDays");

    // The calendar.
    give(STAFF, Where.house, "listPermanences");
    give(MANAGERS, Where.house, "getPermanence createPermanence changePermanence");
    give(MANAGERS, Where.house, "deletePermanence setStop removeStop");
    give(MANAGERS, Where.house, "previewPermanence changeSeries");
    give(MANAGERS, Where.house, "previewClosure createClosure deleteClosure");
    give(AGENTS, Where.own, "listCalendarFeeds createCalendarFeed revokeCalendarFeed");
    give(MANAGERS, Where.own, "createEvent changeEvent deleteEvent getEventFigures");
    give(MANAGERS, Where.house, "createWorkshop deleteWorkshop");

    // The network.
    give(LOGGED_IN, Where.own, "getMe");
    give(MANAGERS, Where.house, "listAgents getAgent getAgentHistory createAgent changeAgent");
    give(MANAGERS, Where.house, "inviteAgent disableAgent bringAgentBack");
    give(MANAGERS, Where.house, "exportAgents previewAgents importAgents");
    give(MANAGERS, Where.own, "listAgentImports undoAgentImport");
    give(EVERYBODY, Where.secret, "takePassword becomeFirstAdministrator");
    give(ADMINS, Where.network, "setPartnerBookingUrl listImports getImport importSites");
    give(ADMINS, Where.network, "importCommunes makeDemoPermanences");
    give(ADMINS, Where.network, "previewSites previewCommunes listImportRows applyImport");
    give(ADMINS, Where.network, "undoImport setImportAside getImportReport getFirstSteps");

    // The houses.
    give(MANAGERS, Where.house, "getSiteEntry changeSite listSiteChanges");
    give(MANAGERS, Where.house, "openSite previewHours");
    give(MANAGERS, Where.house, "listAdaptations getAdaptation changeAdaptation");
    give(MANAGERS, Where.house, "listAdaptationChanges");
    give(STAFF, Where.house, "getSiteChecklist");
    give(ADMINS, Where.network, "createSite archiveSite listSiteEntries countSiteChecks");

    // The registers of the network.
    give(ADMINS, Where.network, "createPartner changePartner archivePartner listPartnerChanges");
    give(ADMINS, Where.network, "createProcedure changeProcedure archiveProcedure");
    give(ADMINS, Where.network, "listProcedureChanges createDocument changeDocument");
    give(ADMINS, Where.network, "archiveDocument listDocumentChanges");
    give(ADMINS, Where.network, "createTheme changeTheme archiveTheme listThemeChanges");
    give(ADMINS, Where.network, "getCatalogue getCatalogueFile listCatalogueImports");
    give(ADMINS, Where.network, "previewCatalogue importCatalogue undoCatalogueImport");
    give(ADMINS, Where.network, "exportTable previewTable importTable");
    give(NETWORK_FIGURES, Where.own, "getNetworkFigures exportNetworkFigure");
    give(List.of(Role.PARTNER, Role.INTEGRATOR), Where.own, "getPartnerFigures");

    // Other systems.
    give(ADMINS, Where.network, "listIntegrators getIntegrator createIntegrator changeIntegrator");
    give(SYSTEMS, Where.own, "listChanges listBookings listVisits");
    give(ADMINS, Where.network, "renewIntegratorKey endIntegratorKey revokeIntegrator");
    give(SYSTEMS, Where.own, "listWebhooks getWebhook createWebhook changeWebhook deleteWebhook");
    give(SYSTEMS, Where.own, "pingWebhook renewWebhookSecret listWebhookDeliveries");
    give(SYSTEMS, Where.own, "redeliverWebhook replayWebhook");
  }

  static {
    // What other systems do, with which scope. Where everybody may, only the scope gives them more.
    scope(Scope.SLOTS_READ, "listSlots listSlotsBySite");
    scope(Scope.SLOTS_READ, "searchSites getSite listPartners listProcedures");
    scope(Scope.BOOKINGS_READ, "getBooking getBookingCalendar listBookings");
    scope(Scope.VISITS_READ, "listVisits");
    scope(Scope.FIGURES_READ, "getHouseFigures exportHouseFigure listFigureDays");
    scope(Scope.FIGURES_READ, "getNetworkFigures exportNetworkFigure getPartnerFigures");
    scope(Scope.BOOKINGS_WRITE, "createHold extendHold releaseHold createBooking");
    scope(Scope.BOOKINGS_WRITE, "cancelBooking rescheduleBooking setContactBy");
    // Nothing of a person is in either answer to a system: the first is there for its version.
    scope(Scope.BOOKINGS_WRITE, "getVisitor correctVisitor");
    scope(Scope.WEBHOOKS, "listWebhooks getWebhook createWebhook changeWebhook deleteWebhook");
    scope(Scope.WEBHOOKS, "pingWebhook renewWebhookSecret listWebhookDeliveries");
    scope(Scope.WEBHOOKS, "redeliverWebhook replayWebhook");
  }

  private Rights() {}

  /** By operation, in the order of the alphabet. */
  public static Map<String, Right> table() {
    return Collections.unmodifiableMap(TABLE);
  }

  /** By operation, the scope that another system needs for it. */
  public static Map<String, Scope> scopes() {
    return Collections.unmodifiableMap(SCOPES);
  }

  private static void scope(Scope scope, String operations) {
    for (String operation : operations.split(" ")) {
      if (!TABLE.containsKey(operation) || SCOPES.put(operation, scope) != null) {
        throw new IllegalStateException(operation + " is not in the table, or has two scopes");
      }
    }
  }

  private static void give(List<String> roles, Where where, String operations) {
    for (String operation : operations.split(" ")) {
      if (TABLE.put(operation, new Right(roles, where)) != null) {
        throw new IllegalStateException(operation + " stands twice in the table of rights");
      }
    }
  }
}
