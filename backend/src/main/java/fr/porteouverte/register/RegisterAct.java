package fr.porteouverte.register;

/** What was done to a row of a register. */
public enum RegisterAct {
  /** As it was before its first noted change; nobody knows who entered it so. */
  before,
  created,
  changed,
  archived,
  broughtBack,
  /** By a file: the national catalogue, or a table. */
  imported,
  /** An import was taken back. */
  undone,
  /** By the national list of houses. */
  listed,
  /** What the list had changed was taken back. */
  listUndone,
  /** A house: the public sees it from now on. */
  opened,
  hidden
}
