package fr.porteouverte.imports;

/** What can be said of a row. */
public enum FindingKind {
  // both files
  otherEncoding("other-encoding"),
  lostZero("lost-zero"),
  missingValue("missing-value"),
  tooLong("too-long"),
  columnCount("column-count"),
  duplicateId("duplicate-id"),
  badPoint("bad-point"),
  // sites
  wrongPostcode("wrong-postcode"),
  unknownCommune("unknown-commune"),
  otherCommuneName("other-commune-name"),
  departmentMismatch("department-mismatch"),
  unknownDepartment("unknown-department"),
  farFromCommune("far-from-commune"),
  duplicatePlace("duplicate-place"),
  noHours("no-hours"),
  midnightHours("midnight-hours"),
  gluedHours("glued-hours"),
  overlappingHours("overlapping-hours"),
  unreadableHours("unreadable-hours"),
  badPhone("bad-phone"),
  severalEmails("several-emails"),
  badEmail("bad-email"),
  escapedText("escaped-text"),
  garbledText("garbled-text"),
  unclearComment("unclear-comment"),
  appointmentsOnlyInComment("appointments-only-in-comment"),
  takesAppointments("takes-appointments"),
  unknownKind("unknown-kind"),
  unknownAnswer("unknown-answer"),
  notInFile("not-in-file"),
  keptValue("kept-value"),
  // communes
  badPostcode("bad-postcode"),
  badPopulation("bad-population");

  private final String code;

  FindingKind(String code) {
    this.code = code;
  }

  /** As it is stored and shown, e.g. {@code wrong-postcode}. */
  String code() {
    return code;
  }
}
