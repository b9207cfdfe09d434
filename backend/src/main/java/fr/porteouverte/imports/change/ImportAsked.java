package fr.porteouverte.imports.change;

/** A file waits to be looked at, or to be applied. */
record ImportAsked() {}
