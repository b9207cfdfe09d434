package fr.porteouverte.session;

/** Whether the partner was there, apart from the visitors. */
public enum PartnerAttendance {
  present,
  absent
}
