package fr.porteouverte.imports.change;

/** Hears how far the work is. */
public interface Progress {
  Progress UNHEARD = percent -> {};

  /**
   * @param percent of the whole
   */
  void at(int percent);
}
