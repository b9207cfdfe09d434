package fr.porteouverte.database;

import jakarta.enterprise.context.RequestScoped;

/** Whether this request is a repeat, whose key made before what it is answered with. */
@RequestScoped
class Replayed {
  private boolean is;

  void note() {
    is = true;
  }

  boolean is() {
    return is;
  }
}
